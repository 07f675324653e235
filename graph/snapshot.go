package graph

import (
	"context"
	"iter"
	"slices"

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
	return s.show(s.build())
}

// Refresh returns a snapshot that has everything written before the call.
func (s *Store) Refresh() *ledger.Snapshot { return s.show(s.latest()) }

func (s *Store) latest() *ledger.Snapshot {
	s.building.Lock()
	defer s.building.Unlock()
	return s.build()
}

// build makes a snapshot of the last one and what has been written since.
func (s *Store) build() *ledger.Snapshot {
	before := s.built
	s.mem.Lock()
	seen := s.seen.Load()
	if before != nil && before.Sequence == seen {
		s.mem.Unlock()
		return before
	}
	if s.contents.news.all {
		before = ledger.Build(nil, nil, nil)
	}
	change, codebooks := s.contents.change(), s.contents.seenCodebooks()
	s.mem.Unlock()
	next := new(ledger.Snapshot)
	if change.IsNothing(before) && slices.Equal(codebooks, before.Codebooks) {
		*next = *before // with all that was derived from it
	} else {
		next = before.Next(change)
		next.Codebooks = codebooks
	}
	next.Sequence = seen
	s.built = next
	return next
}

// show lets everybody see a snapshot, unless they see a newer one.
func (s *Store) show(next *ledger.Snapshot) *ledger.Snapshot {
	for {
		now := s.snapshot.Load()
		if now != nil && now.Sequence >= next.Sequence {
			return now
		}
		if s.snapshot.CompareAndSwap(now, next) {
			return next
		}
	}
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
