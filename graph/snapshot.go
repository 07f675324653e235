package graph

import (
	"context"
	"iter"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Snapshot returns all statements in memory. It is up to date, unless another
// goroutine is building a newer one at this moment: then it is the one before.
// Readers never wait for a writer or for each other. Building is put off until
// somebody asks, so that a thousand writes in a row build one snapshot.
func (s *Store) Snapshot() *ledger.Snapshot {
	if now := s.snapshot.Load(); now.Sequence == s.seen.Load() || !s.building.TryLock() {
		return now
	}
	defer s.building.Unlock()
	return s.build()
}

// patience is how long a reader waits for a newer snapshot: after a small write
// to a small store that is enough to see it at once.
const patience = 20 * time.Millisecond

// Newest returns the newest snapshot there is. Where the store has been written
// to since, a newer one is built behind the back of the reader, who waits for it
// at most for a moment: readers go on with the one before while a large store
// is read anew. A server asks for this; what must be up to date asks for
// [Store.Snapshot].
func (s *Store) Newest() *ledger.Snapshot {
	if now := s.snapshot.Load(); now.Sequence == s.seen.Load() || !s.building.TryLock() {
		return now
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer s.building.Unlock()
		s.build()
	}()
	select {
	case <-done:
	case <-time.After(patience):
	}
	return s.snapshot.Load()
}

// Refresh returns a snapshot that has everything written before the call.
func (s *Store) Refresh() *ledger.Snapshot {
	s.building.Lock()
	defer s.building.Unlock()
	return s.build()
}

func (s *Store) build() *ledger.Snapshot {
	now := s.snapshot.Load()
	s.mem.Lock()
	seen := s.seen.Load()
	if now != nil && now.Sequence == seen {
		s.mem.Unlock()
		return now
	}
	if s.contents.news.all {
		now = ledger.Build(nil, nil, nil)
	}
	change, codebooks := s.contents.change(), s.contents.seenCodebooks()
	s.mem.Unlock()
	next := now.Next(change)
	next.Codebooks, next.Sequence = codebooks, seen
	s.snapshot.Store(next)
	return next
}

// Sources yields every source, from the first published to the last. The only
// error is that of the context, which ends the sequence.
func (s *Store) Sources(ctx context.Context) iter.Seq2[schema.Source, error] {
	return func(yield func(schema.Source, error) bool) {
		for _, src := range s.Refresh().SourceList() {
			if err := ctx.Err(); err != nil {
				yield(schema.Source{}, err)
				return
			}
			if !yield(*src, nil) {
				return
			}
		}
	}
}

// Statements yields every statement, in the order of the ledger. The only error
// is that of the context, which ends the sequence.
func (s *Store) Statements(ctx context.Context) iter.Seq2[schema.Statement, error] {
	return func(yield func(schema.Statement, error) bool) {
		for _, st := range s.Refresh().Statements {
			if err := ctx.Err(); err != nil {
				yield(schema.Statement{}, err)
				return
			}
			if !yield(st, nil) {
				return
			}
		}
	}
}
