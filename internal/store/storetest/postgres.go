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
	says   io.WriteCloser
}

// Binaries is where Debian has a version's programs.
const binaries = "/usr/lib/postgresql/*/bin"

// supervise makes and runs a cluster until its input ends: so nothing is left of it when
// whoever started it is killed.
const supervise = `
set -u
bin=$1 folder=$2; shift 2
"$bin/initdb" -D "$folder/data" -U alcove -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || exit 1
start() {
  "$bin/postgres" -D "$folder/data" -k "$folder" -c max_connections=200 -c shared_buffers=64MB "$@" >>"$folder/log" 2>&1 &
  server=$!
}
start "$@"
while read -r command; do
  case $command in
    kill) kill -QUIT "$server"; wait "$server" ;;
    start) start "$@" ;;
  esac
done
kill -QUIT "$server"
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
	folder, err := os.MkdirTemp(inMemory(), "alcove-postgres-")
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
	says, err := run.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := run.Start(); err != nil {
		return nil, err
	}
	c := &Cluster{folder: folder, says: says}
	return c, c.wait()
}

// inMemory is a folder in memory where there is one with a gigabyte to spare: what the
// tests make and drop is not waited for on a disk.
func inMemory() string {
	const folder = "/dev/shm"
	var room syscall.Statfs_t
	if err := syscall.Statfs(folder, &room); err == nil && room.Bavail*uint64(room.Bsize) > 1<<30 {
		return folder
	}
	return ""
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

// Run has the server of a database do something outside of any store.
func Run(t testing.TB, url, statement string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	if _, err := conn.Exec(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// Kill ends the server as a crash does: nothing is finished, and what was not on the disk
// is recovered from the log.
func (c *Cluster) Kill() error {
	_, err := io.WriteString(c.says, "kill\n")
	return err
}

// Start has a killed server run again, and returns once it answers.
func (c *Cluster) Start() error {
	if _, err := io.WriteString(c.says, "start\n"); err != nil {
		return err
	}
	return c.wait()
}

// Close ends and deletes it.
func (c *Cluster) Close() error { return c.says.Close() }

// OnPostgres reports whether Open opens databases of PostgreSQL.
func OnPostgres() bool { return os.Getenv("ALCOVE_TEST_STORE") == "postgres" }

// OnlyPostgres passes over a test of what SQLite has not.
func OnlyPostgres(t testing.TB) {
	t.Helper()
	if !OnPostgres() {
		t.Skip("only with PostgreSQL: make test-postgres")
	}
}

// OnlySQLite passes over a test that looks into SQLite itself, and why it does.
func OnlySQLite(t testing.TB, why string) {
	t.Helper()
	if OnPostgres() {
		t.Skip("only with SQLite: " + why)
	}
}
