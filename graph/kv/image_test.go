package kv_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// An image is one moment, though the file goes on being written, and opens as
// a store of its own that cannot be written.
func TestImageIsOneMoment(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	qs := mustQuadStore(t, db)
	if err := kv.Apply(qs, nil, []quad.Quad{q("s", "p", "1")}); err != nil {
		t.Fatal(err)
	}
	image, err := db.Image()
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Apply(qs, nil, []quad.Quad{q("s", "p", "2")}); err != nil {
		t.Fatal(err)
	}
	later, err := db.Image()
	if err != nil || later.Sequence() <= image.Sequence() {
		t.Fatalf("sequence %d after %d (%v)", later.Sequence(), image.Sequence(), err)
	}
	var b bytes.Buffer
	if _, err := image.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	if image.Close() != nil || later.Close() != nil {
		t.Error("an image does not close")
	}
	path := filepath.Join(t.TempDir(), "copy")
	if err := os.WriteFile(path, b.Bytes(), 0o400); err != nil {
		t.Fatal(err)
	}
	copied, err := kv.OpenReadOnly(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := kv.Size(t.Context(), copied); n != 1 || err != nil {
		t.Errorf("got %d quads (%v)", n, err)
	}
	if err := kv.Apply(copied, nil, []quad.Quad{q("s", "p", "3")}); err == nil {
		t.Error("it was written to")
	}
	if err := copied.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpenReadOnlyRefuses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	db := mustOpen(t, dir)
	mustQuadStore(t, db)
	whole, err := os.ReadFile(filepath.Join(dir, kv.FileName))
	if err != nil {
		t.Fatal(err)
	}
	file := func(name string, data []byte) string {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, c := range map[string]struct {
		path string
		kind schema.Kind
	}{
		"nothing":     {filepath.Join(t.TempDir(), "x"), schema.KindNotFound},
		"another":     {file("text", bytes.Repeat([]byte("text "), 9999)), schema.KindInput},
		"a cut file":  {file("cut", whole[:3*os.Getpagesize()]), schema.KindCorrupt},
		"a held file": {filepath.Join(dir, kv.FileName), schema.KindBusy},
	} {
		if _, err := kv.OpenReadOnly(c.path, nil); schema.KindOf(err) != c.kind || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v (%s), want %s", name, err, schema.KindOf(err), c.kind)
		}
	}
}
