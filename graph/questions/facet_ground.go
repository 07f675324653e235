package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// facetGround is what facets need to know of a snapshot, whatever the filter.
type facetGround struct {
	outlets    []string // sorted; the first is that of sources without one
	outletOf   []uint32 // by source
	registered []bool   // by proposition
	year       []uint16 // by statement: its number
}

func facetGroundOf(s *ledger.Snapshot) *facetGround {
	type key struct{}
	return s.Derived(key{}, func() any {
		c, g := s.Columns(), &facetGround{outlets: append([]string{""}, s.Outlets()...)}
		number := map[string]uint32{}
		for i, name := range g.outlets {
			number[name] = uint32(i)
		}
		for _, o := range c.Sources {
			g.outletOf = append(g.outletOf, number[outlet(s, &schema.Statement{Source: o.ID})])
		}
		for p := range uint32(c.Propositions.Len()) {
			_, ok := s.Codebook.Proposition(c.Propositions.Text(p))
			g.registered = append(g.registered, ok)
		}
		g.year = make([]uint16, c.Len())
		for i, latest := range c.Latest {
			g.year[i] = uint16(yearNumber(latest))
		}
		return g
	}).(*facetGround)
}
