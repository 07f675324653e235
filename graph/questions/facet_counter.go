package questions

import (
	"slices"

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

// figure counts statements that pass, and those of them that count.
type figure struct{ n, of uint32 }

func (g *figure) add(o figure) { g.n, g.of = g.n+o.n, g.of+o.of }

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

// facetCounter counts the statements of some actors: by code, and not by value,
// so that a statement that passes everything is entered in few places.
type facetCounter struct {
	*walker
	*groupRows
	*facetFilter

	byActor, byGroup, byOutlet, byProposition, byYear, byStance []figure
	byIssue                                                     []figure // by coding, where the codebook lacks the proposition
	byCoding                                                    []figure // of what passes everything
	byAct, byMode, byCoder, byStatus                            []figure // by coding, of what fails that

	groups   []int32 // that the statement at hand is heard for
	speakers []uint32
}

func newFacetCounter(s *ledger.Snapshot, f Filter, t *facetFilter) *facetCounter {
	c := &facetCounter{walker: newWalker(s, f), groupRows: newGroupRows(s), facetFilter: t}
	columns := s.Columns()
	for _, by := range []struct {
		figures *[]figure
		n       int
	}{{&c.byActor, columns.Actors.Len()}, {&c.byGroup, len(c.ids)}, {&c.byOutlet, len(t.outlets)}, {&c.byProposition, columns.Propositions.Len()}, {&c.byYear, yearCount},
		{&c.byStance, 8}, {&c.byIssue, len(columns.Codings)}, {&c.byCoding, len(columns.Codings)}, {&c.byAct, len(columns.Codings)}, {&c.byMode, len(columns.Codings)},
		{&c.byCoder, len(columns.Codings)}, {&c.byStatus, len(columns.Codings)}} {
		*by.figures = make([]figure, by.n)
	}
	return c
}

// actor counts the statements that an actor made.
func (c *facetCounter) actor(actor uint32) {
	spoken, steady := failing(c.speaks(actor), facetActor), c.steady(actor)
	var own, ofGroups figure // in the facets of actors, and of groups where it is always heard for the same
	for run, end := c.c.RunsOf(actor); run < end; run++ {
		p := c.c.Runs[run].Proposition
		for i, to := c.c.Bounds(run); i < to; i++ {
			fails := c.fails(i, p)
			if !fails.few() {
				continue
			}
			one := c.figure(i)
			if c.joint.has(i) {
				c.enterJoint(i, actor, p, fails, one)
				continue
			}
			if fails |= spoken | failing(c.speaksFor(i, actor, false), facetGroup); !fails.few() {
				continue
			}
			if fails&^facetActor == 0 {
				own.add(one)
			}
			switch {
			case fails&^facetGroup != 0:
			case steady && c.c.OnBehalf[i] == 0:
				ofGroups.add(one)
			default:
				c.enterGroups(c.heardFor(i, actor, false, c.groups[:0]), one)
			}
			c.enter(i, p, fails, one)
		}
	}
	c.byActor[actor].add(own)
	if steady {
		c.enterGroups(c.on(actor, schema.MaxDay), ofGroups)
	}
}

// fails are the parts of the filter that a statement does not pass, whoever is
// heard in it.
func (c *facetCounter) fails(i int, proposition uint32) facet {
	if c.plain {
		return 0
	}
	coding := c.c.Coding[i]
	fails := c.ofCoding[coding] | c.ofSource[c.c.Source[i]] | c.ofProposition[proposition] | c.ofStance[c.c.Marks[i].Stance()] | c.ofYear[c.year[i]]
	if !c.registered[proposition] {
		fails |= c.ofIssue[coding]
	}
	return fails | failing(c.confident(i) && c.inWindow(i), facetNone)
}

// figure is what one statement adds to a count.
func (c *facetCounter) figure(i int) figure {
	return figure{uint32(one(c.c.Marks[i].Stands()) & one(c.c.Earliest[i] <= c.asOf) & one(c.c.Latest[i] <= c.bound)), 1}
}

// enter counts a statement in all facets but those of actors and groups, or in
// the one that it fails.
func (c *facetCounter) enter(i int, proposition uint32, fails facet, one figure) {
	coding := c.c.Coding[i]
	switch fails {
	case 0:
		c.byCoding[coding].add(one)
		c.byOutlet[c.outletOf[c.c.Source[i]]].add(one)
		c.byStance[c.c.Marks[i].Stance()].add(one)
		c.byYear[c.year[i]].add(one)
		c.enterIssue(coding, proposition, one)
	case facetIssue:
		c.enterIssue(coding, proposition, one)
	case facetStance:
		c.byStance[c.c.Marks[i].Stance()].add(one)
	case facetOutlet:
		c.byOutlet[c.outletOf[c.c.Source[i]]].add(one)
	case facetYear:
		c.byYear[c.year[i]].add(one)
	case facetAct:
		c.byAct[coding].add(one)
	case facetMode:
		c.byMode[coding].add(one)
	case facetCoder:
		c.byCoder[coding].add(one)
	case facetStatus:
		c.byStatus[coding].add(one)
	}
}

func (c *facetCounter) enterIssue(coding, proposition uint32, one figure) {
	if c.registered[proposition] {
		c.byProposition[proposition].add(one)
	} else {
		c.byIssue[coding].add(one)
	}
}

func (c *facetCounter) enterGroups(groups []int32, one figure) {
	for _, g := range groups {
		c.byGroup[g].add(one)
	}
}

// heardFor adds the groups that somebody is heard for in a statement to a list,
// each once.
func (c *facetCounter) heardFor(i int, speaker uint32, signed bool, groups []int32) []int32 {
	groups = union(groups, c.on(speaker, c.c.Latest[i]))
	if behalf := c.c.OnBehalf[i]; behalf > 0 && !signed {
		groups = union(groups, c.on(behalf-1, c.c.Latest[i]))
	}
	return groups
}

func union[T comparable](list, more []T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// enterJoint counts a joint statement: once under everybody who is heard in it.
func (c *facetCounter) enterJoint(i int, actor, proposition uint32, fails facet, one figure) {
	c.speakers, c.groups = c.speakers[:0], c.groups[:0]
	heard := false
	hear := func(speaker uint32, signed bool) {
		speaks, speaksFor := c.speaks(speaker), c.speaksFor(i, speaker, signed)
		heard = heard || speaks && speaksFor
		if speaksFor {
			c.speakers = union(c.speakers, []uint32{speaker})
		}
		if speaks {
			c.groups = c.heardFor(i, speaker, signed, c.groups)
		}
	}
	hear(actor, false)
	for _, signer := range c.s.Statements[i].Signatories {
		if code, _ := c.c.Actors.Code(signer); code != actor {
			hear(code, true)
		}
	}
	if fails == 0 {
		for _, who := range c.speakers {
			c.byActor[who].add(one)
		}
		c.enterGroups(c.groups, one)
	}
	if heard {
		c.enter(i, proposition, fails, one)
	}
}

// add joins the counts of two workers.
func (c *facetCounter) add(o *facetCounter) {
	for _, pair := range [][2][]figure{{c.byActor, o.byActor}, {c.byGroup, o.byGroup}, {c.byOutlet, o.byOutlet}, {c.byProposition, o.byProposition}, {c.byYear, o.byYear},
		{c.byStance, o.byStance}, {c.byIssue, o.byIssue}, {c.byCoding, o.byCoding}, {c.byAct, o.byAct}, {c.byMode, o.byMode}, {c.byCoder, o.byCoder}, {c.byStatus, o.byStatus}} {
		for i, n := range pair[1] {
			pair[0][i].add(n)
		}
	}
}
