package graph_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// An import that is discarded leaves the store as if it had never been begun,
// also where the discarding fails in the middle and is begun again.
func TestDiscardImport(t *testing.T) {
	t.Parallel()
	ctx, dir, n := context.Background(), t.TempDir(), 0
	opt := graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV { return faulty{db, &n} })
	s, err := graph.Open(dir, opt)
	must(t, err)
	must(t, s.PutCodebook(ctx, graphtest.Codebook(t, "1")))
	src, list := graphtest.Article(0, 3)
	_, err = s.PutSource(ctx, src, list)
	must(t, err)
	before, version := graphtest.NQuads(t, s), s.Snapshot().Version

	sources, statements := votes(30)
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv", Statements: 30}, "2")
	mustPut(t, im, sources, statements, graph.Report{Added: 30})
	n = 40
	if _, err = s.DiscardImport(ctx, "a1", nil); !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
	n = 0
	graphtest.MustBeSound(t, s)
	removed := 0
	done, err := s.DiscardImport(ctx, "a1", func(n int) { removed += n })
	if want := (graph.Discarded{File: "a.csv", Statements: 30, Sources: 3}); err != nil || done != want || removed != 33 {
		t.Errorf("got %+v, %d removed, %v", done, removed, err)
	}
	if _, ok := s.CodebookVersion("lake-dispute/2"); ok || len(s.Interrupted()) > 0 || s.Refresh().Version != version {
		t.Errorf("something of the import stayed: %v", s.Interrupted())
	}
	if _, err := im.Put(ctx, nil, statements); schema.KindOf(err) != schema.KindNotFound {
		t.Errorf("it went on: %v", err)
	}
	if report := graphtest.MustBeSound(t, s); report.Statements != 3 {
		t.Errorf("%d statements are on disk", report.Statements)
	}
	must(t, s.Close())
	s = graphtest.Open(t, dir)
	if got := graphtest.NQuads(t, s); got != before {
		t.Errorf("the graph has changed:\n%s", graphtest.Difference(before, got))
	}
	im = mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv", Statements: 30}, "2")
	mustPut(t, im, sources, statements, graph.Report{Added: 30})
	mustFinish(t, im)
}

// What others have taken over from a discarded import stays, and so does the
// version of the codebook that another import goes on with.
func TestDiscardImportAndOthers(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := graphtest.Open(t, t.TempDir())
	must(t, s.PutCodebook(ctx, graphtest.Codebook(t, "1")))
	sources, statements := votes(30)
	mustPut(t, mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv"}, "2"), sources, statements, graph.Report{Added: 30})
	other := mustBegin(t, s, graph.ImportRun{ID: "b2", File: "b.csv"}, "2")
	mustPut(t, other, sources[:1], statements[:10], graph.Report{Added: 10})
	_, err := s.PutStatements(ctx, statements[20:25])
	must(t, err)
	done, err := s.DiscardImport(ctx, "a1", nil)
	if done.Statements != 15 || done.Sources != 2 || err != nil {
		t.Errorf("got %+v, %v", done, err)
	}
	mustFinish(t, other)
	if snap := s.Refresh(); len(snap.Statements) != 15 || snap.Codebook.Version != "2" {
		t.Errorf("%d statements, codebook %s", len(snap.Statements), snap.Codebook.Version)
	}
	for id, kind := range map[string]schema.Kind{"b2": schema.KindUsage, "b": schema.KindNotFound, "a1": schema.KindNotFound} {
		if _, err := s.DiscardImport(ctx, id, nil); schema.KindOf(err) != kind || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v", id, err)
		}
	}
	if got := fmt.Sprint(s.Interrupted()); got != "[]" {
		t.Errorf("interrupted: %s", got)
	}
}
