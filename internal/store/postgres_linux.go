package store

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// loseUnacknowledged ends a connection whose other side does not acknowledge what was
// sent (RFC 5482): the deadline of an answer begins only once it was.
func loseUnacknowledged(network, _ string, conn syscall.RawConn) (err error) {
	if network == "unix" {
		return nil
	}
	done := conn.Control(func(fd uintptr) {
		err = unix.SetsockoptInt(int(fd), unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, int(lostWithin.Milliseconds()))
	})
	if done != nil {
		return done
	}
	return err
}
