package graph_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// In batches or at once, a corpus gives the same graph.
func TestLoadCorpus(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for seed := range uint64(8) {
		all := graphtest.Generate(t, seed, 20)
		want := graphtest.NQuadsOf(t, all)
		s := graphtest.Open(t, filepath.Join(t.TempDir(), "store"))
		report, err := s.LoadCorpus(ctx, all, "all.ttl", 3)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if report.Statements.Added != len(all.Statements) || report.Sources != len(all.Sources) || report.Annotations.Added != len(all.Annotations) {
			t.Errorf("seed %d: %+v", seed, report)
		}
		if diff := graphtest.Difference(want, graphtest.NQuads(t, s)); diff != "" {
			t.Errorf("seed %d:\n%s", seed, diff)
		}
		if report, err = s.LoadCorpus(ctx, all, "all.ttl", 5); err != nil || report.Statements.Added+report.Sources+report.Annotations.Added > 0 {
			t.Errorf("seed %d, again: %+v, %v", seed, report, err)
		}
	}
}

// tiring is a context that is cancelled after it was asked some times.
type tiring struct {
	context.Context
	left int
}

func (c *tiring) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Until it is complete nothing is seen of it; begun again, it goes on.
func TestLoadCorpusGoesOn(t *testing.T) {
	t.Parallel()
	all := graphtest.Generate(t, 3, 20)
	s := graphtest.Open(t, filepath.Join(t.TempDir(), "store"))
	interrupted := 0
	for left := range 100 {
		_, err := s.LoadCorpus(&tiring{context.Background(), left}, all, "all.ttl", 2)
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		if interrupted += len(s.Interrupted()); len(s.Interrupted()) > 0 && len(s.Refresh().Statements) > 0 {
			t.Error("statements are seen of an import that is not complete")
		}
	}
	if interrupted == 0 {
		t.Error("no import was interrupted")
	}
	if diff := graphtest.Difference(graphtest.NQuadsOf(t, all), graphtest.NQuads(t, s)); diff != "" {
		t.Error(diff)
	}
}

// One bad record keeps all of it out, and no import is begun.
func TestLoadBadCorpus(t *testing.T) {
	t.Parallel()
	all := graphtest.Generate(t, 3, 20)
	all.Statements[len(all.Statements)-1].Act = "sing"
	s := graphtest.Open(t, filepath.Join(t.TempDir(), "store"))
	_, err := s.LoadCorpus(context.Background(), all, "all.ttl", 2)
	if schema.KindOf(err) != schema.KindInput {
		t.Errorf("got %v", err)
	}
	if got := graphtest.NQuads(t, s); got != "" || len(s.Interrupted()) > 0 {
		t.Errorf("something was written: %v\n%s", s.Interrupted(), got)
	}
}

// A revision may stand before what it revises.
func TestLoadCorpusRevisions(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(1, 3)
	statements[1].Revises = statements[2].ID
	statements[1].ID = statements[1].DeriveID()
	statements[0].Revises = statements[1].ID
	statements[0].ID = statements[0].DeriveID()
	s := graphtest.Open(t, filepath.Join(t.TempDir(), "store"))
	all := graph.Corpus{Codebooks: []*schema.Codebook{graphtest.Codebook(t, "1")}, Sources: []schema.Source{src}, Statements: statements}
	if _, err := s.LoadCorpus(context.Background(), all, "all.ttl", 1); err != nil {
		t.Fatal(err)
	}
	if diff := graphtest.Difference(graphtest.NQuadsOf(t, all), graphtest.NQuads(t, s)); diff != "" {
		t.Error(diff)
	}
}
