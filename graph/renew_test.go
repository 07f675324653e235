package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
)

// Readers get the next snapshot when it has been prepared; whoever has to see
// what was written gets it at once. What takes long rests as long.
func TestNextSnapshotIsPrepared(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s, err := graph.Open(t.TempDir(), graphtest.Options())
	must(t, err)
	must(t, s.PutCodebook(ctx, graphtest.Codebook(t, "1")))
	s.Refresh()
	coming, ready := make(chan *ledger.Snapshot), make(chan bool)
	s.Prepare(func(next *ledger.Snapshot) { coming <- next; <-ready })
	put := func(n int) {
		src, statements := graphtest.Article(n, 2)
		_, err := s.PutSource(ctx, src, statements)
		must(t, err)
	}
	put(0)
	if n := len(s.Newest().Statements); n != 0 {
		t.Errorf("%d statements are shown that are not prepared", n)
	}
	if next := <-coming; len(next.Statements) != 2 || len(s.Newest().Statements) != 0 {
		t.Errorf("%d statements are prepared, %d shown", len(next.Statements), len(s.Newest().Statements))
	}
	if n := len(s.Refresh().Statements); n != 2 || len(s.Newest().Statements) != 2 {
		t.Errorf("%d statements for who has to see them, %d for others", n, len(s.Newest().Statements))
	}
	const long = 200 * time.Millisecond
	time.Sleep(long)
	released := time.Now()
	ready <- true
	put(1)
	for {
		select {
		case next := <-coming:
			if rested := time.Since(released); rested < long || len(next.Statements) != 4 {
				t.Errorf("after %v the next is made, of %d statements", rested, len(next.Statements))
			}
			ready <- true
			s.Renew()
			if n := len(s.Newest().Statements); n != 4 {
				t.Errorf("%d statements are shown after renewing", n)
			}
			must(t, s.Close())
			return
		case <-time.After(time.Millisecond):
			s.Newest()
		}
	}
}
