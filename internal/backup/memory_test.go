package backup_test

import (
	"bufio"
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"alcove/internal/backup"
)

// own is this process's memory that is no file's, in bytes (Linux): what SQLite takes is
// not among what Go counts.
func own(t *testing.T) int64 {
	t.Helper()
	file, err := os.Open("/proc/self/status")
	must(t, err)
	defer func() { _ = file.Close() }()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if value, is := strings.CutPrefix(lines.Text(), "RssAnon:"); is {
			kib, err := strconv.ParseInt(strings.Fields(value)[0], 10, 64)
			must(t, err)
			return kib << 10
		}
	}
	t.Fatal("the system does not tell")
	return 0
}

// most is how much memory a backup takes at most while it is made.
func (w *world) most(to string) int64 {
	w.t.Helper()
	debug.FreeOSMemory()
	before := own(w.t)
	done, highest := make(chan struct{}), make(chan int64)
	go func() {
		top := before
		for {
			select {
			case <-done:
				highest <- top
				return
			case <-time.After(time.Millisecond):
				top = max(top, own(w.t))
			}
		}
	}()
	plan := w.plan()
	plan.To = filepath.Join(w.safe, to)
	_, err := backup.Make(w.t.Context(), plan)
	close(done)
	top := <-highest
	must(w.t, err)
	return top - before
}

// A backup reads, checks, encrypts and reads back a database of any size in the same memory.
func TestABackupsMemoryDoesNotGrowWithTheDatabase(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells")
	}
	const some, more = 12 << 20, 36 << 20 // bytes; the first fills what SQLite caches
	w := newWorld(t)
	fill := func(from, bytes int64) {
		const size = 3500 // one to a page
		must(t, w.db.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(`WITH RECURSIVE place (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM place WHERE n < ?2)
				INSERT INTO record (place, kind, epoch, idempotency, ciphertext) SELECT (1 << 32) | n, 1, 0, randomblob(16), randomblob(?3) FROM place`,
				from+1, from+bytes/size, size)
			return err
		}))
		must(t, w.db.Scrub(t.Context()))
	}
	fill(0, some)
	little := w.most("little.age")
	fill(1<<20, more)
	much := w.most("much.age")
	// On a busy machine the collector may be late; what a backup needs it needs each time.
	for again := 0; much-little > more/3 && again < 3; again++ {
		much = min(much, w.most("again"+strconv.Itoa(again)+".age"))
	}
	t.Logf("%d MiB, and %d MiB for four times as much", little>>20, much>>20)
	if much-little > more/3 {
		t.Errorf("a backup took %d bytes, and %d with %d more in the database", little, much, more)
	}
}
