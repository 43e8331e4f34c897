//go:build linux && amd64

package crash

import (
	"os"
	"testing"

	"alcove/internal/crash/syscalls"
)

func TestMain(m *testing.M) {
	syscalls.Shim()
	os.Exit(m.Run())
}
