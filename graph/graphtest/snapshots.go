package graphtest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func testSnapshot(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(1, 3)
	s.put(src, statements[:2])
	old := s.store.Snapshot()
	if s.store.Snapshot() != old || s.store.Refresh() != old {
		t.Error("nothing was written, but there is another snapshot")
	}
	s.put(src, statements)
	s.want("the old one", len(old.Statements), 2)
	s.want("the new one", len(s.store.Snapshot().Statements), 3)
	s.done()
	s.want("after closing", len(s.store.Snapshot().Statements), 3)
}

func testIterators(t *testing.T, s *suite) {
	s.putCodebook()
	for i := range 3 {
		src, statements := Article(i, 2)
		s.put(src, statements)
	}
	var sources, statements []string
	for src, err := range s.store.Sources(s.ctx) {
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, src.Doc)
	}
	for st, err := range s.store.Statements(s.ctx) {
		if err != nil {
			t.Fatal(err)
		}
		statements = append(statements, st.ID)
		if len(statements) == 4 {
			break
		}
	}
	s.want("sources", len(sources), 3)
	s.want("first published", sources[0], "00000.txt")
	s.want("statements until the break", len(statements), 4)

	ctx, cancel := context.WithCancel(s.ctx)
	cancel()
	n := 0
	for _, err := range s.store.Statements(ctx) {
		n++
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled: got %v", err)
		}
	}
	s.want("yields of a cancelled iteration", n, 1)
	src, _ := Article(4, 0)
	if _, err := s.store.PutSource(ctx, src, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled write: got %v", err)
	}
	if err := s.store.WriteNQuads(ctx, discard{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled export: got %v", err)
	}
	s.done()
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// testConcurrent lets two writers, and readers of every kind, work at the same
// time. Every snapshot must hold whole articles.
func testConcurrent(t *testing.T, s *suite) {
	s.putCodebook()
	const articles, statements = 12, 3
	stop := make(chan struct{})
	var readers, writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for i := w; i < articles; i += 2 {
				src, list := Article(i, statements)
				if _, err := s.store.PutSource(s.ctx, src, list); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					wholeArticles(t, s.store.Snapshot(), statements)
				}
			}
		})
	}
	readers.Go(func() {
		for range 3 {
			if _, err := s.store.Check(s.ctx); err != nil {
				t.Error(err)
			}
		}
	})
	writers.Wait()
	close(stop)
	readers.Wait()
	s.want("in the end", len(s.store.Refresh().Statements), articles*statements)
	s.done()
}

func wholeArticles(t *testing.T, snap *ledger.Snapshot, statements int) {
	for id := range snap.Sources {
		if n := len(snap.OfSource(id)); n != statements {
			t.Errorf("a snapshot has %d of %d statements of an article", n, statements)
		}
	}
}

func testClosed(t *testing.T, s *suite) {
	s.putCodebook()
	s.done()
	if err := s.store.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
	src, _ := Article(0, 0)
	if _, err := s.store.PutSource(s.ctx, src, nil); err == nil {
		t.Error("a write after closing was acknowledged")
	}
	if _, err := s.store.Check(s.ctx); err == nil {
		t.Error("a check after closing found nothing to say")
	}
	if err := s.store.MarkCoded(s.ctx, src.ID, true); schema.KindOf(err) == schema.KindIO {
		t.Errorf("got %v", err)
	}
}
