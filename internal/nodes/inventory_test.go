package nodes

import (
	"regexp"
	"slices"
	"sync"
	"testing"

	"github.com/nats-io/nats.go"
)

var hashed = regexp.MustCompile(`^alcove\.[0-9a-f]{32}`)

// What goes through NATS goes by the subjects that are declared, by each of them.
func TestEverySubjectIsDeclared(t *testing.T) {
	url := runNATS(t, 0).ClientURL()
	conn, err := nats.Connect(url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	var mu sync.Mutex
	var there []string
	if _, err := conn.Subscribe(">", func(m *nats.Msg) {
		mu.Lock()
		defer mu.Unlock()
		if name := hashed.ReplaceAllString(m.Subject, "alcove.HASH"); !slices.Contains(there, name) {
			there = append(there, name)
		}
	}); err != nil {
		t.Fatal(err)
	}
	a, _ := two(t, url)
	a.Here(ctx, []Account{ada})
	eventually(t, "all were used", func() bool {
		mu.Lock()
		defer mu.Unlock()
		return len(there) >= len(Inventory)
	})
	mu.Lock()
	defer mu.Unlock()
	for _, wrong := range Inventory.Compare(there) {
		t.Error(wrong)
	}
}
