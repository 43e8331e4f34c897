package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/tls"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/certs"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/doctor"
	"alcove/internal/load"
	"alcove/internal/store"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

var allSteps = []string{"reach", "sign_up", "log_in", "listen", "send", "receive", "apart", "delete"}

// examine runs the command as monitoring does.
func examine(t *testing.T, args ...string) (steps []jsonStep, err error) {
	t.Helper()
	var out bytes.Buffer
	err = run(t.Context(), append([]string{"doctor", "--json"}, args...), &out)
	for d := json.NewDecoder(&out); ; {
		var s jsonStep
		if e := d.Decode(&s); errors.Is(e, io.EOF) {
			return steps, err
		} else if e != nil {
			t.Fatal(e)
		}
		steps = append(steps, s)
	}
}

func names(steps []jsonStep) (out []string) {
	for _, s := range steps {
		out = append(out, s.Step)
	}
	return out
}

// expectNobody fails if the database holds anything of anybody.
func expectNobody(t *testing.T, data string) {
	t.Helper()
	s, err := store.OpenSnapshot(t.Context(), filepath.Join(data, datafolder.Database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	counts, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for table, n := range counts {
		if table == "keylog_entry" && n%2 == 1 { // the release, and that there were accounts, and that they are gone
			continue
		}
		if n > 0 && table != "clock" && table != "arrival_mark" && table != "invitation" { // the set-up link
			t.Errorf("%d rows of %s are left", n, table)
		}
	}
}

// The real program, by the command, against the real program.
func TestDoctorExaminesARealServer(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "alcove")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as `make build` does, whose work it finds done
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	srv, err := load.StartServer(t.Context(), binary)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := srv.Stop(); err != nil {
			t.Error(err)
		}
	}()
	said, err := exec.Command(binary, "doctor", "--insecure", srv.URL).CombinedOutput()
	if err != nil || strings.Count(string(said), "\n") != len(allSteps) || strings.Count(string(said), " ok ") != len(allSteps) {
		t.Fatalf("%v\n%s", err, said)
	}
	// Nobody vouches for its certificate: a doctor who cared for that goes no further.
	steps, err := examine(t, srv.URL)
	if err == nil || len(steps) != 1 || steps[0].OK || steps[0].Code != "tls_untrusted" || !strings.Contains(steps[0].Advice, "--insecure") {
		t.Errorf("%+v, %v", steps, err)
	}
	expectNobody(t, srv.Folder)
}

// ward is a server of this process, to which things can be done.
type ward struct {
	*server
	data string
	url  *url.URL
}

func newWard(t *testing.T, around func(http.Handler) http.Handler) *ward {
	t.Helper()
	w := &ward{data: t.TempDir()}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	w.url = &url.URL{Scheme: "https", Host: fmt.Sprintf("localhost:%d", listener.Addr().(*net.TCPAddr).Port)}
	o, err := parseOptions([]string{"-data", w.data, "-public-url", w.url.String()})
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	if w.server, err = assemble(t.Context(), o, clock.Machine(), log, rand.Reader); err != nil {
		t.Fatal(err)
	}
	w.handler = around(w.handler)
	config, err := certs.Config(t.Context(), o.cert, filepath.Join(w.data, datafolder.TLS), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.run(ctx, tls.NewListener(listener, config), log) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return w
}

func asIs(h http.Handler) http.Handler { return h }

// fill leaves the database no room to grow.
func (w *ward) fill(t *testing.T) {
	t.Helper()
	err := w.db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec("PRAGMA max_page_count = 1")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// do examines it, with something happening after a step, by whoever can stop it all.
func (w *ward) do(t *testing.T, after string, happens func(stop func())) (steps []jsonStep) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	p := doctor.Patient{URL: w.url, TLS: &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS13}, Timeout: time.Minute}
	well := doctor.Examine(ctx, p, func(s doctor.Step) {
		steps = append(steps, stepAsJSON(s))
		if s.Name == after {
			happens(stop)
		}
	})
	if failed := slices.ContainsFunc(steps, func(s jsonStep) bool { return !s.OK }); failed == well {
		t.Errorf("well: %t, %+v", well, steps)
	}
	return steps
}

// Whatever fails, and whenever, is told by its own code, and nothing stays.
func TestDoctorLeavesNothingBehind(t *testing.T) {
	t.Run("full from the beginning", func(t *testing.T) {
		w := newWard(t, asIs)
		w.fill(t)
		steps := w.do(t, "", nil)
		if !slices.Equal(names(steps), []string{"reach", "sign_up", "delete"}) || steps[1].Code != "storage_full" || !strings.Contains(steps[1].Advice, "make room") || !steps[2].OK {
			t.Errorf("%+v", steps)
		}
		expectNobody(t, w.data)
	})
	t.Run("cut off on the way", func(t *testing.T) {
		w := newWard(t, asIs)
		steps := w.do(t, "listen", func(func()) { _ = w.events.Shutdown(t.Context()) })
		if i := len(steps) - 2; steps[i].Step != "send" || steps[i].Code != "socket_lost" || !steps[i+1].OK {
			t.Errorf("%+v", steps)
		}
		expectNobody(t, w.data)
	})
	t.Run("an answer gets lost", func(t *testing.T) {
		lost := false
		w := newWard(t, func(h http.Handler) http.Handler {
			return http.HandlerFunc(func(answer http.ResponseWriter, r *http.Request) {
				if r.URL.Path == rpc.AuthServiceRegisterFinishProcedure && !lost {
					lost = true
					h.ServeHTTP(httptest.NewRecorder(), r)
					panic(http.ErrAbortHandler)
				}
				h.ServeHTTP(answer, r)
			})
		})
		steps := w.do(t, "", nil)
		if !slices.Equal(names(steps), []string{"reach", "sign_up", "delete"}) || steps[1].OK || !steps[2].OK || !lost {
			t.Errorf("%+v", steps)
		}
		expectNobody(t, w.data)
	})
	t.Run("stopped by whoever started it", func(t *testing.T) {
		w := newWard(t, asIs)
		steps := w.do(t, "log_in", func(stop func()) { stop() })
		if last := steps[len(steps)-1]; last.Step != "delete" || !last.OK || steps[len(steps)-2].OK {
			t.Errorf("%+v", steps)
		}
		expectNobody(t, w.data)
	})
}

// What stands in the way is told apart, each with what to do about it.
func TestDoctorSaysWhatStandsInTheWay(t *testing.T) {
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "another page") })
	other := httptest.NewTLSServer(page) // its certificate is for example.com
	defer other.Close()
	plain := httptest.NewServer(page)
	defer plain.Close()
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = closed.Close()
	silent, err := net.Listen("tcp", "127.0.0.1:0") // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	port := func(l net.Listener) string { return fmt.Sprintf("https://localhost:%d", l.Addr().(*net.TCPAddr).Port) }
	for code, args := range map[string][]string{
		"refused":        {port(closed)},
		"timeout":        {"--timeout", "200ms", "https://" + silent.Addr().String()},
		"no_tls":         {"https://" + strings.TrimPrefix(plain.URL, "http://")},
		"tls_wrong_name": {port(other.Listener)},
		"tls_untrusted":  {other.URL},
		"not_alcove":     {"--insecure", other.URL},
	} {
		steps, err := examine(t, args...)
		if !errors.Is(err, errUnwell) || len(steps) != 1 || steps[0].OK || steps[0].Code != code || steps[0].Problem == "" || steps[0].Advice == "" {
			t.Errorf("%s: %+v, %v", code, steps, err)
		}
	}
	for _, wrong := range []string{"http://localhost", "localhost:8443", "https://localhost/app"} {
		if steps, err := examine(t, wrong); err == nil || errors.Is(err, errUnwell) || len(steps) > 0 {
			t.Errorf("%s was examined", wrong)
		}
	}
}
