package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestABreachIsAnsweredFromTheMachine(t *testing.T) {
	data := t.TempDir()
	say := func(what string) (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), []string{"breach", what, "-data", data}, &out)
		return out.String(), err
	}
	if _, err := say("status"); err == nil {
		t.Error("a folder without a practice was taken")
	}
	t.Run("while the server runs", func(t *testing.T) {
		startServing(t, data)
		if _, err := say("freeze"); err == nil || !strings.Contains(err.Error(), "stop the server first") {
			t.Errorf("got %v", err)
		}
	})
	for _, step := range []struct{ what, says string }{
		{"status", "sign-ups frozen: false\nentries in the register: 0\n"},
		{"freeze", "sign-ups frozen: true"},
		{"rekey", "asked to replace their keys"},
		{"status", "sign-ups frozen: true\nentries in the register: 0\ndevices were asked to replace their keys: 1 times"},
		{"thaw", "sign-ups frozen: false"},
		{"end-sessions", "0 sessions were ended"},
	} {
		if said, err := say(step.what); err != nil || !strings.Contains(said, step.says) {
			t.Errorf("%s: %q %v", step.what, said, err)
		}
	}
	if _, err := say("rekey"); err == nil {
		t.Error("asked twice on one day")
	}
	if _, err := say("panic"); err == nil || !strings.Contains(err.Error(), "say what to do") {
		t.Errorf("got %v", err)
	}
}
