package pages

import (
	"embed"
	"encoding/json"
	"fmt"
)

// The words of single items of the inventory stand in English beside the item; the
// other languages have those of the columns in items/, so that an account is told
// in its own language what each line is that the server holds on it. A test of
// cmd/alcove holds them to the columns.

//go:embed items/*.json
var itemFiles embed.FS

// itemWords are by language and name; English has none of its own.
var itemWords = func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, l := range Languages[1:] {
		file, err := itemFiles.ReadFile("items/" + l + ".json")
		if err != nil {
			panic(err) // embedded: a build without it is broken
		}
		words := map[string]string{}
		if err := json.Unmarshal(file, &words); err != nil {
			panic(fmt.Errorf("items/%s.json: %w", l, err))
		}
		all[l] = words
	}
	return all
}()
