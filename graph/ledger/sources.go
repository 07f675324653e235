package ledger

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// SourceList returns the sources from the first published to the last, those
// of unknown date first, then by file name.
func (s *Snapshot) SourceList() []*schema.Source {
	type key struct{}
	return s.Derived(key{}, func() any {
		list := slices.Collect(maps.Values(s.Sources))
		slices.SortFunc(list, func(a, b *schema.Source) int {
			return cmp.Or(CompareDates(a.Published, b.Published), strings.Compare(a.Doc, b.Doc), strings.Compare(a.ID, b.ID))
		})
		return list
	}).([]*schema.Source)
}

// Outlets returns the outlets of the sources, sorted; sources without one add
// nothing.
func (s *Snapshot) Outlets() []string {
	seen := map[string]bool{}
	for _, src := range s.Sources {
		if src.Outlet != "" {
			seen[src.Outlet] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// FindSource returns the source of an ID or, where no ID fits, the first in
// the order of SourceList with that file name.
func (s *Snapshot) FindSource(idOrDoc string) (*schema.Source, bool) {
	if src, ok := s.Sources[idOrDoc]; ok {
		return src, true
	}
	for _, src := range s.SourceList() {
		if src.Doc == idOrDoc {
			return src, true
		}
	}
	return nil, false
}
