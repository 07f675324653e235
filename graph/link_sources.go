package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// LinkSources adds to sources, by ID, the IDs of others with nearly the same
// text, in one transaction. Links that are there stay. An ID that names no
// source is an error of kind not-found, and nothing is written.
func (s *Store) LinkSources(ctx context.Context, near map[string][]string) error {
	if len(near) == 0 {
		return nil
	}
	return s.write(ctx, "links between sources", func(c *change) error {
		for _, id := range slices.Sorted(maps.Keys(near)) {
			for _, one := range append([]string{id}, near[id]...) {
				if r := s.contents.sources[one]; r == nil || s.contents.hidden(r.Import) {
					return schema.Errorf(schema.KindNotFound, "ingest the source first", "no source has the ID %s", one)
				}
			}
			before := s.contents.sources[id]
			after := &quads.SourceRecord{Source: before.Source}
			after.NearTo = slices.Compact(slices.Sorted(slices.Values(slices.Concat(before.NearTo, near[id]))))
			c.putSource(before, after)
		}
		return nil
	})
}
