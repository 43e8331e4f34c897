package webapp_test

import (
	"strings"
	"testing"

	"alcove/internal/webapp"
)

const integrity = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb"

func TestAReleaseNamesEveryFileThatABrowserIsGiven(t *testing.T) {
	r, err := webapp.ReadRelease()
	if err != nil {
		t.Skip("the web client is not built in")
	}
	for _, path := range []string{"/app", "/service_worker.js"} {
		if r.Files[path] == "" {
			t.Error("it does not name", path)
		}
	}
	if len(r.Files) < 10 || len(r.SHA256()) != 64 {
		t.Error(len(r.Files), "files", r.SHA256())
	}
}

func TestAReleaseHasOneForm(t *testing.T) {
	good := "alcove/v1/release\n/app " + integrity + "\n/assets/app/main-1.js " + integrity + "\n/service_worker.js " + integrity + "\n"
	if r, err := webapp.ParseRelease([]byte(good)); err != nil || len(r.Files) != 3 {
		t.Fatal(err, r.Files)
	}
	for name, text := range map[string]string{
		"empty":             "",
		"no file":           "alcove/v1/release\n",
		"no end":            strings.TrimSuffix(good, "\n"),
		"another head":      strings.Replace(good, "v1", "v2", 1),
		"not sorted":        "alcove/v1/release\n/service_worker.js " + integrity + "\n/app " + integrity + "\n",
		"twice":             "alcove/v1/release\n/app " + integrity + "\n/app " + integrity + "\n",
		"another path":      strings.Replace(good, "/app ", "/admin ", 1),
		"a path upwards":    strings.Replace(good, "main-1.js", "../x", 1),
		"another hash":      strings.Replace(good, "sha384-OLBg", "sha256-OLBg", 1),
		"a shorter hash":    strings.Replace(good, "sha384-OLBg", "sha384-", 1),
		"a line of nothing": good + "\n",
		"with returns":      strings.ReplaceAll(good, "\n", "\r\n"),
	} {
		if _, err := webapp.ParseRelease([]byte(text)); err == nil {
			t.Error("taken:", name)
		}
	}
}

func FuzzParseRelease(f *testing.F) {
	f.Add([]byte("alcove/v1/release\n/app " + integrity + "\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := webapp.ParseRelease(text)
		if err == nil && (len(r.Files) == 0 || string(r.Text) != string(text)) {
			t.Fatalf("%q was taken otherwise", text)
		}
	})
}
