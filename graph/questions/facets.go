package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// FacetList is how many statements there are of every value that a filter could
// ask for next.
type FacetList struct {
	AsOf    schema.Day `json:"as_of"`
	N       int        `json:"n"`  // statements that pass the filter and count as of the day
	Of      int        `json:"of"` // statements that pass the filter
	Facets  []Facet    `json:"facets"`
	Version string     `json:"version"` // data version
}

// Facet is one dimension of the filter.
type Facet struct {
	Name   string       `json:"name"` // the parameter: actor, group, issue, stance, act, outlet, mode, coder, status or year
	Values []FacetValue `json:"values"`
}

// FacetValue is one value. Its statements pass the rest of the filter, as if it
// asked in this dimension for the value and nothing else.
type FacetValue struct {
	Value    string `json:"value"`
	Label    string `json:"label"`
	N        int    `json:"n"`  // that count as of the day
	Of       int    `json:"of"` // whatever their standing and their date
	Chosen   bool   `json:"chosen"`
	Excluded bool   `json:"excluded"`
}

// Facets counts statements by every value of ten dimensions. Statements are
// counted, not positions: min-statements, independent, rule and stale have no
// part in it. A statement stands in the facet of actors under its actor and
// everybody who signed it, in that of groups under every registered group whose
// members or spokesmen these are on its date, in that of issues under every
// issue of its proposition, in all others once at most. Values without a
// statement are left out unless the filter names them. The most numerous come
// first; years are in their order.
//
// The error is that of Filter.Check. The answer may be shared: it must not be
// changed.
func Facets(s *ledger.Snapshot, f Filter) (FacetList, error) {
	if err := f.Check(); err != nil {
		return FacetList{}, err
	}
	f.MinStatements, f.Independent, f.Rule, f.HalfLife, f.Stale = 0, false, "", 0, 0
	return remembered(s, "facets", f, "", func() FacetList { return facets(s, f) }), nil
}

func facets(s *ledger.Snapshot, f Filter) FacetList {
	list := FacetList{AsOf: f.AsOfIn(s), Facets: []Facet{}, Version: s.Version}
	var counters []*facetCounter
	t := newFacetFilter(s, f)
	eachShare(s.Columns().Actors.Len(), func() func(int) {
		c := newFacetCounter(s, f, t)
		counters = append(counters, c)
		return func(actor int) { c.actor(uint32(actor)) }
	})
	sum := newFacetCounter(s, f, t)
	for _, c := range counters {
		sum.add(c)
	}
	for _, g := range sum.byCoding {
		list.N, list.Of = list.N+int(g.n), list.Of+int(g.of)
	}
	for _, facet := range facetNames {
		list.Facets = append(list.Facets, Facet{facet.name, sum.values(facet)})
	}
	return list
}

// facetNames are the dimensions that have facets, in their order, with what
// lists their values.
var facetNames = []facetName{
	{"actor", facetActor, (*facetCounter).actorValues}, {"group", facetGroup, (*facetCounter).groupValues}, {"issue", facetIssue, (*facetCounter).issueValues},
	{"stance", facetStance, (*facetCounter).stanceValues}, {"act", facetAct, (*facetCounter).actValues}, {"outlet", facetOutlet, (*facetCounter).outletValues},
	{"mode", facetMode, (*facetCounter).modeValues}, {"coder", facetCoder, (*facetCounter).coderValues}, {"status", facetStatus, (*facetCounter).statusValues},
	{"year", facetYear, (*facetCounter).yearValues},
}

type facetName struct {
	name   string
	facet  facet
	values func(*facetCounter) []FacetValue
}

// values are those of a facet that have a statement or are named by the filter,
// marked and sorted.
func (c *facetCounter) values(name facetName) []FacetValue {
	d := dimensions[slices.IndexFunc(dimensions, func(d dimension) bool { return d.name == name.name })]
	asked, excluded := *d.asked(&c.f), *d.excluded(&c.f.Not)
	list := []FacetValue{}
	for _, v := range name.values(c) {
		names := []string{v.Value}
		if name.facet == facetCoder {
			names = append(names, ledger.WithoutVersion(v.Value))
		}
		is := func(one string) bool { return slices.Contains(names, one) }
		v.Chosen, v.Excluded = slices.ContainsFunc(asked, is), slices.ContainsFunc(excluded, is)
		if v.Of > 0 || v.Chosen || v.Excluded {
			list = append(list, v)
		}
	}
	if name.facet != facetYear {
		slices.SortStableFunc(list, func(a, b FacetValue) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(b.Of, a.Of)) })
	}
	return list
}
