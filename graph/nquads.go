package graph

import (
	"context"
	"fmt"
	"io"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
)

// WriteNQuads prints the whole graph as N-Quads, sorted: the same sources,
// statements and codebook give the same bytes, in whatever order they came.
// Recorded times and import runs stay out, and so does what an import that was
// interrupted has written so far.
func (s *Store) WriteNQuads(ctx context.Context, w io.Writer) error {
	s.writer.Lock()
	all, err := s.scan(ctx)
	s.writer.Unlock()
	if err != nil {
		return fmt.Errorf("graph: export: %w", err)
	}
	return quads.WriteNQuads(w, all)
}

// scan reads every quad but those of recorded times and of hidden records. The
// writer's lock is held.
func (s *Store) scan(ctx context.Context) ([]quad.Quad, error) {
	if s.broken != nil {
		return nil, s.broken
	}
	hidden := s.contents.hiddenRecords()
	var all []quad.Quad
	for q, err := range kv.Quads(ctx, s.db) {
		if err != nil {
			return nil, err
		}
		if !quads.IsRecorded(q) && !hidden[quads.RecordIRI(q)] {
			all = append(all, q)
		}
	}
	return all, nil
}
