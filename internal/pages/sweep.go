package pages

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

// What the canary sweep of this release found, as `make sweep` keeps it.
//
//go:embed sweep.json
var sweepText []byte

// sweepTable is what was planted and where it was found: of places and of leaks made
// on purpose there is one cell each. In English.
type sweepTable struct {
	Places []string `json:"places"`
	Rows   []struct {
		Planted string   `json:"planted"`
		Found   []string `json:"found"`
	} `json:"rows"`
	Reasons  []string `json:"reasons"`
	NotSwept []string `json:"not_swept"`
	Leaks    []struct {
		Made  string `json:"made"`
		Found string `json:"found"`
	} `json:"leaks"`
}

var swept = func() (t sweepTable) {
	if err := json.Unmarshal(sweepText, &t); err != nil {
		panic(fmt.Errorf("sweep.json: %w", err))
	}
	return t
}()
