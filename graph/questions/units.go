package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// unit is something that one of two coders coded, or both; nil is who did not.
type unit struct{ left, right *schema.Statement }

func (u unit) common() bool { return u.left != nil && u.right != nil }

func (u unit) either() *schema.Statement { return cmp.Or(u.left, u.right) }

// place is what two codings of one unit have in common, besides evidence that
// overlaps.
type place struct{ source, actor, proposition string }

func placeOf(st *schema.Statement) place { return place{st.Source, st.Actor, st.Proposition} }

// unitsOf pairs the codings of two coders, one with one at most. Where several
// overlap, those that share most of a passage are paired first, among equals
// those of one date, then the first in the text. Stances have no say in it.
func unitsOf(left, right []*schema.Statement) []unit {
	at := map[place][]*schema.Statement{}
	for _, st := range right {
		at[placeOf(st)] = append(at[placeOf(st)], st)
	}
	var candidates []unit
	for _, l := range left {
		for _, r := range at[placeOf(l)] {
			if l.Overlaps(r) {
				candidates = append(candidates, unit{l, r})
			}
		}
	}
	slices.SortFunc(candidates, compareUnits)
	paired := map[*schema.Statement]bool{}
	var units []unit
	for _, u := range candidates {
		if !paired[u.left] && !paired[u.right] {
			paired[u.left], paired[u.right] = true, true
			units = append(units, u)
		}
	}
	return inUnitOrder(append(units, alones(left, right, paired)...))
}

func alones(left, right []*schema.Statement, paired map[*schema.Statement]bool) []unit {
	var units []unit
	for _, l := range left {
		if !paired[l] {
			units = append(units, unit{left: l})
		}
	}
	for _, r := range right {
		if !paired[r] {
			units = append(units, unit{right: r})
		}
	}
	return units
}

func inUnitOrder(units []unit) []unit {
	slices.SortFunc(units, func(a, b unit) int { return ledger.Compare(a.either(), b.either()) })
	return units
}

func compareUnits(a, b unit) int {
	return cmp.Or(cmp.Compare(b.shared(), a.shared()), cmp.Compare(b.sameDate(), a.sameDate()),
		cmp.Compare(a.left.Start, b.left.Start), cmp.Compare(a.right.Start, b.right.Start),
		cmp.Compare(a.left.ID, b.left.ID), cmp.Compare(a.right.ID, b.right.ID))
}

// shared is how many code points of evidence two codings share; 0 for a citation.
func (u unit) shared() int {
	return max(0, min(u.left.End, u.right.End)-max(u.left.Start, u.right.Start))
}

func (u unit) sameDate() int {
	if ledger.CompareDates(u.left.Date, u.right.Date) == 0 {
		return 1
	}
	return 0
}

func agreed(units []unit) Agreed {
	var a Agreed
	for _, u := range units {
		a.Units.add(u.left != nil, u.right != nil)
		if u.common() {
			a.Confusion.add(u.left.Stance, u.right.Stance)
		}
	}
	a.Units.share()
	a.Same, a.Kappa = a.Confusion.Same(), a.Confusion.Kappa()
	a.Nominal, a.Ordinal = a.Confusion.Nominal(), a.Confusion.Ordinal()
	return a
}

func (c *Coded) add(left, right bool) {
	switch {
	case left && right:
		c.Common++
	case left:
		c.OnlyLeft++
	default:
		c.OnlyRight++
	}
}

func (c *Coded) share() {
	if all := 2*c.Common + c.OnlyLeft + c.OnlyRight; all > 0 {
		c.Share = float64(2*c.Common) / float64(all)
	}
}

func sourcesOf(left, right []*schema.Statement) Coded {
	l, r, all := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, st := range left {
		l[st.Source], all[st.Source] = true, true
	}
	for _, st := range right {
		r[st.Source], all[st.Source] = true, true
	}
	var c Coded
	for source := range all {
		c.add(l[source], r[source])
	}
	c.share()
	return c
}
