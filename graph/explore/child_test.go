package explore

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
)

// emptyFile is the file of a store without anything in it.
func emptyFile(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	db, err := kv.Open(dir, kv.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	qs, err := kv.QuadStore(db)
	if err != nil {
		t.Fatal(err)
	}
	if err := qs.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, kv.FileName)
}

func mustStart(t *testing.T, text string) *process {
	t.Helper()
	p, err := start(context.Background(), request{File: emptyFile(t), Language: Gizmo, Text: text, Rows: 10, Memory: 256 * mib, Time: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Kill() })
	return p
}

func TestAChildEndsWithItsParent(t *testing.T) {
	t.Parallel()
	p := mustStart(t, `while (true) {}`)
	time.Sleep(100 * time.Millisecond)
	_ = p.stdin.Close() // as the system does for a parent that was killed
	_, _ = io.Copy(io.Discard, p.stdout)
	if _ = p.cmd.Wait(); p.cmd.ProcessState.ExitCode() != exitOrphaned {
		t.Errorf("got %v", p.cmd.ProcessState)
	}
}

func TestAChildWorksForNobodyElse(t *testing.T) {
	t.Parallel()
	for name, env := range map[string]string{"nobody": "", "another process": "1", "no number": "x"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestRefused$", "-test.v")
		cmd.Env = append(os.Environ(), "REFUSE=1", parentVariable+"="+env)
		if out, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(out), "is a part of stancegraph query") {
			t.Errorf("%s: got %s (%v)", name, out, err)
		}
	}
}

// TestRefused is the other side of TestAChildWorksForNobodyElse.
func TestRefused(t *testing.T) {
	if os.Getenv("REFUSE") == "" {
		return // it is run by another test
	}
	if code := Child(strings.NewReader("{}\n"), io.Discard, os.Stdout); code != exitRefused {
		t.Errorf("got %d", code)
	}
}

// What the system forbids a child, as the system says it.
func TestAChildIsConfined(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has these limits")
	}
	p := mustStart(t, `while (true) {}`)
	time.Sleep(200 * time.Millisecond)
	proc := "/proc/" + strconv.Itoa(p.cmd.Process.Pid)
	limits, err := os.ReadFile(proc + "/limits")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"Max file size": "0", "Max core file size": "0", "Max cpu time": "123", "Max open files": "64"}
	if !raceDetector {
		want["Max data size"] = strconv.Itoa(256*mib + beyondHeap)
	}
	for name, value := range want {
		if !regexp.MustCompile(name + ` +` + value + ` +` + value + ` `).Match(limits) {
			t.Errorf("%s is not %s:\n%s", name, value, limits)
		}
	}
	environ, err := os.ReadFile(proc + "/environ")
	if err != nil || strings.Contains(string(environ), "HOME=") || strings.Contains(string(environ), "PATH=") {
		t.Errorf("got the environment %q (%v)", environ, err)
	}
}

func TestTheStoreIsOpenedToBeRead(t *testing.T) {
	t.Parallel()
	path := emptyFile(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	qs, err := kv.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Apply(qs, nil, []quad.Quad{quad.MakeIRI("a", "b", "c", "")}); err == nil {
		t.Error("a quad was written")
	}
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
}
