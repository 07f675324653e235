package graph

import (
	"context"
	"fmt"
	"strconv"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
)

// checkIndexes compares Cayley's indexes with the quads: what explorers of the
// graph find must be what is there. Where they differ, it looks every subject,
// and every object that is a thing, up in them, to name those that are wrong.
func (c *checker) checkIndexes(ctx context.Context) error {
	agree, err := kv.IndexesAgree(ctx, c.store.db)
	if err != nil {
		return unreadable(ctx, err)
	}
	if agree {
		return nil
	}
	for _, d := range []quad.Direction{quad.Subject, quad.Object} {
		want := map[string]int{}
		for q, err := range kv.Quads(ctx, c.store.db) {
			if err != nil {
				return unreadable(ctx, err)
			}
			if iri, ok := q.Get(d).(quad.IRI); ok {
				want[string(iri)]++
			}
		}
		for _, iri := range sortedKeys(want) {
			got, err := countIndexed(ctx, c.store.qs, d, quad.IRI(iri))
			if err != nil {
				return fmt.Errorf("look up %s %s: %w", d, iri, err)
			}
			if got != want[iri] {
				c.problem("", d.String(), iri, "the index finds "+strconv.Itoa(got)+" of "+strconv.Itoa(want[iri])+" quads")
			}
		}
	}
	if len(c.report.Problems) == 0 {
		c.problem("", "index", "", "the indexes do not agree with the quads")
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
