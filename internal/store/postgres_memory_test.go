package store_test

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"alcove/internal/store/storetest"
)

// ownMemory is this process's memory that is no file's, in bytes (Linux): what SQLite
// takes is not among what Go counts.
func ownMemory(t *testing.T) int64 {
	t.Helper()
	file, err := os.Open("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if value, is := strings.CutPrefix(lines.Text(), "RssAnon:"); is {
			kib, err := strconv.ParseInt(strings.Fields(value)[0], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			return kib << 10
		}
	}
	t.Fatal("the system does not tell")
	return 0
}

// PostgreSQL is read row by row, and SQLite keeps no more of it than its cache takes.
func TestTheMemoryOfACopyOfPostgresDoesNotGrowWithTheDatabase(t *testing.T) {
	storetest.OnlyPostgres(t)
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(100))     // whatever the tests are run with
	const some, more, size = 10 << 20, 30 << 20, 32 << 10 // bytes; the first fills what SQLite caches
	_, url := served(t)
	most := func(from, bytes int) int64 {
		t.Helper()
		storetest.Run(t, url, fmt.Sprintf(`INSERT INTO record (place, kind, epoch, idempotency, ciphertext)
			SELECT (1::bigint << 32) | n, 1, 0, decode(md5(n::text), 'hex'), decode(repeat(md5(n::text), %d), 'hex') FROM generate_series(%d, %d) n`,
			size/16, from+1, from+bytes/size))
		debug.FreeOSMemory()
		before := ownMemory(t)
		top := before
		s, err := source(t, url).Snapshot(ctx, t.TempDir(), func(int64, int64) { top = max(top, ownMemory(t)) })
		if err != nil {
			t.Fatal(err)
		}
		top = max(top, ownMemory(t))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		return top - before
	}
	little := most(0, some)
	much := most(1<<20, more)
	t.Logf("%d MiB, and %d MiB for four times as much", little>>20, much>>20)
	if much-little > more/3 {
		t.Errorf("a copy took %d bytes, and %d with %d more in the database", little, much, more)
	}
}
