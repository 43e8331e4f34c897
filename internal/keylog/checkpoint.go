package keylog

import (
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/keyfile"
)

// Key signs checkpoints: an Ed25519 key of C2SP signed-note, whose name is the log's
// origin. It lies in a file outside the database. Who loses the file has to begin
// another log, and everybody is warned; so it is in the backup.
type Key struct {
	signer   note.Signer
	verifier string
}

// LoadKey reads the key from path or makes it on the first start, for the origin
// given then. That stays as it was made: another host name is no other log.
func LoadKey(path, origin string, random io.Reader) (Key, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		secret, _, err := note.GenerateKey(random, origin)
		return secret, err
	})
	if err != nil {
		return Key{}, fmt.Errorf("key of the key log: %w", err)
	}
	return parseKey(text)
}

// parseKey reads PRIVATE+KEY+<name>+<hash>+<base64 of algorithm and seed>.
func parseKey(text string) (Key, error) {
	signer, err := note.NewSigner(text)
	if err != nil {
		return Key{}, fmt.Errorf("key of the key log: %w", err)
	}
	public, err := publicOf(text)
	if err != nil {
		return Key{}, fmt.Errorf("key of the key log: %w", err)
	}
	verifier, err := note.NewEd25519VerifierKey(signer.Name(), public)
	return Key{signer, verifier}, err
}

func publicOf(text string) (ed25519.PublicKey, error) {
	seed, err := seedOf(text)
	if err != nil {
		return nil, err
	}
	return seed.Public().(ed25519.PublicKey), nil
}

func seedOf(text string) (ed25519.PrivateKey, error) {
	parts := strings.SplitN(text, "+", 5)
	key, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(parts) != 5 || len(key) != 1+ed25519.SeedSize {
		return nil, errMalformed
	}
	return ed25519.NewKeyFromSeed(key[1:]), nil
}

// Origin names the log.
func (k Key) Origin() string { return k.signer.Name() }

// Verifier is the public key as C2SP signed-note writes it: <name>+<hash>+<base64>.
func (k Key) Verifier() string { return k.verifier }

// Sign makes the checkpoint of a tree. Its entries must be durable.
func (k Key) Sign(tree tlog.Tree) ([]byte, error) {
	text := torchwood.Checkpoint{Origin: k.Origin(), Tree: tree}.String()
	return note.Sign(&note.Note{Text: text}, k.signer)
}

// Checkpoint is one that was signed by the log.
type Checkpoint struct {
	Origin string
	Tree   tlog.Tree
	// Cosigned are those of the witnesses asked about that cosigned it, and when (Unix).
	Cosigned map[string]int64
}

// OpenCheckpoint verifies a checkpoint's signature by the log's key, and finds the
// cosignatures (C2SP tlog-cosignature) of the witnesses given. Keys are verifier keys.
func OpenCheckpoint(signed []byte, logKey string, witnesses ...string) (c Checkpoint, err error) {
	verifier, err := note.NewVerifier(logKey)
	if err != nil {
		return c, fmt.Errorf("key of the key log: %w", err)
	}
	verifiers := []note.Verifier{verifier}
	for _, key := range witnesses {
		w, err := newWitnessVerifier(key)
		if err != nil {
			return c, err
		}
		verifiers = append(verifiers, w)
	}
	opened, err := note.Open(signed, note.VerifierList(verifiers...))
	if err != nil {
		return c, fmt.Errorf("checkpoint of the key log: %w", err)
	}
	parsed, err := torchwood.ParseCheckpoint(opened.Text)
	if err != nil {
		return c, fmt.Errorf("checkpoint of the key log: %w", err)
	}
	c = Checkpoint{Origin: parsed.Origin, Tree: parsed.Tree, Cosigned: map[string]int64{}}
	byLog := false
	for _, s := range opened.Sigs {
		if s.Name == verifier.Name() && s.Hash == verifier.KeyHash() {
			byLog = true
			continue
		}
		if c.Cosigned[s.Name], err = torchwood.CosignatureTimestamp(s); err != nil {
			return c, fmt.Errorf("cosignature of %s: %w", s.Name, err)
		}
	}
	if !byLog || c.Origin != verifier.Name() {
		return c, fmt.Errorf("checkpoint of the key log: not signed by %s", verifier.Name())
	}
	return c, nil
}
