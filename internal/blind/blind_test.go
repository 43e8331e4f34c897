package blind_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"strings"
	"sync"
	"testing"

	"alcove/internal/blind"
)

// made is a key for all tests: making one takes long.
var made = sync.OnceValue(func() blind.Key {
	k, err := blind.NewKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	return k
})

func public(t testing.TB, k blind.Key) []byte {
	t.Helper()
	der, err := k.Public()
	if err != nil {
		t.Fatal(err)
	}
	return der
}

// RFC 9474, appendix A.1.
func TestTheVectorsOfTheRFC(t *testing.T) {
	text, err := os.ReadFile("testdata/rfc9474.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 {
		t.Fatalf("%d vectors", len(all))
	}
	v := func(name string) []byte {
		b, err := hex.DecodeString(strings.TrimPrefix(all[0][name].(string), "0x"))
		if err != nil {
			t.Fatal(name, err)
		}
		return b
	}
	number := func(name string) *big.Int { return new(big.Int).SetBytes(v(name)) }
	private := &rsa.PrivateKey{PublicKey: rsa.PublicKey{N: number("n"), E: 65537}, D: number("d"), Primes: []*big.Int{number("p"), number("q")}}
	private.Precompute()
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	key, err := blind.ParseKey(der)
	if err != nil {
		t.Fatal(err)
	}
	signed, err := key.Sign(v("blinded_msg"))
	if err != nil || !bytes.Equal(signed, v("blind_sig")) {
		t.Errorf("the blind signature is %x, %v", signed, err)
	}
	if err := blind.Verify(public(t, key), v("msg_prefix"), v("msg"), v("sig")); err != nil {
		t.Error(err)
	}
}

func TestWhatWasSignedBlindlyIsASignature(t *testing.T) {
	key, message := made(), []byte("a one-time key of 32 bytes......")
	der := public(t, key)
	b, err := blind.Blind(der, message)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := key.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := blind.ParseKey(kept)
	if err != nil {
		t.Fatal(err)
	}
	first, err := key.Sign(b.Message)
	if err != nil {
		t.Fatal(err)
	}
	if second, err := again.Sign(b.Message); err != nil || !bytes.Equal(first, second) || len(first) != blind.Size {
		t.Fatal("the same blinded message got another signature", err)
	}
	signature, err := b.Finish(first)
	if err != nil {
		t.Fatal(err)
	}
	if err := blind.Verify(der, b.Randomizer, message, signature); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"another message":    blind.Verify(der, b.Randomizer, []byte("another"), signature),
		"another randomizer": blind.Verify(der, make([]byte, 32), message, signature),
		"no randomizer":      blind.Verify(der, nil, append(bytes.Clone(b.Randomizer), message...), signature),
		"still blind":        blind.Verify(der, b.Randomizer, message, first),
		"nothing":            blind.Verify(der, b.Randomizer, message, nil),
	} {
		if !errors.Is(err, blind.ErrSignature) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestABlindedMessageOutOfRangeIsNotSigned(t *testing.T) {
	key := made()
	parsed, err := x509.ParsePKIXPublicKey(public(t, key))
	if err != nil {
		t.Fatal(err)
	}
	n := parsed.(*rsa.PublicKey).N
	for name, blinded := range map[string][]byte{
		"nothing":     nil,
		"zero":        make([]byte, blind.Size),
		"the modulus": n.FillBytes(make([]byte, blind.Size)),
		"above it":    bytes.Repeat([]byte{0xff}, blind.Size),
		"too short":   bytes.Repeat([]byte{1}, blind.Size-1),
		"too long":    append(make([]byte, 1), new(big.Int).Sub(n, big.NewInt(1)).Bytes()...),
	} {
		if _, err := key.Sign(blinded); !errors.Is(err, blind.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := key.Sign(new(big.Int).Sub(n, big.NewInt(1)).FillBytes(make([]byte, blind.Size))); err != nil {
		t.Error("the largest one:", err)
	}
}

func TestOtherKeysAreRefused(t *testing.T) {
	short, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []any{short, curve} {
		der, err := x509.MarshalPKCS8PrivateKey(k)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := blind.ParseKey(der); !errors.Is(err, blind.ErrMalformed) {
			t.Errorf("%T: %v", k, err)
		}
	}
	for _, k := range []any{&short.PublicKey, &curve.PublicKey} {
		der, err := x509.MarshalPKIXPublicKey(k)
		if err != nil {
			t.Fatal(err)
		}
		if err := blind.Verify(der, make([]byte, 32), nil, make([]byte, 256)); !errors.Is(err, blind.ErrMalformed) {
			t.Errorf("%T: %v", k, err)
		}
	}
}

func FuzzSign(f *testing.F) {
	f.Add(bytes.Repeat([]byte{1}, blind.Size))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, blinded []byte) {
		if signed, err := made().Sign(blinded); (err == nil) != made().Takes(blinded) || err == nil && len(signed) != blind.Size {
			t.Fatal(err)
		}
	})
}

func FuzzParse(f *testing.F) {
	der, err := made().Public()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(der, []byte("message"), make([]byte, blind.Size))
	f.Add(der[:20], []byte{}, []byte{})
	f.Fuzz(func(t *testing.T, key, message, signature []byte) {
		if blind.Verify(key, make([]byte, blind.RandomizerSize), message, signature) == nil {
			t.Fatal("a signature out of nothing")
		}
		_, _ = blind.ParseKey(key)
	})
}

func BenchmarkNewKey(b *testing.B) {
	for b.Loop() {
		if _, err := blind.NewKey(rand.Reader); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSign(b *testing.B) {
	blinded := bytes.Repeat([]byte{1}, blind.Size)
	for b.Loop() {
		if _, err := made().Sign(blinded); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	key := made()
	der := public(b, key)
	ballot, err := blind.Blind(der, make([]byte, 32))
	if err != nil {
		b.Fatal(err)
	}
	signed, err := key.Sign(ballot.Message)
	if err != nil {
		b.Fatal(err)
	}
	signature, err := ballot.Finish(signed)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := blind.Verify(der, ballot.Randomizer, make([]byte, 32), signature); err != nil {
			b.Fatal(err)
		}
	}
}
