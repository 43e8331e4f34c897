package push

import (
	"bytes"
	"context"
	"crypto/ecdh"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/fault"
	"alcove/internal/push/pushtest"
)

func b64(t testing.TB, s string) []byte {
	t.Helper()
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func testKeys(t testing.TB) Keys {
	t.Helper()
	k, err := LoadKeys(filepath.Join(t.TempDir(), "push.key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// The browser of our tests is held to RFC 8291, Appendix A, before ours is held to it.
func TestTheBrowserOfTheTestsOpensTheMessageOfTheRFC(t *testing.T) {
	key, err := ecdh.P256().NewPrivateKey(b64(t, "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
	if err != nil {
		t.Fatal(err)
	}
	browser := pushtest.Browser{Key: key, Auth: b64(t, "BTBZMqHH6r4Tts7J_aSIgg")}
	plain, err := browser.Open(b64(t, "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"))
	if err != nil || string(plain) != "When I grow up, I want to be a watermelon" {
		t.Fatalf("%q, %v", plain, err)
	}
}

func TestWhichAddressesMayBeCalled(t *testing.T) {
	services := NewServices("push.example.org", "localhost:8443")
	browser := pushtest.NewBrowser()
	for endpoint, want := range map[string]*fault.Error{
		"https://fcm.googleapis.com/fcm/send/abc":                        nil,
		"https://updates.push.services.mozilla.com/wpush/v2/a":           nil,
		"https://web.push.apple.com/abc":                                 nil,
		"https://wns2-par02p.notify.windows.com/w/?token=a":              nil,
		"https://FCM.googleapis.com:443/a":                               nil,
		"https://push.example.org/a":                                     nil,
		"https://localhost:8443/a":                                       nil,
		"https://localhost/a":                                            ErrUnknownService,
		"https://push.example.org:8443/a":                                ErrUnknownService,
		"https://fcm.googleapis.com:8443/a":                              ErrUnknownService,
		"https://fcm.googleapis.com.example.org/a":                       ErrUnknownService,
		"https://evilpush.apple.com/a":                                   ErrUnknownService,
		"https://.push.apple.com/a":                                      ErrUnknownService,
		"https://169.254.169.254/latest/meta-data":                       ErrUnknownService,
		"https://[::1]/a":                                                ErrUnknownService,
		"http://fcm.googleapis.com/a":                                    ErrMalformed,
		"https://user@fcm.googleapis.com/a":                              ErrMalformed,
		"https://fcm.googleapis.com/a#b":                                 ErrMalformed,
		"https:fcm.googleapis.com":                                       ErrMalformed,
		"//fcm.googleapis.com/a":                                         ErrMalformed,
		"":                                                               ErrMalformed,
		"https://fcm.googleapis.com/" + strings.Repeat("a", MaxEndpoint): ErrMalformed,
	} {
		err := services.Check(Subscription{endpoint, browser.Key.PublicKey().Bytes(), browser.Auth})
		if want == nil && err != nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%s: %v", endpoint, err)
		}
	}
	for _, bad := range []Subscription{
		{"https://fcm.googleapis.com/a", make([]byte, 65), browser.Auth},
		{"https://fcm.googleapis.com/a", nil, browser.Auth},
		{"https://fcm.googleapis.com/a", browser.Key.PublicKey().Bytes(), browser.Auth[:15]},
	} {
		if err := services.Check(bad); !errors.Is(err, ErrMalformed) {
			t.Errorf("%d and %d bytes: %v", len(bad.PublicKey), len(bad.Auth), err)
		}
	}
}

func TestNoNameLeadsIntoAPrivateNetwork(t *testing.T) {
	for text, public := range map[string]bool{
		"142.250.1.1": true, "2a00:1450:4001::1": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false, "::1": false, "::": false, "fe80::1": false, "fd00::1": false,
		"::ffff:127.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "ff02::1": false,
	} {
		if isPublic(netip.MustParseAddr(text)) != public {
			t.Errorf("%s", text)
		}
	}
	// What a name resolves to is looked at when it is called, whatever the list says.
	service := pushtest.NewService()
	defer service.Close()
	browser := pushtest.NewBrowser()
	s := newSender(NewServices(), "https://localhost", nil)
	err := s.send(context.Background(), testKeys(t), Subscription{service.URL + "/a", browser.Key.PublicKey().Bytes(), browser.Auth})
	if !errors.Is(err, errNotPublic) || len(service.Got()) != 0 {
		t.Fatalf("%v", err)
	}
}

func TestARedirectIsNotFollowed(t *testing.T) {
	service, elsewhere := pushtest.NewService(), pushtest.NewService()
	defer service.Close()
	defer elsewhere.Close()
	service.Answer(307, elsewhere.URL)
	roots := x509.NewCertPool()
	roots.AddCert(service.Certificate())
	browser := pushtest.NewBrowser()
	s := newSender(NewServices(service.Listener.Addr().String(), elsewhere.Listener.Addr().String()), "https://localhost", roots)
	err := s.send(context.Background(), testKeys(t), Subscription{service.URL + "/a", browser.Key.PublicKey().Bytes(), browser.Auth})
	if !errors.Is(err, errRefused) || len(service.Got()) != 1 || len(elsewhere.Got()) != 0 {
		t.Fatalf("%v, %d and %d", err, len(service.Got()), len(elsewhere.Got()))
	}
}

func TestSubscriptionsAreSealedForTheirSessionInOneSize(t *testing.T) {
	k, other := testKeys(t), testKeys(t)
	browser := pushtest.NewBrowser()
	owner := Session{1}
	size := 0
	for _, endpoint := range []string{"https://fcm.googleapis.com/a", "https://fcm.googleapis.com/" + strings.Repeat("a", MaxEndpoint-27)} {
		sub := Subscription{endpoint, browser.Key.PublicKey().Bytes(), browser.Auth}
		sealed, err := k.seal(rand.Reader, owner, sub)
		if err != nil {
			t.Fatal(err)
		}
		if size != 0 && len(sealed) != size {
			t.Fatal("sizes differ")
		}
		size = len(sealed)
		if bytes.Contains(sealed, []byte("googleapis")) {
			t.Fatal("the address can be read")
		}
		back, err := k.open(owner, sealed)
		if err != nil || back.Endpoint != endpoint || !bytes.Equal(back.PublicKey, sub.PublicKey) || !bytes.Equal(back.Auth, sub.Auth) {
			t.Fatalf("%+v, %v", back, err)
		}
		for _, wrong := range []func() error{
			func() error { _, err := k.open(Session{2}, sealed); return err },
			func() error { _, err := other.open(owner, sealed); return err },
			func() error { _, err := k.open(owner, sealed[:11]); return err },
		} {
			if wrong() == nil {
				t.Fatal("opened by who may not")
			}
		}
	}
}

func TestTheKeyIsKeptAndIsNobodyElsesToRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "push.key")
	first, err := LoadKeys(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	again, err := LoadKeys(path, rand.Reader)
	if err != nil || !bytes.Equal(first.PublicKey(), again.PublicKey()) {
		t.Fatal("another key", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatal(info.Mode(), err)
	}
	if err := os.WriteFile(path, []byte("not a key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadKeys(path, rand.Reader); err == nil {
		t.Fatal("took what is no key")
	}
}

func FuzzCheck(f *testing.F) {
	browser := pushtest.NewBrowser()
	f.Add("https://fcm.googleapis.com/a")
	f.Add("https://a.notify.windows.com:443/?token=%2f")
	services := NewServices()
	f.Fuzz(func(t *testing.T, endpoint string) {
		err := services.Check(Subscription{endpoint, browser.Key.PublicKey().Bytes(), browser.Auth})
		if err == nil && !strings.HasPrefix(strings.ToLower(endpoint), "https://") {
			t.Fatalf("%q", endpoint)
		}
	})
}

func FuzzOpen(f *testing.F) {
	k := testKeys(f)
	f.Add([]byte("short"))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		if _, err := k.open(Session{}, sealed); err == nil {
			t.Fatal("opened what nobody sealed")
		}
	})
}
