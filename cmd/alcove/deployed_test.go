package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const deploy = "../../deploy/"

// serves refuses arguments of a container or unit that `alcove serve` would not take.
func serves(t *testing.T, where string, args []string) {
	t.Helper()
	if len(args) == 0 || args[0] != "serve" {
		t.Fatalf("%s: %q", where, args)
	}
	o, err := parseOptions(args[1:])
	if err != nil {
		t.Errorf("%s: alcove %q: %v", where, args, err)
	}
	if o.data == "./data" {
		t.Errorf("%s does not say where the data lies", where)
	}
}

// backsUp refuses arguments that `alcove backup` would not take: with what lies nowhere
// here, it gets as far as the recipients.
func backsUp(t *testing.T, where string, args []string) {
	t.Helper()
	if len(args) == 0 || args[0] != "backup" {
		t.Fatalf("%s: %q", where, args)
	}
	if err := runBackup(t.Context(), args[1:], io.Discard, os.Stderr); err == nil || !strings.Contains(err.Error(), "/recipients/recipients") {
		t.Errorf("%s: alcove %q: %v", where, args, err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(deploy + path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestUnitsImagesAndComposeFilesSayWhatTheProgramTakes(t *testing.T) {
	unit := regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/alcove (.*)$`).FindStringSubmatch(read(t, "alcove.service"))
	serves(t, "the unit", strings.Fields(unit[1]))

	container := read(t, "container/Containerfile")
	var args []string
	if err := json.Unmarshal([]byte(regexp.MustCompile(`(?m)^CMD (\[.*\])$`).FindStringSubmatch(container)[1]), &args); err != nil {
		t.Fatal(err)
	}
	serves(t, "the image", args)
	for _, line := range []string{"FROM scratch", "USER 65532:65532", `ENTRYPOINT ["/alcove"]`} {
		if !strings.Contains(container, "\n"+line+"\n") {
			t.Errorf("the image does not say %q", line)
		}
	}

	for _, name := range []string{"single", "cluster"} {
		text := read(t, "compose/"+name+".yaml")
		command := regexp.MustCompile(`(?m)^    - (serve)\n((?:    - --.*\n)+)|^      - (serve)\n((?:      - --.*\n)+)`).FindString(text)
		args := []string{}
		for line := range strings.Lines(command) {
			args = append(args, variable.ReplaceAllString(strings.TrimPrefix(strings.TrimSpace(line), "- "), "talk.example.org"))
		}
		serves(t, name+".yaml", args)
		for _, line := range []string{"read_only: true", `user: "65532:65532"`, "cap_drop: [ALL]", `security_opt: ["no-new-privileges:true"]`} {
			if !strings.Contains(text, line) {
				t.Errorf("%s.yaml does not say %q", name, line)
			}
		}
	}
}

var variable = regexp.MustCompile(`\$\{[^}]*\}`)

// podSpec is what is looked at of the pods.
type podSpec struct {
	Automount       *bool `json:"automountServiceAccountToken"`
	SecurityContext struct {
		RunAsNonRoot   bool
		RunAsUser      int
		SeccompProfile struct{ Type string }
	}
	Containers, InitContainers []struct {
		Name, Image     string
		Args            []string
		Resources       struct{ Limits map[string]string }
		SecurityContext struct {
			AllowPrivilegeEscalation *bool
			ReadOnlyRootFilesystem   bool
			Capabilities             struct{ Drop []string }
		}
		ReadinessProbe struct{ Exec struct{ Command []string } }
	}
}

// They are rendered as kubectl applies them.
func TestPodsHaveNoMoreThanTheyNeed(t *testing.T) {
	kubectl, err := exec.LookPath("kubectl")
	if err != nil {
		t.Skip("there is no kubectl here")
	}
	for _, name := range []string{"single", "cluster"} {
		rendered, err := exec.CommandContext(t.Context(), kubectl, "kustomize", deploy+"kubernetes/"+name).Output()
		if err != nil {
			t.Fatal(err)
		}
		asJSON := exec.CommandContext(t.Context(), kubectl, "annotate", "--local", "-f", "-", "-o", "json", "rendered=true")
		asJSON.Stdin = bytes.NewReader(rendered)
		out, err := asJSON.Output()
		if err != nil {
			t.Fatal(err)
		}
		pods := 0
		for in := json.NewDecoder(bytes.NewReader(out)); ; {
			var object struct {
				Kind     string
				Metadata struct{ Name string }
				Spec     struct {
					Replicas int
					Template *struct{ Spec podSpec }
					// Of what runs by the clock.
					JobTemplate struct {
						Spec struct{ Template *struct{ Spec podSpec } }
					}
				}
			}
			if err := in.Decode(&object); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			where := name + ": " + object.Metadata.Name
			if job := object.Spec.JobTemplate.Spec.Template; job != nil {
				backsUp(t, where, job.Spec.Containers[0].Args)
				object.Spec.Template = job
			}
			if object.Spec.Template == nil {
				continue
			}
			pods++
			tight(t, where, object.Spec.Template.Spec)
			if object.Metadata.Name == "alcove" {
				c := object.Spec.Template.Spec.Containers[0]
				serves(t, where, c.Args)
				if !slices.Equal(c.ReadinessProbe.Exec.Command, []string{"/alcove", "ready"}) {
					t.Errorf("%s is asked by %q", where, c.ReadinessProbe.Exec.Command)
				}
			}
		}
		if want := map[string]int{"single": 1, "cluster": 4}[name]; pods != want {
			t.Errorf("%s: %d kinds of pods", name, pods)
		}
	}
}

func tight(t *testing.T, where string, spec podSpec) {
	t.Helper()
	s := spec.SecurityContext
	if !s.RunAsNonRoot || s.RunAsUser == 0 || s.SeccompProfile.Type != "RuntimeDefault" || spec.Automount == nil || *spec.Automount {
		t.Errorf("%s: %+v", where, s)
	}
	for _, c := range append(spec.InitContainers, spec.Containers...) {
		s := c.SecurityContext
		if s.AllowPrivilegeEscalation == nil || *s.AllowPrivilegeEscalation || !s.ReadOnlyRootFilesystem || !slices.Equal(s.Capabilities.Drop, []string{"ALL"}) {
			t.Errorf("%s, %s: %+v", where, c.Name, s)
		}
		if c.Resources.Limits["memory"] == "" {
			t.Errorf("%s, %s may take all memory", where, c.Name)
		}
	}
}

// A container asks the server in it: one that serves, one whose database does not answer, and none.
func TestAContainerAsksWhetherItIsReady(t *testing.T) {
	ask := func(address string, args ...string) (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), append([]string{"ready", "--metrics", address}, args...), &out)
		return out.String(), err
	}
	address := freeAddress(t)
	startServing(t, t.TempDir(), "--metrics", address)
	for want, args := range map[string][]string{"ready\n": nil, "ok\n": {"--alive"}} {
		if said, err := ask(address, args...); err != nil || said != want {
			t.Errorf("%q: %q, %v", args, said, err)
		}
	}
	ill := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
	}))
	defer ill.Close()
	if said, err := ask(ill.Listener.Addr().String()); err == nil || said != "" || !strings.Contains(err.Error(), "the database does not answer") {
		t.Errorf("%q, %v", said, err)
	}
	if _, err := ask(freeAddress(t)); err == nil || !strings.Contains(err.Error(), "no server answers") {
		t.Error(err)
	}
}
