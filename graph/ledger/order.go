package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Compare orders statements by actor, proposition, date (CompareDates) and ID.
func Compare(a, b *schema.Statement) int {
	if c := cmp.Or(strings.Compare(a.Actor, b.Actor), strings.Compare(a.Proposition, b.Proposition)); c != 0 {
		return c
	}
	return cmp.Or(CompareDates(a.Date, b.Date), strings.Compare(a.ID, b.ID))
}

// CompareDates orders dates from old to new: by latest day, then by earliest
// day. An unknown date comes before all others.
func CompareDates(a, b schema.Date) int {
	if a.IsZero() || b.IsZero() {
		return rank(a) - rank(b)
	}
	return cmp.Or(cmp.Compare(a.Latest(), b.Latest()), cmp.Compare(a.Earliest(), b.Earliest()))
}

func rank(d schema.Date) int {
	if d.IsZero() {
		return 0
	}
	return 1
}

func comparePassages(a, b *schema.Statement) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.ID, b.ID))
}

// inOrder returns copies of statements in the order of Compare. It sorts
// numbers in place of records: codes are in the order of what they stand for,
// and a record is moved once.
func inOrder(statements []schema.Statement, actors, propositions Dictionary) []schema.Statement {
	type place struct {
		pair uint64 // actor, proposition
		at   uint32
	}
	places := make([]place, len(statements))
	for i := range statements {
		a, _ := actors.Code(statements[i].Actor)
		p, _ := propositions.Code(statements[i].Proposition)
		places[i] = place{uint64(a)<<32 | uint64(p), uint32(i)}
	}
	slices.SortFunc(places, func(x, y place) int {
		if x.pair != y.pair {
			return cmp.Compare(x.pair, y.pair)
		}
		a, b := &statements[x.at], &statements[y.at]
		return cmp.Or(CompareDates(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	sorted := make([]schema.Statement, len(statements))
	for i, p := range places {
		sorted[i] = statements[p.at]
	}
	return sorted
}
