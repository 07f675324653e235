package explore

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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
	p, err := start(context.Background(), request{File: emptyFile(t), Language: Gizmo, Text: text, Rows: 10, Memory: 256 * mib, Time: maxima.Time})
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

func TestTheStoreIsOpenedToBeRead(t *testing.T) {
	t.Parallel()
	path := emptyFile(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	qs, err := kv.OpenReadOnly(path, nil)
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
