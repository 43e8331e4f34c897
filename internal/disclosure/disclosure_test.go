package disclosure_test

import (
	"strings"
	"testing"

	"alcove/internal/disclosure"
)

func item(name, entry string) disclosure.Item {
	return disclosure.Item{Kind: disclosure.File, Name: name, Entry: entry, Form: disclosure.Clear, Holds: "something"}
}

func TestComparesBothWays(t *testing.T) {
	declared := disclosure.Inventory{item("a", "folder"), item("gone", "folder"), item("tls/*", "keys"), item("none/*", "keys")}
	wrong := strings.Join(declared.Compare([]string{"a", "new", "tls/cert.pem"}), "; ")
	for _, want := range []string{"new is not declared", "gone is declared", "none/* is declared"} {
		if !strings.Contains(wrong, want) {
			t.Errorf("%q does not say: %s", wrong, want)
		}
	}
	if len(declared.Compare([]string{"a", "gone", "tls/x", "none/x"})) != 0 {
		t.Error("complains about what is right")
	}
}

func TestCheckRefuses(t *testing.T) {
	var whole disclosure.Inventory
	for _, e := range disclosure.Entries {
		whole = append(whole, item("of "+e.ID, e.ID))
	}
	if err := whole.Check(); err != nil {
		t.Fatal(err)
	}
	wordless := item("x", "folder")
	wordless.Holds = ""
	for want, bad := range map[string]disclosure.Inventory{
		"no entry": append(whole[:len(whole):len(whole)], item("x", "nowhere")),
		"twice":    append(whole[:len(whole):len(whole)], whole[0]),
		"holds":    append(whole[:len(whole):len(whole)], wordless),
		"nothing":  whole[1:],
	} {
		if err := bad.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
