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
// quads of one node stand together, sorted. It is the graph at the moment when
// the sequence is begun; nobody waits for anybody meanwhile, and no more than
// one record is turned into quads at a time. The only error is that of the
// context, which ends the sequence.
func (s *Store) Quads(ctx context.Context) iter.Seq2[quads.Quad, error] {
	return func(yield func(quads.Quad, error) bool) {
		for _, record := range s.graph() {
			if err := ctx.Err(); err != nil {
				yield(quads.Quad{}, err)
				return
			}
			for _, q := range quads.Sort(record.Quads()) {
				if !quads.IsRecorded(q) && !yield(q, nil) {
					return
				}
			}
		}
	}
}

// record is whatever has quads.
type record interface{ Quads() []quads.Quad }

// graph returns all records that are to be seen, in the order of their nodes.
func (s *Store) graph() []record {
	s.mem.RLock()
	defer s.mem.RUnlock()
	c := s.contents
	list := make([]record, 0, len(c.annotations)+len(c.sources)+len(c.statements)+2)
	concepts := quads.Sort(c.codebookQuads())
	before := func(group string) {
		n := slices.IndexFunc(concepts, func(q quads.Quad) bool { return strings.Compare(quads.Subject(q), group) > 0 })
		if n < 0 {
			n = len(concepts)
		}
		list, concepts = append(list, part(concepts[:n])), concepts[n:]
	}
	before(quads.Annotations)
	for _, id := range sortedKeys(c.annotations) {
		list = append(list, c.quotableAnnotation(c.annotations[id]))
	}
	before(quads.Sources)
	for _, id := range sortedKeys(c.sources) {
		if r := c.sources[id]; !c.hidden(r.Import) {
			list = append(list, withoutText(r))
		}
	}
	before(quads.Statements)
	for _, id := range sortedKeys(c.statements) {
		if r := c.statements[id]; !c.hidden(r.Import) {
			list = append(list, c.quotable(r))
		}
	}
	return append(list, part(concepts))
}

// part is the quads of the codebook between other records.
type part []quads.Quad

func (p part) Quads() []quads.Quad { return p }

// codebookQuads returns those of every version that is to be seen, and of what
// is in the current one.
func (c *contents) codebookQuads() []quads.Quad {
	var all []quads.Quad
	hidden := c.hiddenCodebooks()
	for ref, cb := range c.codebooks {
		if record := quads.RecordOf(cb); !hidden[ref] {
			all = append(all, record.Quads()...)
		}
	}
	if cb, ok := c.codebooks[c.current]; ok {
		all = append(all, quads.Current(cb)...)
	}
	return all
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
