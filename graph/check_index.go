package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// checkIndexes looks every subject, and every object that is a thing, up in
// Cayley's indexes: what explorers of the graph find must be what is there.
func (c *checker) checkIndexes(ctx context.Context) error {
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		want := map[quad.IRI]int{}
		for q := range c.there {
			if iri, ok := q.Get(d).(quad.IRI); ok {
				want[iri]++
			}
		}
		for _, iri := range slices.SortedFunc(maps.Keys(want), func(a, b quad.IRI) int { return strings.Compare(string(a), string(b)) }) {
			got, err := countIndexed(ctx, c.store.qs, d, iri)
			if err != nil {
				return fmt.Errorf("look up %s %s: %w", d, iri, err)
			}
			if got != want[iri] {
				c.problem("", d.String(), string(iri), "the index finds "+strconv.Itoa(got)+" of "+strconv.Itoa(want[iri])+" quads")
			}
		}
	}
	return nil
}

func countIndexed(ctx context.Context, qs cgraph.QuadStore, d quad.Direction, v quad.Value) (int, error) {
	ref := qs.ValueOf(v)
	if ref == nil {
		return 0, nil
	}
	it := qs.QuadIterator(d, ref)
	defer it.Close()
	n := 0
	for it.Next(ctx) {
		n++
	}
	if err := it.Err(); err != nil {
		return n, err
	}
	return n, ctx.Err() // Cayley ends early without an error when cancelled
}
