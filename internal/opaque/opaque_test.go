package opaque_test

import (
	"bytes"
	"errors"
	"testing"

	"alcove/internal/opaque"
)

var secret = bytes.Repeat([]byte{7}, 32)

func newServer(t testing.TB) *opaque.Server {
	t.Helper()
	server, err := opaque.NewServer(secret)
	if err != nil {
		t.Fatal(err)
	}
	return server
}

func register(t *testing.T, server *opaque.Server, name, passphrase string) (record, exportKey []byte) {
	t.Helper()
	registration, request, err := opaque.NewClient().Register([]byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	response, err := server.RegistrationResponse(request, []byte(name))
	if err != nil {
		t.Fatal(err)
	}
	record, exportKey, err = registration.Finish(response)
	if err != nil {
		t.Fatal(err)
	}
	if err := server.CheckRecord(record); err != nil {
		t.Fatal(err)
	}
	return record, exportKey
}

type outcome struct {
	state, ke2, ke3, clientKey, exportKey []byte
	clientErr                             error
}

func logIn(t *testing.T, server *opaque.Server, record []byte, name, passphrase string) outcome {
	t.Helper()
	login, ke1, err := opaque.NewClient().Login([]byte(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	state, ke2, err := server.LoginStart(record, []byte(name), ke1)
	if err != nil {
		t.Fatal(err)
	}
	ke3, clientKey, exportKey, err := login.Finish(ke2)
	return outcome{state, ke2, ke3, clientKey, exportKey, err}
}

func TestLogInGivesBothSidesTheSameKeyAndTheExportKeyAgain(t *testing.T) {
	server := newServer(t)
	record, exportKey := register(t, server, "name", "six words")
	o := logIn(t, server, record, "name", "six words")
	if o.clientErr != nil {
		t.Fatal(o.clientErr)
	}
	serverKey, err := server.LoginFinish(o.state, o.ke3)
	if err != nil || !bytes.Equal(serverKey, o.clientKey) || !bytes.Equal(exportKey, o.exportKey) {
		t.Fatalf("keys differ: %v", err)
	}
}

func TestARestartedServerKnowsItsRecords(t *testing.T) {
	record, _ := register(t, newServer(t), "name", "six words")
	if o := logIn(t, newServer(t), record, "name", "six words"); o.clientErr != nil {
		t.Fatal(o.clientErr)
	}
}

func TestWrongPassphraseNameAndServerFailAlike(t *testing.T) {
	server := newServer(t)
	record, _ := register(t, server, "name", "six words")
	other, err := opaque.NewServer(bytes.Repeat([]byte{8}, 32))
	if err != nil {
		t.Fatal(err)
	}
	for name, o := range map[string]outcome{
		"passphrase": logIn(t, server, record, "name", "seven words"),
		"identifier": logIn(t, server, record, "eman", "six words"),
		"unknown":    logIn(t, server, nil, "nobody", "six words"),
		"server":     logIn(t, other, record, "name", "six words"),
	} {
		if !errors.Is(o.clientErr, opaque.ErrAuthentication) && !errors.Is(o.clientErr, opaque.ErrMalformed) {
			t.Errorf("%s: %v", name, o.clientErr)
		}
		if len(o.ke2) != opaque.KE2Size {
			t.Errorf("%s: KE2 has %d bytes", name, len(o.ke2))
		}
		if _, err := server.LoginFinish(o.state, make([]byte, opaque.KE3Size)); !errors.Is(err, opaque.ErrAuthentication) {
			t.Errorf("%s: the server accepted nothing as KE3: %v", name, err)
		}
	}
}

// An outsider who asks twice for a name that does not exist must not see that
// the answer was made up: the evaluated element has to be a function of the name.
func TestAnUnknownNameAnswersTheSameElementEachTime(t *testing.T) {
	server := newServer(t)
	_, ke1, err := opaque.NewClient().Login([]byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	_, first, err := server.LoginStart(nil, []byte("nobody"), ke1)
	if err != nil {
		t.Fatal(err)
	}
	_, second, err := server.LoginStart(nil, []byte("nobody"), ke1)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first[:32], second[:32]) || bytes.Equal(first[32:], second[32:]) {
		t.Error("the evaluation must repeat and the masking must not")
	}
}

func TestTamperedMessagesAreRefused(t *testing.T) {
	server := newServer(t)
	record, _ := register(t, server, "name", "six words")
	login, ke1, err := opaque.NewClient().Login([]byte("six words"))
	if err != nil {
		t.Fatal(err)
	}
	state, ke2, err := server.LoginStart(record, []byte("name"), ke1)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{40, 70, 150, 200, 230, len(ke2) - 1} {
		altered := bytes.Clone(ke2)
		altered[at] ^= 1
		if _, _, _, err := login.Finish(altered); err == nil {
			t.Errorf("byte %d of KE2 altered and accepted", at)
		}
	}
	ke3, _, _, err := login.Finish(ke2)
	if err != nil {
		t.Fatal(err)
	}
	ke3[0] ^= 1
	if _, err := server.LoginFinish(state, ke3); !errors.Is(err, opaque.ErrAuthentication) {
		t.Errorf("KE3 altered: %v", err)
	}
}

func TestIdentityAndForeignElementsAreRefused(t *testing.T) {
	server := newServer(t)
	for name, request := range map[string][]byte{
		"identity": make([]byte, 32), "no element": bytes.Repeat([]byte{0xff}, 32), "short": {1}, "none": nil,
	} {
		if _, err := server.RegistrationResponse(request, []byte("name")); !errors.Is(err, opaque.ErrMalformed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := opaque.NewServer(make([]byte, 31)); !errors.Is(err, opaque.ErrMalformed) {
		t.Errorf("short secret: %v", err)
	}
}

func FuzzServerMessages(f *testing.F) {
	server := newServer(f)
	f.Add(make([]byte, opaque.RecordSize), make([]byte, opaque.KE1Size), make([]byte, opaque.KE3Size))
	f.Fuzz(func(t *testing.T, record, ke1, ke3 []byte) {
		if err := server.CheckRecord(record); err != nil && !errors.Is(err, opaque.ErrMalformed) {
			t.Errorf("CheckRecord: %v", err)
		}
		state, ke2, err := server.LoginStart(record, []byte("name"), ke1)
		if err != nil {
			if !errors.Is(err, opaque.ErrMalformed) {
				t.Errorf("LoginStart: %v", err)
			}
			return
		}
		if len(ke2) != opaque.KE2Size {
			t.Errorf("KE2 has %d bytes", len(ke2))
		}
		if _, err := server.LoginFinish(state, ke3); err == nil {
			t.Error("a made-up KE3 was accepted")
		}
	})
}

func FuzzClientMessages(f *testing.F) {
	f.Add(make([]byte, opaque.ResponseSize), make([]byte, opaque.KE2Size))
	f.Fuzz(func(t *testing.T, response, ke2 []byte) {
		if len(response) == opaque.ResponseSize || len(ke2) == opaque.KE2Size {
			return // the stretching takes a quarter of a second; right lengths are tested above
		}
		registration, _, err := opaque.NewClient().Register([]byte("x"))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := registration.Finish(response); !errors.Is(err, opaque.ErrMalformed) {
			t.Errorf("registration: %v", err)
		}
		login, _, err := opaque.NewClient().Login([]byte("x"))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, err := login.Finish(ke2); !errors.Is(err, opaque.ErrMalformed) {
			t.Errorf("login: %v", err)
		}
	})
}
