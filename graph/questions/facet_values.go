package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The values of facets in their natural order: that of the codebook, of the
// terms, or of the alphabet.

func value(id, label string, g figure) FacetValue {
	return FacetValue{Value: id, Label: label, N: int(g.n), Of: int(g.of)}
}

func (c *facetCounter) actorValues() []FacetValue {
	var list []FacetValue
	for code, g := range c.byActor {
		if id := c.c.Actors.Text(uint32(code)); g.of > 0 || slices.Contains(c.f.Actors, id) || slices.Contains(c.f.Not.Actors, id) {
			list = append(list, value(id, c.s.Codebook.ActorLabel(id), g))
		}
	}
	return list
}

func (c *facetCounter) groupValues() []FacetValue {
	var list []FacetValue
	for row, id := range c.ids {
		list = append(list, value(id, c.s.Codebook.ActorLabel(id), c.byGroup[row]))
	}
	return list
}

func (c *facetCounter) issueValues() []FacetValue {
	var list []FacetValue
	at := map[string]int{}
	for _, column := range layoutOf(c.s, "").columns {
		at[column.ID] = len(list)
		list = append(list, value(column.ID, column.Label, figure{}))
	}
	enter := func(issue string, g figure) {
		list[at[issue]].N += int(g.n)
		list[at[issue]].Of += int(g.of)
	}
	for p, g := range c.byProposition {
		if g.of > 0 {
			known, _ := c.s.Codebook.Proposition(c.c.Propositions.Text(uint32(p)))
			for _, issue := range known.Issues {
				enter(issue, g)
			}
		}
	}
	for code, g := range c.byIssue {
		enter(c.c.Codings[code].Issue, g)
	}
	return list
}

func (c *facetCounter) stanceValues() []FacetValue {
	var list []FacetValue
	for _, stance := range slices.Backward(schema.Stances[:]) {
		list = append(list, value(stanceName(stance), stance.Label(), c.byStance[stance]))
	}
	return list
}

func (c *facetCounter) yearValues() []FacetValue {
	var list []FacetValue
	for n, g := range c.byYear {
		if name := yearName(n); g.of > 0 || slices.Contains(c.f.Years, name) || slices.Contains(c.f.Not.Years, name) {
			list = append(list, value(name, name, g))
		}
	}
	return list
}

func (c *facetCounter) outletValues() []FacetValue {
	var list []FacetValue
	for i, name := range c.outlets[1:] {
		list = append(list, value(name, name, c.byOutlet[i+1]))
	}
	return list
}

func (c *facetCounter) actValues() []FacetValue {
	return codingValues(c, schema.Acts, c.byAct, func(k ledger.Coding) schema.Act { return k.Act })
}

func (c *facetCounter) modeValues() []FacetValue {
	return codingValues(c, schema.Modes, c.byMode, func(k ledger.Coding) schema.Mode { return k.Mode })
}

func (c *facetCounter) statusValues() []FacetValue {
	return codingValues(c, schema.Statuses, c.byStatus, func(k ledger.Coding) schema.Status { return k.Status })
}

func (c *facetCounter) coderValues() []FacetValue {
	return codingValues(c, c.s.Coders(), c.byCoder, func(k ledger.Coding) string { return k.Coder })
}

// codingValues counts by one field of codings: what passes everything, and what
// fails only in this.
func codingValues[T ~string](c *facetCounter, terms []T, failed []figure, field func(ledger.Coding) T) []FacetValue {
	n := map[T]figure{}
	for code, k := range c.c.Codings {
		g := n[field(k)]
		g.add(c.byCoding[code])
		g.add(failed[code])
		n[field(k)] = g
	}
	var list []FacetValue
	for _, term := range terms {
		list = append(list, value(string(term), string(term), n[term]))
	}
	return list
}
