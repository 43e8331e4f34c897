package backup_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"filippo.io/age"

	"alcove/internal/attest"
	"alcove/internal/backup"
	"alcove/internal/blob"
	"alcove/internal/stream"
)

// traces are pieces of what was stored, by which it can be found again.
type traces map[[8]byte]string

// of takes the beginning, the middle and the end of something.
func (t traces) of(what string, b []byte) {
	for _, at := range []int{0, len(b) / 2, len(b) - 8} {
		t[[8]byte(b[at:])] = fmt.Sprintf("%s, from byte %d", what, at)
	}
}

// in says which of them are in a text.
func (t traces) in(text []byte) traces {
	found := traces{}
	for i := range len(text) - 7 {
		if what, is := t[[8]byte(text[i:])]; is {
			found[[8]byte(text[i:])] = what
		}
	}
	return found
}

// archived is what is in a backup: of the database all pages, also what no row is in.
func (w *world) archived(made backup.Made) []byte {
	w.t.Helper()
	f, err := os.Open(made.Path)
	must(w.t, err)
	defer func() { _ = f.Close() }()
	plain, err := age.Decrypt(f, w.identity)
	must(w.t, err)
	text, err := io.ReadAll(plain)
	must(w.t, err)
	return text
}

// whoForgets is an account with its history and a conversation with files.
type whoForgets struct {
	*world
	now     time.Time
	random  *rand.Rand
	streams *stream.Service
	blobs   *blob.Service
	gone    traces
	stays   traces
}

func (w *whoForgets) clock() time.Time { return w.now }

func newWhoForgets(t *testing.T) *whoForgets {
	w := &whoForgets{world: newWorld(t), now: day, random: rand.New(rand.NewPCG(1, 2)), gone: traces{}, stays: traces{}}
	nobody := func(context.Context, stream.AccountID) (stream.Role, error) {
		return 0, errors.New("a history asks for no role")
	}
	w.streams = stream.New(w.db.Streams(), nobody, quiet{}, w.clock, attest.Key{})
	w.blobs = blob.New(w.db.Blobs(), w.clock)
	return w
}

type quiet struct{}

func (quiet) RecordsAdded(context.Context, []stream.AccountID, stream.ID, []stream.Record) {}
func (quiet) Signalled([]stream.AccountID, stream.ID, []byte)                              {}
func (quiet) StreamChanged([]stream.AccountID, stream.Stream)                              {}
func (quiet) Wrote(stream.AccountID, []stream.AccountID)                                   {}

// write fills several histories by turns, so that the tree of pages is split and
// rearranged in its middle. Every other record is to be destroyed.
func (w *whoForgets) write() {
	w.t.Helper()
	const histories, each = 5, 120
	for n := range histories {
		id := byte(n)
		_, err := w.streams.CreateStream(w.t.Context(), stream.AccountID{id}, stream.NewStream{
			ID: stream.ID{9, id}, Kind: stream.History, Members: []stream.Member{{Account: stream.AccountID{id}, Role: stream.Owner}},
		})
		must(w.t, err)
	}
	for i := range histories * each {
		id := byte(w.random.IntN(histories))
		r := stream.NewRecord{Kind: stream.Message, Key: stream.Key(random(16)), Ciphertext: random(24 + w.random.IntN(2500))}
		if i%2 == 0 {
			r.ForgetHour = uint64(w.now.Unix()/3600) + 2
			w.gone.of("a record", r.Ciphertext)
		} else {
			w.stays.of("a record", r.Ciphertext)
		}
		_, err := w.streams.Append(w.t.Context(), stream.AccountID{id}, stream.ID{9, id}, []stream.NewRecord{r}, nil)
		must(w.t, err)
	}
}

// upload keeps one file and deletes another.
func (w *whoForgets) upload() {
	w.t.Helper()
	must(w.t, w.db.Write(w.t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO stream (key, id, kind, created_day) VALUES (77, x'77777777777777777777777777777777', 1, 20000);
			INSERT INTO member (stream, account, role) VALUES (77, x'00000000000000000000000000000000', 1)`)
		return err
	}))
	for i, into := range []traces{w.stays, w.gone} {
		key, content := random(32), random(100_000)
		hash, sum := sha256.Sum256(key), sha256.Sum256(content)
		id := blob.ID{byte(i + 1)}
		must(w.t, w.blobs.Create(w.t.Context(), blob.ID{}, blob.Blob{ID: id, Stream: blob.ID([]byte("wwwwwwwwwwwwwwww")), Size: int64(len(content)), WriteHash: hash}))
		must(w.t, w.blobs.PutChunk(w.t.Context(), blob.ID{}, id, key, 0, content, sum[:]))
		must(w.t, w.blobs.Commit(w.t.Context(), blob.ID{}, id, key, 0))
		into.of("a file", content)
		if i == 1 {
			must(w.t, w.blobs.Delete(w.t.Context(), blob.ID{}, id, key))
		}
	}
}

// What was destroyed before a backup began is not in it, in no page that rows were in
// before, though the server's log was not emptied yet; and what is to be kept is.
func TestWhatWasDestroyedIsNotInABackup(t *testing.T) {
	w := newWhoForgets(t)
	w.write()
	w.upload()
	if found := w.gone.in(w.archived(w.backUp())); len(found) == 0 {
		t.Fatal("it is not found where it is")
	}
	w.now = w.now.Add(3 * time.Hour)
	must(t, w.streams.Sweep(t.Context()))
	plan := w.plan()
	plan.Now = w.now
	made, err := backup.Make(t.Context(), plan)
	must(t, err)
	text := w.archived(made)
	if found := w.gone.in(text); len(found) > 0 {
		t.Errorf("%d pieces of what was destroyed are in the backup: %v", len(found), found)
	}
	if found := w.stays.in(text); len(found) != len(w.stays) {
		t.Errorf("of %d pieces of what is to be kept %d are found", len(w.stays), len(found))
	}
}
