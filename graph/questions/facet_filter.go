package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// facet is a dimension that has a facet, as a bit. A set of them says which
// parts of the filter a statement does not pass.
type facet uint16

const (
	facetActor facet = 1 << iota
	facetGroup
	facetIssue
	facetStance
	facetAct
	facetOutlet
	facetMode
	facetCoder
	facetStatus
	facetYear
	facetNone // a part of the filter that is no facet
)

func failing(passes bool, f facet) facet {
	if passes {
		return 0
	}
	return f
}

// few reports whether a statement is in any count: in all facets where it passes
// everything, and else in the one facet whose part of the filter it fails.
func (f facet) few() bool { return f&(f-1) == 0 && f != facetNone }

// facetFilter is what fails of a filter, found out once for every code.
type facetFilter struct {
	*facetGround
	ofCoding, ofSource, ofProposition []facet
	ofIssue                           []facet // by coding, where the codebook lacks the proposition
	ofStance                          [8]facet
	ofYear                            []facet
}

func newFacetFilter(s *ledger.Snapshot, f Filter) *facetFilter {
	c, not := s.Columns(), f.Not
	t := &facetFilter{facetGround: facetGroundOf(s), ofSource: make([]facet, len(c.Sources)), ofProposition: make([]facet, c.Propositions.Len()), ofYear: make([]facet, yearCount)}
	for _, k := range c.Codings {
		t.ofCoding = append(t.ofCoding, failing(allowed(f.Acts, not.Acts, string(k.Act)), facetAct)|failing(allowed(f.Modes, not.Modes, string(k.Mode)), facetMode)|
			failing(allowed(f.Statuses, not.Statuses, string(k.Status)), facetStatus)|failing(allowed(f.Coders, not.Coders, k.Coder, ledger.WithoutVersion(k.Coder)), facetCoder))
		t.ofIssue = append(t.ofIssue, failing(allowed(f.Issues, not.Issues, k.Issue), facetIssue))
	}
	for _, stance := range schema.Stances {
		t.ofStance[stance] = failing(f.matchesStance(stance), facetStance)
	}
	if asks(f.Years, not.Years) {
		for n := range t.ofYear {
			t.ofYear[n] = failing(allowed(f.Years, not.Years, yearName(n)), facetYear)
		}
	}
	if asks(f.Propositions, f.Issues, not.Propositions, not.Issues) {
		t.findPropositions(s, f)
	}
	if asks(f.Sources, f.Outlets, not.Sources, not.Outlets) || f.KnownBy != nil {
		t.findSources(s, f)
	}
	return t
}

func (t *facetFilter) findPropositions(s *ledger.Snapshot, f Filter) {
	for p := range t.ofProposition {
		id := s.Columns().Propositions.Text(uint32(p))
		t.ofProposition[p] = failing(allowed(f.Propositions, f.Not.Propositions, id), facetNone)
		if known, ok := s.Codebook.Proposition(id); ok {
			t.ofProposition[p] |= failing(allowed(f.Issues, f.Not.Issues, known.Issues...), facetIssue)
		}
	}
}

func (t *facetFilter) findSources(s *ledger.Snapshot, f Filter) {
	others := f
	others.Outlets, others.Not.Outlets = nil, nil
	for k, o := range s.Columns().Sources {
		st := &schema.Statement{Source: o.ID, Doc: o.Doc}
		t.ofSource[k] = failing(allowed(f.Outlets, f.Not.Outlets, t.outlets[t.outletOf[k]]), facetOutlet) | failing(others.matchesSource(s.Sources[o.ID], st), facetNone)
	}
}
