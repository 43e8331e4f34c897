package keylog_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/keylog"
)

func label(n int) keylog.Label {
	return sha256.Sum256(binary.BigEndian.AppendUint64([]byte("label"), uint64(n)))
}

func value(n int) keylog.Value {
	return sha256.Sum256(binary.BigEndian.AppendUint64([]byte("value"), uint64(n)))
}

// grown is a log in which n labels were set.
func grown(t testing.TB, n int) keylog.State {
	t.Helper()
	var s keylog.State
	for i := range n {
		s = next(t, s, label(i), value(i))
	}
	return s
}

func next(t testing.TB, s keylog.State, l keylog.Label, v keylog.Value) keylog.State {
	t.Helper()
	s, err := s.Next(keylog.Account, l, v)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWhatALabelSaysIsProvedAlsoThatItSaysNothing(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 17, 300} {
		s := grown(t, n)
		var root [32]byte
		if n > 0 {
			root = s.Last().Root
		}
		for i := range n + 20 {
			p := s.ProveLabel(label(i))
			if err := p.Check(root, label(i)); err != nil {
				t.Fatalf("%d labels, label %d: %v", n, i, err)
			}
			if p.Found != (i < n) || p.Found && (p.Value != value(i) || p.Version != 1) {
				t.Fatalf("%d labels, label %d: %+v", n, i, p)
			}
		}
	}
}

func TestALabelThatIsGoneIsNotOneThatNeverWas(t *testing.T) {
	s := next(t, grown(t, 5), label(3), keylog.Gone)
	p := s.ProveLabel(label(3))
	if err := p.Check(s.Last().Root, label(3)); err != nil || !p.Found || p.Value != keylog.Gone || p.Version != 2 {
		t.Fatalf("%+v, %v", p, err)
	}
	if v, version := s.Lookup(label(3)); v != keylog.Gone || version != 2 {
		t.Fatal(v, version)
	}
}

// Whatever is changed of a proof, it does not hold any more.
func TestAProofThatWasChangedDoesNotHold(t *testing.T) {
	s := grown(t, 50)
	root := s.Last().Root
	changed := map[string]func(*keylog.MapProof){
		"value":   func(p *keylog.MapProof) { p.Value[0] ^= 1 },
		"version": func(p *keylog.MapProof) { p.Version++ },
		"absent":  func(p *keylog.MapProof) { p.Found = false },
		"another's": func(p *keylog.MapProof) {
			p.Found, p.Other = false, &keylog.OtherLeaf{Label: label(4)}
		},
		"its own as another's": func(p *keylog.MapProof) {
			p.Found, p.Other = false, &keylog.OtherLeaf{Label: label(7)}
		},
		"beside": func(p *keylog.MapProof) { p.Beside[0][5] ^= 1 },
		"tag":    func(p *keylog.MapProof) { p.Beside[0][0] ^= 3 },
		"short":  func(p *keylog.MapProof) { p.Beside = p.Beside[1:] },
		"long":   func(p *keylog.MapProof) { p.Beside = append(p.Beside, make([]byte, 33)) },
		"narrow": func(p *keylog.MapProof) { p.Beside[0] = p.Beside[0][1:] },
		"endless": func(p *keylog.MapProof) {
			for range 300 {
				p.Beside = append(p.Beside, make([]byte, 33))
			}
		},
	}
	for name, change := range changed {
		p := s.ProveLabel(label(7))
		change(&p)
		if p.Check(root, label(7)) == nil {
			t.Errorf("%s: holds", name)
		}
	}
	for i := 50; i < 70; i++ {
		p := s.ProveLabel(label(i))
		p.Found, p.Version, p.Value, p.Other = true, 1, value(1), nil
		if p.Check(root, label(i)) == nil {
			t.Errorf("a value was proved of label %d, which says nothing", i)
		}
		if p = s.ProveLabel(label(i)); p.Check(root, label(7)) == nil {
			t.Error("absence of one label was proved by that of another")
		}
	}
}

func TestALogThatDoesNotFollowIsRefused(t *testing.T) {
	s := grown(t, 9)
	var again keylog.State
	var err error
	for _, e := range s.Entries(0) {
		if again, err = again.Replay(e); err != nil {
			t.Fatal(err)
		}
	}
	was, _ := s.Tree()
	if now, _ := again.Tree(); was != now {
		t.Fatal("replaying made another log")
	}
	good := next(t, s, label(2), value(100)).Last()
	for name, change := range map[string]func(*keylog.Entry){
		"root":    func(e *keylog.Entry) { e.Root[3] ^= 1 },
		"version": func(e *keylog.Entry) { e.Version++ },
		"value":   func(e *keylog.Entry) { e.Value[3] ^= 1 },
		"label":   func(e *keylog.Entry) { e.Label[3] ^= 1 },
	} {
		e := good
		change(&e)
		if _, err := s.Replay(e); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

// What is made at once of all entries is what came of them one by one.
func TestALogIsRebuiltAtOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 7, 8, 300} {
		s := grown(t, n)
		for i := range n / 2 {
			s = next(t, next(t, s, label(i), value(1000+i)), label(i), keylog.Gone)
		}
		tree, _ := s.Tree()
		again, err := keylog.Rebuild(s.Entries(0), tree.Hash)
		if err != nil {
			t.Fatal(n, err)
		}
		if again.Accounts() != s.Accounts() || again.Accounts() != int64(n-n/2) {
			t.Errorf("%d accounts, then %d", s.Accounts(), again.Accounts())
		}
		// It can be gone on with, and proves the same.
		s, again = next(t, s, label(1), value(7)), next(t, again, label(1), value(7))
		was, _ := s.Tree()
		if now, _ := again.Tree(); now != was || s.Last() != again.Last() {
			t.Fatalf("%d labels: another log", n)
		}
		for i := range n + 5 {
			if !reflect.DeepEqual(s.ProveLabel(label(i)), again.ProveLabel(label(i))) {
				t.Fatalf("%d labels: label %d is proved otherwise", n, i)
			}
		}
	}
}

func TestALogIsNotRebuiltOfOtherEntries(t *testing.T) {
	s := next(t, grown(t, 40), label(3), value(100))
	tree, _ := s.Tree()
	for name, change := range map[string]func([]keylog.Entry) []keylog.Entry{
		"kind":      func(e []keylog.Entry) []keylog.Entry { e[9].Kind = keylog.Survey; return e },
		"version":   func(e []keylog.Entry) []keylog.Entry { e[9].Version++; return e },
		"value":     func(e []keylog.Entry) []keylog.Entry { e[9].Value[3] ^= 1; return e },
		"label":     func(e []keylog.Entry) []keylog.Entry { e[9].Label[3] ^= 1; return e },
		"a root":    func(e []keylog.Entry) []keylog.Entry { e[9].Root[3] ^= 1; return e },
		"last root": func(e []keylog.Entry) []keylog.Entry { e[40].Root[3] ^= 1; return e },
		"set again": func(e []keylog.Entry) []keylog.Entry { e[3].Value[3] ^= 1; return e },
		"missing":   func(e []keylog.Entry) []keylog.Entry { return e[:40] },
		"order":     func(e []keylog.Entry) []keylog.Entry { e[5], e[6] = e[6], e[5]; return e },
		"twice":     func(e []keylog.Entry) []keylog.Entry { return append(e, e[40]) },
	} {
		if _, err := keylog.Rebuild(change(s.Entries(0)), tree.Hash); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	// A tree that is right of entries which break the rules does not help.
	broken := s.Entries(0)
	broken[40].Root[0] ^= 1
	if _, err := keylog.Rebuild(broken, treeOf(t, broken)); err == nil {
		t.Error("a root that is not the map's was taken")
	}
}

func treeOf(t *testing.T, entries []keylog.Entry) [32]byte {
	t.Helper()
	var all stored
	for i, e := range entries {
		more, err := tlog.StoredHashes(int64(i), e.Encode(), all)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, more...)
	}
	hash, err := tlog.TreeHash(int64(len(entries)), all)
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

type stored []tlog.Hash

func (s stored) ReadHashes(at []int64) (out []tlog.Hash, _ error) {
	for _, i := range at {
		out = append(out, s[i])
	}
	return out, nil
}

// An earlier state still says what it said, whatever followed it, even twice.
func TestAStateStaysWhatItIs(t *testing.T) {
	s := grown(t, 30)
	tree, _ := s.Tree()
	undone := next(t, next(t, s, label(1), value(77)), label(2), value(78))
	followed := next(t, s, label(1), value(79))
	if now, _ := s.Tree(); now != tree {
		t.Fatal("the tree changed")
	}
	if v, _ := s.Lookup(label(1)); v != value(1) {
		t.Fatal("the map changed")
	}
	if v, _ := undone.Lookup(label(1)); v != value(77) {
		t.Fatal("the map of what was undone changed")
	}
	p := followed.ProveLabel(label(1))
	if err := p.Check(followed.Last().Root, label(1)); err != nil || p.Value != value(79) {
		t.Fatal(err, p)
	}
	proof, err := followed.ProveSince(s.Size())
	if err != nil {
		t.Fatal(err)
	}
	now, _ := followed.Tree()
	if err := tlog.CheckTree(proof, now.N, now.Hash, tree.N, tree.Hash); err != nil {
		t.Fatal(err)
	}
}

func TestTilesAreThoseOfC2SP(t *testing.T) {
	s := grown(t, 600)
	tree, _ := s.Tree()
	read := func(path string) []byte {
		data, err := s.Tile(path)
		if err != nil {
			t.Fatal(path, err)
		}
		return data
	}
	if n := len(read("tile/0/001")); n != 256*32 {
		t.Fatal(n)
	}
	if n := len(read("tile/1/000.p/2")); n != 2*32 {
		t.Fatal(n)
	}
	bundle := read("tile/entries/002.p/88")
	var n int64
	for rest := bundle; len(rest) > 0; n++ {
		var entry []byte
		var err error
		if entry, rest, err = torchwood.ReadTileEntry(rest); err != nil {
			t.Fatal(err)
		}
		proof, err := tlog.ProveRecord(tree.N, 512+n, s)
		if err != nil {
			t.Fatal(err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, 512+n, tlog.RecordHash(entry)); err != nil {
			t.Fatal(err)
		}
	}
	if n != 88 {
		t.Fatal(n)
	}
	for _, path := range []string{"", "tile", "tile/0/003", "tile/entries/002", "tile/entries/009", "tile/-1/000", "tile/0/000.p/0", "tile/entries/x999/999", "tile/8/0/000", "../x"} {
		if _, err := s.Tile(path); err == nil {
			t.Errorf("%q is served", path)
		}
	}
}

func TestACheckpointIsOfItsLogAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keylog.key")
	key, err := keylog.LoadKey(path, "talk.example.org/log", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	same, err := keylog.LoadKey(path, "elsewhere.example.org/log", rand.Reader)
	if err != nil || same.Verifier() != key.Verifier() || same.Origin() != "talk.example.org/log" {
		t.Fatal("the key was not kept", err)
	}
	head, err := keylog.NewLog(key, func() (keylog.State, error) { return grown(t, 4), nil }).Head()
	if err != nil {
		t.Fatal(err)
	}
	c, err := keylog.OpenCheckpoint(head.Checkpoint, key.Verifier())
	if err != nil || c.Tree.N != 4 || c.Origin != key.Origin() {
		t.Fatalf("%+v, %v", c, err)
	}
	other, _ := keylog.LoadKey(filepath.Join(t.TempDir(), "k"), "talk.example.org/log", rand.Reader)
	if _, err := keylog.OpenCheckpoint(head.Checkpoint, other.Verifier()); err == nil {
		t.Error("another key's checkpoint is taken")
	}
	if _, err := keylog.OpenCheckpoint(bytes.Replace(head.Checkpoint, []byte("\n4\n"), []byte("\n5\n"), 1), key.Verifier()); err == nil {
		t.Error("a changed checkpoint is taken")
	}
	if !strings.HasPrefix(string(head.Checkpoint), "talk.example.org/log\n4\n") {
		t.Errorf("%s", head.Checkpoint)
	}
}

func FuzzDecodeEntry(f *testing.F) {
	f.Add(grown(f, 1).Last().Encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if e, err := keylog.DecodeEntry(b); err == nil && !bytes.Equal(e.Encode(), b) {
			t.Fatal("read as something else")
		}
	})
}

func FuzzTile(f *testing.F) {
	s := grown(f, 300)
	f.Add("tile/0/000")
	f.Add("tile/entries/001.p/44")
	f.Fuzz(func(t *testing.T, path string) {
		if data, err := s.Tile(path); err == nil && len(data) > 256*(2+keylog.EntrySize) {
			t.Fatal("too long")
		}
	})
}

func FuzzOpenCheckpoint(f *testing.F) {
	key, _ := keylog.LoadKey(filepath.Join(f.TempDir(), "k"), "talk.example.org/log", rand.Reader)
	head, _ := keylog.NewLog(key, func() (keylog.State, error) { return grown(f, 3), nil }).Head()
	f.Add(head.Checkpoint)
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := keylog.OpenCheckpoint(b, key.Verifier()); err == nil && c.Tree.N != 3 {
			t.Fatal("forged")
		}
	})
}

// go test -bench Rebuild ./internal/keylog: what a start takes of so many entries.
func BenchmarkRebuildAHundredThousand(b *testing.B) {
	s := grown(b, 100_000)
	tree, _ := s.Tree()
	for b.Loop() {
		if _, err := keylog.Rebuild(s.Entries(0), tree.Hash); err != nil {
			b.Fatal(err)
		}
	}
}

// go test -bench Among ./internal/keylog: what an entry and a proof cost among so many.
func BenchmarkAmongAHundredThousand(b *testing.B) {
	s := grown(b, 100_000)
	b.Run("append", func(b *testing.B) {
		at := s
		for i := range b.N {
			at = next(b, at, label(1_000_000+i), value(i))
		}
	})
	b.Run("prove", func(b *testing.B) {
		var bytes int
		for i := range b.N {
			p := s.ProveLabel(label(i % 100_000))
			bytes += 33 * len(p.Beside)
		}
		b.ReportMetric(float64(bytes)/float64(b.N), "proof-bytes")
	})
	b.Run("check", func(b *testing.B) {
		p, root := s.ProveLabel(label(7)), s.Last().Root
		for range b.N {
			if p.Check(root, label(7)) != nil {
				b.Fatal()
			}
		}
	})
}
