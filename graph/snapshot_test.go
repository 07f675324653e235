package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
)

// While a snapshot is being built, readers get the one before; then they get it.
func TestNewestDoesNotWaitForTheNextSnapshot(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s, err := graph.Open(t.TempDir(), graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.PutCodebook(ctx, graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	before := s.Refresh()
	src, statements := graphtest.Article(0, 2)
	if _, err := s.PutSource(ctx, src, statements); err != nil {
		t.Fatal(err)
	}
	release := s.Hold()
	for range 3 {
		if s.Newest() != before { // a reader that waited would wait for ever
			t.Fatal("a snapshot was built that could not be")
		}
	}
	release()
	for len(s.Newest().Statements) != 2 { // it comes, sooner or later
		time.Sleep(time.Millisecond)
	}
}

// What nobody can see makes no other snapshot: what was derived from the one
// before is not made anew.
func TestWhatIsHiddenChangesNothing(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s, err := graph.Open(t.TempDir(), graphtest.Options())
	must(t, err)
	must(t, s.PutCodebook(ctx, graphtest.Codebook(t, "1")))
	src, statements := graphtest.Article(0, 2)
	_, err = s.PutSource(ctx, src, statements)
	must(t, err)
	type key struct{}
	derived := func(snap *ledger.Snapshot) any { return snap.Derived(key{}, func() any { return new(int) }) }
	before := s.Refresh()
	first := derived(before)
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv", Statements: 10}, "2")
	during := s.Refresh()
	if during.Sequence == before.Sequence || derived(during) != first {
		t.Errorf("write %d, then %d: what was derived is made anew", before.Sequence, during.Sequence)
	}
	sources, votes := votes(10)
	mustPut(t, im, sources, votes, graph.Report{Added: 10})
	must(t, im.Finish(ctx))
	if after := s.Refresh(); derived(after) == first || len(after.Statements) != 12 {
		t.Errorf("%d statements, and what was derived is as before", len(after.Statements))
	}
	must(t, s.Close())
}
