// Package disclosure says what a server holds: the inventory of data.
//
// Whatever is written anywhere (a column, a file in the data folder, a figure
// under /metrics, a field of the log) or told from one server to another (a subject of
// NATS) is an Item, declared beside its definition (store.Inventory, nodes.Inventory,
// the inventory of cmd/alcove) and in exactly one Entry. An entry
// gathers what is kept for one purpose, on one legal basis, for one time, and is
// read by the same people; so these are said once, in plain words, in the five
// languages of the public pages (the texts "inventory.*" there).
//
// Tests hold both ways: what a fresh database, the data folder, /metrics, the calls
// of the log and NATS have is declared, and what is declared is there. The page
// /privacy/data, /inventory.json and docs/inventory.md are made from it.
package disclosure

import (
	"fmt"
	"slices"
	"strings"
)

// Kind is where an item lies.
type Kind string

const (
	Column Kind = "column" // of the database: table.column
	File   Kind = "file"   // in the data folder
	Metric Kind = "metric" // under /metrics, with the names of its labels
	Log    Kind = "log"    // a field of a log line
	// Database is what PostgreSQL holds beside its tables, by itself.
	Database Kind = "database"
	// Subject is one of NATS, by which several servers of a practice tell each other.
	Subject Kind = "subject"
)

// Form is in what shape an item is held: what a thief of it would have.
type Form string

const (
	Clear      Form = "clear"
	Public     Form = "public"     // in clear, and anybody may read it or is meant to
	Ciphertext Form = "ciphertext" // opened by keys that are not beside it
	KeyedHash  Form = "keyed_hash" // cannot be tried out without a key that is not beside it
	Hash       Form = "hash"       // of something random, so that it cannot be tried out
	Mixed      Form = "mixed"      // a file of the things above
	Secret     Form = "secret"     // opens or makes some of the things above
)

// Forms are all forms, so that there are words for each.
var Forms = []Form{Clear, Public, Ciphertext, KeyedHash, Hash, Mixed, Secret}

// Readers says who can read what an item means.
type Readers string

const (
	Owner    Readers = "owner"    // the account's own devices
	Members  Readers = "members"  // those who share the conversation
	Contacts Readers = "contacts" // whoever talks with the account, and who runs the server
	Operator Readers = "operator" // who runs the server
	Stewards Readers = "stewards" // and who runs the server
	Askers   Readers = "askers"   // who owns a survey, of several responses together
	Everyone Readers = "everyone"
)

// Basis is why the law lets it be held (GDPR articles 6 and 9).
type Basis string

const (
	Counselling Basis = "counselling" // asked for, with explicit consent as it concerns health
	Consent     Basis = "consent"     // switched on by the person, off until then
	Duty        Basis = "duty"        // the law asks for it (GDPR articles 33 and 34, 45 CFR 164.404)
	Work        Basis = "work"        // an agreement with those who work here
	Operation   Basis = "operation"   // the legitimate interest in a server that is safe and works
)

// Entry is what is kept for one purpose and one time.
type Entry struct {
	ID      string
	Basis   Basis
	Readers Readers
	// Figures stand in the text on how long it is kept, by their placeholders.
	Figures map[string]int
}

// Item is one thing that is held.
type Item struct {
	Kind Kind
	// Name is as the system itself has it. What a library names ends in "*".
	Name  string
	Entry string
	Form  Form
	Holds string // in English, for who reads the code or the JSON
}

// Matches reports whether the item declares what has this name.
func (i Item) Matches(name string) bool {
	if prefix, open := strings.CutSuffix(i.Name, "*"); open {
		return strings.HasPrefix(name, prefix)
	}
	return i.Name == name
}

// Inventory is all that is declared.
type Inventory []Item

// Of gives the items of an entry, as they were declared.
func (v Inventory) Of(entry string) []Item {
	return slices.DeleteFunc(slices.Clone(v), func(i Item) bool { return i.Entry != entry })
}

// Kind gives the items of one kind.
func (v Inventory) Kind(kind Kind) Inventory {
	return slices.DeleteFunc(slices.Clone(v), func(i Item) bool { return i.Kind != kind })
}

// Compare says what is there and not declared, and what is declared and not there.
func (v Inventory) Compare(there []string) []string {
	var wrong []string
	for _, name := range there {
		if !slices.ContainsFunc(v, func(i Item) bool { return i.Matches(name) }) {
			wrong = append(wrong, name+" is not declared: say what it holds, why and how long")
		}
	}
	for _, i := range v {
		if !slices.ContainsFunc(there, i.Matches) {
			wrong = append(wrong, i.Name+" is declared, but not there any more")
		}
	}
	return wrong
}

// Check fails for an item without an entry or without words, one that is declared
// twice, and an entry that holds nothing.
func (v Inventory) Check() error {
	known, used, seen := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, e := range Entries {
		known[e.ID] = true
	}
	for _, i := range v {
		name := string(i.Kind) + " " + i.Name
		switch {
		case !known[i.Entry]:
			return fmt.Errorf("%s is in no entry that is known: %q", name, i.Entry)
		case seen[name]:
			return fmt.Errorf("%s is declared twice", name)
		case i.Holds == "" || !slices.Contains(Forms, i.Form):
			return fmt.Errorf("%s does not say what it holds", name)
		}
		seen[name], used[i.Entry] = true, true
	}
	for id := range known {
		if !used[id] {
			return fmt.Errorf("the entry %q holds nothing", id)
		}
	}
	return nil
}
