package graph_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// A store that is opened to be read answers everything, side by side with
// others, refuses to be written with a way out, and leaves no trace: with a
// ledger file and without.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "store")
	src, statements := graphtest.Article(0, 3)
	want := closed(t, filled(t, dir, src, statements))
	opt := graphtest.Options()
	opt.ReadOnly = true
	for _, what := range []string{"with its ledger file", "with a damaged one", "without"} {
		switch file := filepath.Join(dir, "graph.ledger"); what {
		case "with a damaged one":
			must(t, os.Truncate(file, 60))
		case "without":
			must(t, os.Remove(file))
		}
		before := folderBytes(t, dir)
		a, err := graph.Open(dir, opt)
		must(t, err)
		b, err := graph.Open(dir, opt)
		must(t, err)
		if got := graphtest.NQuads(t, b); got != want || !a.ReadOnly() {
			t.Errorf("%s: the graph is another one", what)
		}
		graphtest.MustBeSound(t, a)
		_, err = a.PutSource(context.Background(), src, statements)
		if schema.KindOf(err) != schema.KindIO || schema.HintOf(err) == "" {
			t.Errorf("%s: a write: got %v", what, err)
		}
		_, err = a.BeginImport(context.Background(), graph.ImportRun{ID: "a"}, graphtest.Codebook(t, "1"))
		if schema.KindOf(err) != schema.KindIO {
			t.Errorf("%s: an import: got %v", what, err)
		}
		must(t, a.Close())
		must(t, b.Close())
		if after := folderBytes(t, dir); after != before {
			t.Errorf("%s: reading changed the folder", what)
		}
	}
}

// Without the right to write, a store is opened to be read.
func TestStoreThatMayNotBeWritten(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("whoever runs this may write everywhere")
	}
	dir := filepath.Join(t.TempDir(), "store")
	src, statements := graphtest.Article(0, 3)
	want := closed(t, filled(t, dir, src, statements))
	must(t, os.Chmod(filepath.Join(dir, "graph.bolt"), 0o444))
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { must(t, os.Chmod(dir, 0o755)) })
	s, err := graph.Open(dir, graphtest.Options())
	must(t, err)
	if got := graphtest.NQuads(t, s); got != want || !s.ReadOnly() {
		t.Error("the graph is another one, or can be written")
	}
	must(t, s.Close())
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// closed closes a store and returns its graph.
func closed(t *testing.T, s *graph.Store) string {
	t.Helper()
	all := graphtest.NQuads(t, s)
	must(t, s.Close())
	return all
}

func folderBytes(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	all := ""
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		must(t, err)
		all += e.Name() + "\n" + string(b)
	}
	return all
}
