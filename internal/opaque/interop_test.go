package opaque_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

const browserLibrary = "node_modules/@serenity-kit/opaque"

// browser plays the browser's half: it answers one JSON line with another.
const browser = `
import * as opaque from '@serenity-kit/opaque';
import { createInterface } from 'node:readline';
await opaque.ready;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (message) => {
  process.stdout.write(JSON.stringify(message) + '\n');
  return JSON.parse((await lines.next()).value);
};
const password = 'six words';
const keyStretching = 'memory-constrained';
const r = opaque.client.startRegistration({ password });
const registrationResponse = await ask({ message: r.registrationRequest });
const done = opaque.client.finishRegistration({ password, keyStretching, registrationResponse, clientRegistrationState: r.clientRegistrationState });
await ask({ message: done.registrationRecord, exportKey: done.exportKey });
const l = opaque.client.startLogin({ password });
const loginResponse = await ask({ message: l.startLoginRequest });
const end = opaque.client.finishLogin({ password, keyStretching, loginResponse, clientLoginState: l.clientLoginState });
process.stdout.write(JSON.stringify({ message: end?.finishLoginRequest ?? '', sessionKey: end?.sessionKey ?? '', exportKey: end?.exportKey ?? '' }) + '\n');
process.exit(0);
`

type browserMessage struct{ Message, SessionKey, ExportKey string }

// The browser's library registers and logs in here, and the Go client logs in
// with what the browser registered: all three agree on every key.
func TestTheBrowsersLibraryAndThisOneAgree(t *testing.T) {
	if _, err := os.Stat("../../" + browserLibrary); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing", browserLibrary)
		}
		t.Skipf("needs %s", browserLibrary)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	command := exec.CommandContext(ctx, "node", "--input-type=module", "-e", browser)
	command.Dir, command.Stderr = "../..", os.Stderr
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { cancel(); _ = command.Wait() }()
	lines := bufio.NewScanner(stdout)

	server := newServer(t)
	response, err := server.RegistrationResponse(decode(t, hear(t, lines).Message), []byte("name"))
	if err != nil {
		t.Fatal(err)
	}
	say(t, stdin, response)
	registered := hear(t, lines)
	record := decode(t, registered.Message)
	if err := server.CheckRecord(record); err != nil {
		t.Fatal(err)
	}
	say(t, stdin, nil)
	state, ke2, err := server.LoginStart(record, []byte("name"), decode(t, hear(t, lines).Message))
	if err != nil {
		t.Fatal(err)
	}
	say(t, stdin, ke2)
	end := hear(t, lines)
	sessionKey, err := server.LoginFinish(state, decode(t, end.Message))
	if err != nil {
		t.Fatal(err)
	}
	exportKey := decode(t, registered.ExportKey)
	if !bytes.Equal(sessionKey, decode(t, end.SessionKey)) || !bytes.Equal(exportKey, decode(t, end.ExportKey)) {
		t.Error("browser and server disagree on a key")
	}
	o := logIn(t, server, record, "name", "six words")
	if o.clientErr != nil || len(exportKey) == 0 || !bytes.Equal(o.exportKey, exportKey) {
		t.Errorf("the Go client does not open the browser's registration: %v", o.clientErr)
	}
}

func hear(t *testing.T, lines *bufio.Scanner) (m browserMessage) {
	t.Helper()
	if !lines.Scan() {
		t.Fatal("the browser's half ended early")
	}
	if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func say(t *testing.T, to io.Writer, message []byte) {
	t.Helper()
	line, err := json.Marshal(base64.RawURLEncoding.EncodeToString(message))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.Write(append(line, '\n')); err != nil {
		t.Fatal(err)
	}
}

func decode(t *testing.T, text string) []byte {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
