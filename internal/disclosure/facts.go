package disclosure

import (
	"crypto/tls"
	"encoding/json"
)

// Facts are what a running server can be asked about its own security, told at
// /security and /security.json (security.schema.json there says what each field
// means). cmd/alcove gathers them, anew for each who asks. Nothing in them names a
// path, a host or a time of day: what they say of whoever runs the server is what
// everybody may know.
type Facts struct {
	Store Store `json:"store"`
	// Nodes is whether several servers share the work of the practice.
	Nodes       bool         `json:"nodes"`
	TLS         TLS          `json:"tls"`
	Certificate *Certificate `json:"certificate"`
	Encryption  Encryption   `json:"encryption"`
	// Headers are those that protect, by what they are sent with: "pages", "app", "login_worker".
	Headers   map[string]map[string]string `json:"headers"`
	KeyLog    KeyLog                       `json:"key_log"`
	Backup    Backup                       `json:"backup"`
	Retention Retention                    `json:"retention"`
	Build     Build                        `json:"build"`
	Report    Report                       `json:"report"`
}

// Store is the database that holds the data.
type Store string

const (
	SQLite   Store = "sqlite"
	Postgres Store = "postgres"
)

// TLS is what the server agrees to with whoever connects to it, by the names of
// the IANA registry.
type TLS struct {
	Versions     []string `json:"versions"`
	CipherSuites []string `json:"cipher_suites"`
	KeyExchanges []string `json:"key_exchanges"`
}

// KeyExchangeName gives the name of a key exchange in the IANA registry.
func KeyExchangeName(id tls.CurveID) string {
	switch id {
	case tls.X25519:
		return "x25519"
	case tls.CurveP256:
		return "secp256r1"
	case tls.CurveP384:
		return "secp384r1"
	case tls.CurveP521:
		return "secp521r1"
	default: // newer ones are called in Go as there
		return id.String()
	}
}

// Issuer is who vouches for a certificate.
type Issuer string

const (
	SelfSigned Issuer = "self_signed" // nobody but the server itself
	Authority  Issuer = "authority"
)

// Certificate is the one in use.
type Certificate struct {
	Issuer     Issuer `json:"issuer"`
	IssuedBy   string `json:"issued_by"` // the authority's name; empty for a self-signed one
	ValidUntil Day    `json:"valid_until"`
	SHA256     string `json:"sha256"` // of its DER form, hexadecimal
}

// Encryption is what the app on the devices encrypts with, by the names of the
// MLS registry of IANA. The server takes no part in it.
type Encryption struct {
	Conversations string `json:"conversations"`
	Rooms         string `json:"rooms"`
}

// KeyLog is the log of everybody's public keys as it is now.
type KeyLog struct {
	Key  string `json:"key"` // of the log, C2SP signed-note
	Size int64  `json:"size"`
	Root string `json:"root_sha256"` // hexadecimal
	// Checkpoint is size and root under the log's signature, and its witnesses' cosignatures.
	Checkpoint string   `json:"checkpoint"`
	Witnesses  []string `json:"witnesses"` // keys of those that are asked to cosign
}

// Backup says when the server was last backed up, as far as it knows.
type Backup struct {
	MadeBy BackupMaker `json:"made_by"`
	Last   Day         `json:"last"`
}

// BackupMaker is who makes backups.
type BackupMaker string

const (
	Alcove BackupMaker = "alcove"
	Others BackupMaker = "others" // by means of PostgreSQL, if at all: the server does not know
)

// Retention says when what had reached its end was last destroyed, without a failure.
type Retention struct {
	LastRun      Day `json:"last_run"` // since the server started
	EveryMinutes int `json:"every_minutes"`
}

// Build says which program this is.
type Build struct {
	Revision    Text   `json:"revision"` // empty where the build was not told
	Modified    bool   `json:"modified"` // built from sources that differ from the revision
	Date        Day    `json:"date"`     // of the revision
	Go          string `json:"go"`
	Binary      string `json:"binary_sha256"`
	WebManifest string `json:"web_manifest_sha256"`
}

// Report says how to tell the practice of a weakness (RFC 9116).
type Report struct {
	Contact []string `json:"contact"` // URIs
}

// Day is a date (time.DateOnly), or empty for none; null in JSON.
type Day string

// Text is null in JSON where it is empty.
type Text string

// MarshalJSON implements json.Marshaler.
func (d Day) MarshalJSON() ([]byte, error) { return Text(d).MarshalJSON() }

// MarshalJSON implements json.Marshaler.
func (t Text) MarshalJSON() ([]byte, error) {
	if t == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(t))
}
