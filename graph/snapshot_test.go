package graph_test

import (
	"context"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
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
	for deadline := time.Now().Add(30 * time.Second); len(s.Newest().Statements) != 2; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the next snapshot never came")
		}
	}
}
