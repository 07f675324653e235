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

// place is where a statement stands before it is sorted, with what it is sorted
// by: numbers, so that records stay where they are and are moved once.
type place struct {
	pair             uint64 // codes of actor and proposition
	latest, earliest schema.Day
	at               uint32
}

// newOrder sorts statements as Compare does; codes are in the order of what
// they stand for.
func newOrder(statements []*schema.Statement, codes func(i int) (actor, proposition uint32)) []place {
	order := make([]place, len(statements))
	for i := range statements {
		a, p := codes(i)
		d := statements[i].Date
		order[i] = place{uint64(a)<<32 | uint64(p), d.Latest(), d.Earliest(), uint32(i)}
		if d.IsZero() {
			order[i].latest = schema.MinDay // before all others
		}
	}
	slices.SortFunc(order, func(x, y place) int {
		switch {
		case x.pair != y.pair:
			return cmp.Compare(x.pair, y.pair)
		case x.latest != y.latest:
			return cmp.Compare(x.latest, y.latest)
		case x.earliest != y.earliest:
			return cmp.Compare(x.earliest, y.earliest)
		}
		return strings.Compare(statements[x.at].ID, statements[y.at].ID)
	})
	return order
}
