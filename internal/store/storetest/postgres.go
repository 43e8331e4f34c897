package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a PostgreSQL server of Debian's binaries in a temporary folder. It ends and
// is deleted with the test's process, however that ends.
type Cluster struct {
	folder string // socket and log
	alive  io.Closer
}

// Binaries is where Debian has a version's programs.
const binaries = "/usr/lib/postgresql/*/bin"

// supervise makes and runs a cluster until its input ends: so nothing is left of it when
// whoever started it is killed.
const supervise = `
set -u
bin=$1 folder=$2; shift 2
"$bin/initdb" -D "$folder/data" -U alcove -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || exit 1
"$bin/postgres" -D "$folder/data" -k "$folder" -c max_connections=200 -c shared_buffers=64MB "$@" >>"$folder/log" 2>&1 &
cat >/dev/null
kill -QUIT $!
wait
rm -rf "$folder"
`

// StartCluster starts a server with settings, such as "listen_addresses=127.0.0.1";
// without, it is reached by its socket alone.
func StartCluster(settings ...string) (*Cluster, error) {
	found, err := filepath.Glob(binaries)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, errors.New("PostgreSQL's programs are missing: run scripts/install-postgres.sh (apt-get install postgresql)")
	}
	slices.Sort(found)
	folder, err := os.MkdirTemp("", "alcove-postgres-")
	if err != nil {
		return nil, err
	}
	args := []string{"-c", supervise, "postgres", found[len(found)-1], folder}
	for _, s := range append([]string{"listen_addresses="}, settings...) {
		args = append(args, "-c", s)
	}
	run := exec.Command("sh", args...)
	run.Dir = folder
	if run.SysProcAttr, err = unprivileged(folder); err != nil {
		return nil, err
	}
	alive, err := run.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := run.Start(); err != nil {
		return nil, err
	}
	c := &Cluster{folder: folder, alive: alive}
	return c, c.wait()
}

// unprivileged has PostgreSQL run as another user where we are root: it refuses root.
func unprivileged(folder string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	who, err := user.Lookup("postgres")
	if err != nil {
		who, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, err
	}
	uid, err := strconv.Atoi(who.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(who.Gid)
	if err != nil {
		return nil, err
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, os.Chown(folder, uid, gid)
}

// wait is over once the server answers.
func (c *Cluster) wait() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.URL("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			said, _ := os.ReadFile(filepath.Join(c.folder, "log"))
			return fmt.Errorf("PostgreSQL does not start: %w\n%s", err, said)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// URL names one of its databases.
func (c *Cluster) URL(database string) string {
	return "postgres://alcove@/" + database + "?host=" + c.folder
}

// Exec has the server do something outside of any store, such as making a database.
func (c *Cluster) Exec(ctx context.Context, statement string) (err error) {
	conn, err := pgx.Connect(ctx, c.URL("postgres"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close(ctx)) }()
	_, err = conn.Exec(ctx, statement)
	return err
}

// Pid is the server's process, to be killed.
func (c *Cluster) Pid() (int, error) {
	text, err := os.ReadFile(filepath.Join(c.folder, "data/postmaster.pid"))
	if err != nil {
		return 0, err
	}
	var pid int
	_, err = fmt.Sscan(string(text), &pid)
	return pid, err
}

// Close ends and deletes it.
func (c *Cluster) Close() error { return c.alive.Close() }

// OnPostgres reports whether Open opens databases of PostgreSQL.
func OnPostgres() bool { return os.Getenv("ALCOVE_TEST_STORE") == "postgres" }

// OnlySQLite passes over a test that looks into SQLite itself, and why it does.
func OnlySQLite(t testing.TB, why string) {
	t.Helper()
	if OnPostgres() {
		t.Skip("only with SQLite: " + why)
	}
}
