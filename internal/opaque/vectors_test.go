package opaque

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"testing"
)

const vectorsPath = "../../../shared/vectors/opaque-rfc9807.json"

type vector struct {
	Config        map[string]string
	Inputs        map[string]string
	Intermediates map[string]string
	Outputs       map[string]string
}

// loadVectors reads the nine vectors of RFC 9807, appendix C, and gives those of our suite.
func loadVectors(t *testing.T) (real, fake []vector) {
	t.Helper()
	raw, err := os.ReadFile(vectorsPath)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("test vectors are missing: %v", err)
		}
		t.Skipf("needs %s", vectorsPath)
	}
	var all []vector
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	for _, v := range all {
		switch {
		case v.Config["Group"] != "ristretto255":
		case v.Config["Fake"] == "True":
			fake = append(fake, v)
		default:
			real = append(real, v)
		}
	}
	if len(all) != 9 || len(real) != 2 || len(fake) != 1 {
		t.Fatalf("have %d vectors, %d real and %d fake of our suite; want 9, 2 and 1", len(all), len(real), len(fake))
	}
	return real, fake
}

func (v vector) in(t *testing.T, name string) []byte { return unhex(t, v.Inputs[name]) }

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	if s == "" {
		return nil
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (v vector) wants(t *testing.T, name string, got []byte) {
	t.Helper()
	if want := v.Outputs[name]; hex.EncodeToString(got) != want {
		t.Errorf("%s:\n got %x\nwant %s", name, got, want)
	}
}

// scripted gives bytes in the order in which the code asks for them.
func scripted(parts ...[]byte) io.Reader { return bytes.NewReader(bytes.Join(parts, nil)) }

func (v vector) server(t *testing.T) *Server {
	t.Helper()
	key, err := loadKeyPair(v.in(t, "server_private_key"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(key.public, v.in(t, "server_public_key")) {
		t.Fatal("server's public key does not belong to its private key")
	}
	return &Server{
		oprfSeed: v.in(t, "oprf_seed"), key: key, fakeSeed: make([]byte, nHash), context: unhex(t, v.Config["Context"]),
		random:         scripted(v.in(t, "masking_nonce"), v.in(t, "server_nonce"), v.in(t, "server_keyshare_seed")),
		clientIdentity: v.in(t, "client_identity"), serverIdentity: v.in(t, "server_identity"),
	}
}

func (v vector) client(t *testing.T, random ...[]byte) *Client {
	return &Client{
		context: unhex(t, v.Config["Context"]), stretch: func(in []byte) []byte { return in }, random: scripted(random...),
		clientIdentity: v.in(t, "client_identity"), serverIdentity: v.in(t, "server_identity"),
	}
}
