package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// figure counts statements that pass, and those of them that count.
type figure struct{ n, of uint32 }

func (g *figure) add(o figure) { g.n, g.of = g.n+o.n, g.of+o.of }

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
