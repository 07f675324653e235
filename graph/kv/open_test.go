package kv_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/kvtest"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// The adapter keeps the contract of the interface that Cayley expects.
func TestContract(t *testing.T) {
	t.Parallel()
	kvtest.RunTestLocal(t, func(path string) (hkv.KV, error) {
		return kv.Open(path, kv.Options{Create: true})
	})
}

func mustOpen(t testing.TB, dir string) *kv.DB {
	t.Helper()
	db, err := kv.Open(dir, kv.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// Whatever keeps a store from opening is named, with what to do next, and is
// left as it was.
func TestOpenErrors(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		create bool
		make   func(t *testing.T, dir string)
		kind   schema.Kind
		says   string
	}{
		"nothing there":     {kind: schema.KindNotFound, says: "no store at"},
		"a file":            {create: true, make: write("", "x"), kind: schema.KindInput, says: "is a file"},
		"an empty folder":   {make: folder, kind: schema.KindNotFound, says: "has no " + kv.FileName},
		"another file":      {create: true, make: write(kv.FileName, strings.Repeat("not a store\n", 5000)), kind: schema.KindInput, says: "not a file of this program"},
		"a short file":      {create: true, make: write(kv.FileName, "x"), kind: schema.KindInput, says: "not a file of this program"},
		"a cut-off file":    {create: true, make: cutOff, kind: schema.KindCorrupt, says: "is cut off"},
		"below a file":      {create: true, make: func(t *testing.T, dir string) { write("", "x")(t, filepath.Dir(dir)) }, kind: schema.KindIO, says: "not a directory"},
		"a read-only place": {create: true, make: readOnly, kind: schema.KindIO},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "a", "store")
			if c.make != nil {
				c.make(t, dir)
			}
			before, _ := os.ReadFile(filepath.Join(dir, kv.FileName))
			db, err := kv.Open(dir, kv.Options{Create: c.create})
			if err == nil {
				db.Close()
			}
			if schema.KindOf(err) != c.kind || schema.HintOf(err) == "" || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v of kind %q with hint %q; want kind %q, %q", err, schema.KindOf(err), schema.HintOf(err), c.kind, c.says)
			}
			if after, _ := os.ReadFile(filepath.Join(dir, kv.FileName)); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func folder(t *testing.T, dir string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
}

func write(name, content string) func(*testing.T, string) {
	return func(t *testing.T, dir string) {
		t.Helper()
		path := filepath.Join(dir, name)
		folder(t, filepath.Dir(path))
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// cutOff is what remains of a store that was copied to a full disk.
func cutOff(t *testing.T, dir string) {
	t.Helper()
	db := mustOpen(t, dir)
	if _, err := kv.QuadStore(db); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Close(), os.Truncate(filepath.Join(dir, kv.FileName), 12288)); err != nil {
		t.Fatal(err)
	}
}

func readOnly(t *testing.T, dir string) {
	t.Helper()
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("whoever runs this may write everywhere")
	}
	folder(t, dir)
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
}

// A second process is told who has the store. The holder is this test's own
// program, run again.
func TestBusy(t *testing.T) {
	t.Parallel()
	if holder := os.Getenv("STANCEGRAPH_TEST_HOLD"); holder != "" {
		hold(t, holder)
		return
	}
	dir := t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestBusy$")
	cmd.Env = append(os.Environ(), "STANCEGRAPH_TEST_HOLD="+dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 4)
	if _, err := out.Read(buf); err != nil {
		t.Fatal(err)
	}
	_, err = kv.Open(dir, kv.Options{})
	if schema.KindOf(err) != schema.KindBusy || schema.HintOf(err) == "" || !strings.Contains(err.Error(), "stancegraph serve --store x, since") {
		t.Errorf("got %v of kind %q", err, schema.KindOf(err))
	}
	if err := errors.Join(cmd.Process.Kill(), in.Close()); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	db, err := kv.Open(dir, kv.Options{})
	if err != nil {
		t.Fatalf("after the holder was killed: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "holder.json")); !os.IsNotExist(err) {
		t.Error("the note of a holder that is gone stayed")
	}
}

// hold opens a store, says so, and waits to be killed.
func hold(t *testing.T, dir string) {
	t.Helper()
	if _, err := kv.Open(dir, kv.Options{Create: true, Command: "stancegraph serve --store x"}); err != nil {
		t.Fatal(err)
	}
	fmt.Print("open")
	_, _ = os.Stdin.Read(make([]byte, 1))
}
