package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Select returns the statements that a filter describes, in the order of the
// ledger, whether they count or not: it is for lists and exports, where a
// rejected statement is wanted too. The zero filter is every statement. With an
// as-of date, statements that cannot be from that day or before are left out;
// min-statements, independent, rule and stale say nothing about single statements.
func Select(s *ledger.Snapshot, f Filter) []*schema.Statement {
	var list []*schema.Statement
	w := newWalker(s, f)
	for actor := range uint32(w.c.Actors.Len()) {
		w.each(actor, func(i int) {
			if f.AsOf == nil || w.c.Earliest[i] <= w.asOf && w.c.Latest[i] <= w.bound {
				list = append(list, &s.Statements[i])
			}
		})
	}
	return list
}

// Describes reports whether Select would return a statement of the snapshot.
func (f Filter) Describes(s *ledger.Snapshot, st *schema.Statement) bool {
	if f.AsOf != nil && (st.Date.Earliest() > *f.AsOf || f.Certain && st.Date.Latest() > *f.AsOf) {
		return false
	}
	return f.matches(s, voice{Statement: st, speaker: st.Actor}) ||
		slices.ContainsFunc(st.Signatories, func(signer string) bool {
			return f.matches(s, voice{Statement: st, speaker: signer, signed: true})
		})
}

// DayCount is a day and how many statements are of it.
type DayCount struct {
	Day schema.Day `json:"day"`
	N   int        `json:"n"`
}

// Days counts the statements that a filter describes by the last day that their
// dates may mean, oldest first: the days on which an answer may change. The
// as-of date, statements without a date and rejected ones have no part in it.
func Days(s *ledger.Snapshot, f Filter) []DayCount {
	f.AsOf, f.Certain = nil, false
	n := map[schema.Day]int{}
	w := newWalker(s, f)
	for actor := range uint32(w.c.Actors.Len()) {
		w.each(actor, func(i int) {
			if !w.c.Undated(i) && w.c.Marks[i].Standing() != ledger.Rejected {
				n[w.c.Latest[i]]++
			}
		})
	}
	days := make([]DayCount, 0, len(n))
	for _, d := range slices.Sorted(maps.Keys(n)) {
		days = append(days, DayCount{d, n[d]})
	}
	return days
}
