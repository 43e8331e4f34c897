// What stands in this folder is started as it stands there, not only read.
package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("there is no %s here: apt-get install systemd util-linux iproute2", name)
	}
	return path
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// build makes the program as `make build` does.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "alcove")
	c := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-ldflags=-s", "-o", binary, "alcove/cmd/alcove")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// units are the files for systemd in a folder, altered.
func units(t *testing.T, alter func(text string) string) string {
	t.Helper()
	folder := t.TempDir()
	for _, pattern := range []string{"*.service", "*.timer"} {
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		for _, path := range found {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, path), []byte(alter(string(text))), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return folder
}

func TestSystemdReadsTheUnitsAndFindsThemTight(t *testing.T) {
	analyze := program(t, "systemd-analyze")
	folder := units(t, func(text string) string { return strings.ReplaceAll(text, "/usr/local/bin/alcove", "/bin/true") })
	for _, name := range []string{"alcove.service", "alcove-backup.service", "alcove-backup.timer"} {
		if out := run(t, analyze, "verify", "--recursive-errors=no", "--man=no", filepath.Join(folder, name)); out != "" {
			t.Errorf("%s: %s", name, out)
		}
	}
	for name, most := range map[string]string{"alcove.service": "15", "alcove-backup.service": "5"} { // tenths
		run(t, analyze, "security", "--offline=true", "--threshold="+most, filepath.Join(folder, name))
	}
}

// booted is systemd as the first process of namespaces of its own, with the units started
// in a network that leads nowhere.
type booted struct {
	t   *testing.T
	pid string // of systemd
}

// boot starts it with these units. Skips where namespaces cannot be made.
func boot(t *testing.T, folder string) booted {
	t.Helper()
	for _, name := range []string{"/lib/systemd/systemd", "unshare", "nsenter", "ip", "setpriv"} {
		program(t, name)
	}
	group := controlGroup(t)
	b := booted{t: t}
	c := exec.Command("bash", "-c", `echo 0 > "$1/cgroup.procs" && shift && exec unshare --mount --pid --fork --kill-child --mount-proc --net --uts --ipc --cgroup bash testdata/boot.sh "$@"`,
		"boot", group, folder, build(t), t.TempDir())
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			out, _ := inside(b.pid, "cat", "/run/alcove.log")
			t.Log(out)
		}
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	b.pid = b.soon("systemd's process", func() string { first, _, _ := strings.Cut(children(strconv.Itoa(c.Process.Pid)), " "); return first })
	return b
}

// controlGroup is one of the test's own, so that systemd meets no process of others.
func controlGroup(t *testing.T) string {
	t.Helper()
	mounts, err := os.ReadFile("/proc/self/mounts")
	if err != nil {
		t.Skip(err)
	}
	found := regexp.MustCompile(`(?m)^\S+ (\S+) cgroup2 `).FindSubmatch(mounts)
	if found == nil || os.Getuid() != 0 {
		t.Skip("systemd is started by root alone, and needs control groups (cgroup2)")
	}
	group := filepath.Join(string(found[1]), "alcove-test-"+strconv.Itoa(os.Getpid()))
	if err := os.Mkdir(group, 0o700); err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { // once its processes are gone; a folder's files go with it, the innermost first
		for range 100 {
			if exec.Command("find", group, "-depth", "-type", "d", "-exec", "rmdir", "{}", "+").Run() == nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Errorf("%s is still there", group)
	})
	return group
}

// soon waits for something that is not empty.
func (b booted) soon(what string, ask func() string) string {
	b.t.Helper()
	for range 600 {
		if answer := ask(); answer != "" {
			return answer
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Fatalf("%s never came", what)
	return ""
}

// inside runs a command in the namespaces of a process; what it says, and whether it succeeded.
func inside(pid string, command ...string) (string, error) {
	out, err := exec.Command("nsenter", append([]string{"-t", pid, "-m", "-n", "-p", "-C", "--"}, command...)...).CombinedOutput()
	return string(out), err
}

// The server under its unit, by systemd itself: with everything that is taken from it two
// people can use it, and it has no more than it needs.
func TestSystemdStartsTheServerWithNoMoreThanItNeeds(t *testing.T) {
	b := boot(t, units(t, func(text string) string {
		text = regexp.MustCompile(`--acme-domain \S+ --acme-email \S+`).ReplaceAllString(text, "--metrics 127.0.0.1:9464")
		text = strings.ReplaceAll(text, "--recipient age1pq1...", "--recipients-file /run/recipients")
		return strings.ReplaceAll(text, "[Service]\n", "[Service]\nStandardOutput=append:/run/alcove.log\nStandardError=append:/run/alcove.log\n")
	}))
	server := b.soon("the server", func() string {
		for pid := range strings.FieldsSeq(children(b.pid)) {
			if name, _ := os.ReadFile("/proc/" + pid + "/comm"); strings.TrimSpace(string(name)) == "alcove" {
				return pid
			}
		}
		return ""
	})
	b.soon("an answer", func() string {
		out, _ := inside(b.pid, "curl", "-sk", "https://localhost/security.json")
		return out
	})
	if out, err := inside(b.pid, "/usr/local/bin/alcove", "doctor", "--insecure", "https://localhost"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}

	status, err := os.ReadFile("/proc/" + server + "/status")
	if err != nil {
		t.Fatal(err)
	}
	const bindService = "0000000000000400" // CAP_NET_BIND_SERVICE, capability 10
	for _, want := range []string{"CapEff:\t" + bindService, "CapPrm:\t" + bindService, "CapBnd:\t" + bindService, "NoNewPrivs:\t1", "Seccomp:\t2"} {
		if !strings.Contains(string(status), want+"\n") {
			t.Errorf("no %q in\n%s", want, status)
		}
	}
	user := regexp.MustCompile(`(?m)^Uid:\t(\d+)`).FindSubmatch(status)
	if user == nil || string(user[1]) == "0" {
		t.Fatalf("it runs as %s", user)
	}
	// As it sees the machine, and even as root there, it can write to its data alone.
	for _, folder := range []string{"/", "/etc", "/usr/local/bin", "/var/log", "/var/lib"} {
		if out, err := inside(server, "touch", folder+"/written"); err == nil || !strings.Contains(out, "Read-only file system") {
			t.Errorf("%s can be written to: %v %s", folder, err, out)
		}
	}
	if out, err := inside(server, "setpriv", "--reuid", string(user[1]), "--clear-groups", "touch", "/var/lib/alcove/written"); err != nil {
		t.Errorf("its data cannot be written to: %v %s", err, out)
	}
	for _, hidden := range []string{"/root", "/home"} {
		if out, err := inside(server, "ls", "-A", hidden); err != nil || out != "" {
			t.Errorf("%s is seen: %v %s", hidden, err, out)
		}
	}

	// The other unit makes a backup beside it, of the same data.
	if out, err := inside(b.pid, "bash", "-c", "/usr/local/bin/alcove backup-key /run/key > /run/recipients && chmod 644 /run/recipients"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := inside(b.pid, "systemctl", "start", "alcove-backup.service"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := inside(b.pid, "bash", "-c", "/usr/local/bin/alcove restore --check /var/lib/alcove-backup/alcove-*.age --identity /run/key"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}

	// It ends in order: systemd would say that it had to be killed.
	if out, err := inside(b.pid, "systemctl", "stop", "alcove.service"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := inside(b.pid, "systemctl", "show", "--property=Result,ExecMainStatus", "alcove.service"); err != nil || out != "Result=success\nExecMainStatus=0\n" {
		t.Errorf("%v\n%s", err, out)
	}
}

func children(pid string) string {
	out, _ := os.ReadFile("/proc/" + pid + "/task/" + pid + "/children")
	return string(out)
}

// The image, as its last stage says: the program and certificates alone, not root, without
// capabilities, on a root that nobody can write to. No engine for containers is needed.
func TestTheProgramNeedsNothingElseInItsImage(t *testing.T) {
	for _, name := range []string{"unshare", "nsenter", "ip", "setpriv", "chroot"} {
		program(t, name)
	}
	if os.Getuid() != 0 {
		t.Skip("namespaces are made by root alone")
	}
	root, binary := t.TempDir(), build(t)
	text, err := os.ReadFile("container/Containerfile")
	if err != nil {
		t.Fatal(err)
	}
	_, last, _ := strings.Cut(string(text), "FROM scratch\n")
	from := map[string]string{"/release/alcove": binary, "/etc/ssl/certs/ca-certificates.crt": "/etc/ssl/certs/ca-certificates.crt", "/data": ""}
	for _, copied := range regexp.MustCompile(`(?m)^COPY --from=checked (?:--chown=65532:65532 )?(\S+) (\S+)$`).FindAllStringSubmatch(last, -1) {
		source, known := from[copied[1]]
		if to := filepath.Join(root, copied[2]); !known {
			t.Fatalf("the image holds %s", copied[1])
		} else if source == "" {
			run(t, "install", "-d", "-o", "65532", "-g", "65532", "-m", "0700", to)
		} else {
			run(t, "install", "-D", "-m", "0555", source, to)
		}
	}
	const start = `mount --make-rprivate / && mount --bind "$1" "$1" && mount --bind "$1/data" "$1/data" && mount -o remount,bind,ro "$1" &&
ip link set lo up && exec setpriv --no-new-privs --bounding-set=-all,+sys_chroot,+setuid,+setgid chroot --userspec=65532:65532 "$1" /alcove serve --data /data --listen :8443`
	c := exec.Command("unshare", "--mount", "--pid", "--fork", "--kill-child", "--net", "bash", "-c", start, "image", root)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var server string
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		// It became another user, whom the kernel does not end with its parent.
		if pid, err := strconv.Atoi(server); err == nil {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	})
	b := booted{t: t}
	server = b.soon("the server", func() string { first, _, _ := strings.Cut(children(strconv.Itoa(c.Process.Pid)), " "); return first })
	inImage := func(args ...string) (string, error) {
		out, err := exec.Command("nsenter", append([]string{"-t", server, "-n", "-r", "--", "/alcove"}, args...)...).CombinedOutput()
		return string(out), err
	}
	b.soon("an answer", func() string {
		out, err := inImage("ready")
		if err != nil {
			return ""
		}
		return out
	})
	// From outside of the image, which does not say what localhost is: engines write that into it.
	run(t, "nsenter", "-t", server, "-n", "--", binary, "doctor", "--insecure", "https://localhost:8443")
	status, err := os.ReadFile("/proc/" + server + "/status")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Uid:\t65532\t65532", "Gid:\t65532\t65532", "CapEff:\t0000000000000000", "NoNewPrivs:\t1"} {
		if !strings.Contains(string(status), want) {
			t.Errorf("no %q in\n%s", want, status)
		}
	}
}
