package store

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
)

// toldError is what went wrong with PostgreSQL, told by its class and a stable code. What
// pgx, the network and the server itself say of it names the database, its user and its
// address, and may repeat what was to be stored; logs hold none of that. The error itself
// is inside, for code to look at.
type toldError struct{ error }

func (e toldError) Unwrap() error { return e.error }

func (e toldError) Error() string {
	var answer *pgconn.PgError
	if errors.As(e.error, &answer) {
		return "database_answered: " + answerOf(answer)
	}
	return classOf(e.error)
}

// told puts an error of pgx, of the network or of the server into other words; errors of
// the store's own it leaves as they are.
func told(err error) error {
	if err == nil || errors.As(err, new(toldError)) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	for _, is := range []bool{
		errors.As(err, new(*pgconn.PgError)), errors.As(err, new(*pgconn.ConnectError)), errors.As(err, new(net.Error)),
		errors.As(err, new(*net.OpError)), errors.As(err, new(syscall.Errno)), pgconn.Timeout(err), errors.Is(err, io.ErrUnexpectedEOF),
	} {
		if is {
			return toldError{err}
		}
	}
	return err
}

// brokenOff adds why to what failed after the caller had given up: of the connection that
// was closed under it, pgx may say no more than that it broke.
func brokenOff(ctx context.Context, err error) error {
	why := ctx.Err()
	if err == nil || why == nil || errors.Is(err, why) {
		return err
	}
	return fmt.Errorf("%w (%w)", why, err)
}

// answerOf tells an answer of the server by its SQLSTATE (PostgreSQL, appendix A), and
// what of the schema it is about.
func answerOf(e *pgconn.PgError) string {
	words := "it refused a statement"
	for _, class := range []struct{ state, words string }{
		{"08", "the connection failed"},
		{"23", "what was to be stored breaks a rule of the schema"},
		{"25", "the transaction could not go on"},
		{"28", "it refused the user or the password, or lets nobody in from here"},
		{"3D", "there is no such database"},
		{"40", "it rolled the transaction back"},
		{"42501", "the role may not do that"},
		{"53", "it has not enough disk, memory or connections"},
		{"55P03", "another node holds the lock"},
		{"57", "it is shutting down or starting, or cancelled the statement"},
		{"58", "its system failed"},
		{"XX", "it failed, or its files are damaged"},
	} {
		if strings.HasPrefix(e.Code, class.state) {
			words = class.words
		}
	}
	words += fmt.Sprintf(" (SQLSTATE %s)", e.Code)
	for _, name := range []string{e.TableName, e.ColumnName, e.ConstraintName} {
		if name != "" {
			words += ", " + name
		}
	}
	return words
}

// classOf tells what became of a connection.
func classOf(err error) string {
	switch {
	case errors.As(err, new(*net.DNSError)):
		return "database_unresolved: its name could not be resolved"
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, os.ErrNotExist):
		return "database_refused: nothing listens at its address"
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return "database_unroutable: there is no way to its address"
	case errors.As(err, new(*tls.CertificateVerificationError)), errors.As(err, new(x509.HostnameError)), errors.As(err, new(x509.UnknownAuthorityError)):
		return "database_untrusted: its certificate is not one that this machine trusts for that name"
	case strings.Contains(err.Error(), "server refused TLS connection"): // pgconn has no other sign of it
		return "database_untrusted: it speaks no TLS"
	case errors.Is(err, context.Canceled):
		return "database_cancelled: nobody waits for it any more"
	case pgconn.Timeout(err), errors.Is(err, os.ErrDeadlineExceeded):
		return "database_timeout: it did not answer in time"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, net.ErrClosed):
		return "database_lost: the connection broke"
	default:
		return "database_failed: the connection could not be used"
	}
}
