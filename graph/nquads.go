package graph

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// WriteNQuads prints the whole graph as N-Quads, sorted: the same sources,
// statements and codebook give the same bytes, in whatever order they came.
// Recorded times and import runs stay out, and so does what an import that was
// interrupted has written so far, and what the rights of a source keep in the
// store.
func (s *Store) WriteNQuads(ctx context.Context, w io.Writer) error {
	if err := quads.WriteNQuads(w, s.Quads(ctx)); err != nil {
		return fmt.Errorf("graph: export: %w", err)
	}
	return nil
}

// Quads yields the whole graph as WriteNQuads prints it, in that order: the
// quads of one node stand together, sorted. Beside what is stored, every record
// says what follows from it in standard terms (see quads.Implied). It is the
// graph at the moment when the sequence is begun; nobody waits for anybody
// meanwhile, and no more than one record is turned into quads at a time. The
// only error is that of the context, which ends the sequence.
func (s *Store) Quads(ctx context.Context) iter.Seq2[quads.Quad, error] {
	return func(yield func(quads.Quad, error) bool) { s.graph().quads(ctx, yield) }
}

// QuadsBySource yields the same quads source by source, those without a source
// first: the order of formats that have named graphs.
func (s *Store) QuadsBySource(ctx context.Context) iter.Seq2[quads.Quad, error] {
	return func(yield func(quads.Quad, error) bool) {
		g := s.graph()
		slices.SortStableFunc(g.records, func(a, b record) int { return strings.Compare(sourceOf(a), sourceOf(b)) })
		g.quads(ctx, yield)
	}
}

// Quads yields a corpus as a store that has nothing else would.
func (all Corpus) Quads(ctx context.Context) iter.Seq2[quads.Quad, error] {
	return func(yield func(quads.Quad, error) bool) { all.contents().graph().quads(ctx, yield) }
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
