package backup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// format is of the archive; one with a higher number is refused.
const format = 1

// Names in the archive beside those of the data folder.
const (
	manifestName = "backup.json"
	sumsName     = "SHA256SUMS"
)

// Manifest says what a backup holds.
type Manifest struct {
	Format int              `json:"format"`
	Schema int              `json:"schema"` // of the database
	Made   time.Time        `json:"made"`
	Rows   map[string]int64 `json:"rows"` // of each table
}

var (
	// ErrNewer: this program is too old for it.
	ErrNewer = errors.New("it was made by a newer alcove")
	// ErrDamaged: what is there is not what was written.
	ErrDamaged = errors.New("the backup is damaged: it was cut off or altered")
	// ErrNotABackup: it can be opened, and is something else.
	ErrNotABackup = errors.New("the file is not a backup of Alcove")
)

// parseManifest looks at the format first: a newer one may mean anything by the rest.
func parseManifest(text []byte, known int) (m Manifest, err error) {
	var head struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(text, &head) != nil || head.Format < 1 {
		return m, ErrNotABackup
	}
	if head.Format > format {
		return m, fmt.Errorf("%w: it has format %d, this one knows %d", ErrNewer, head.Format, format)
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if d.Decode(&m) != nil || m.Schema < 1 {
		return m, ErrNotABackup
	}
	if m.Schema > known {
		return m, fmt.Errorf("%w: its database has schema %d, this one knows %d", ErrNewer, m.Schema, known)
	}
	return m, nil
}
