package questions

import (
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
// as-of date, statements without a date and rejected ones have no part in it. The
// answer may be shared, and must not be changed.
func Days(s *ledger.Snapshot, f Filter) []DayCount {
	f = f.timeless()
	return remembered(s, "days", f, "", func() []DayCount { return days(s, f) })
}

func days(s *ledger.Snapshot, f Filter) []DayCount {
	c := s.Columns()
	first, last := schema.MaxDay, s.LastDay()
	for i, latest := range c.Latest {
		if !c.Undated(i) {
			first = min(first, latest)
		}
	}
	if first > last {
		return []DayCount{}
	}
	var workers [][]uint32
	eachShare(c.Actors.Len(), func() func(int) {
		w, n := newWalker(s, f), make([]uint32, int64(last)-int64(first)+1)
		workers = append(workers, n)
		return func(actor int) {
			w.each(uint32(actor), func(i int) {
				if !c.Undated(i) && c.Marks[i].Standing() != ledger.Rejected {
					n[c.Latest[i]-first]++
				}
			})
		}
	})
	list := []DayCount{}
	for d := range workers[0] {
		n := 0
		for _, w := range workers {
			n += int(w[d])
		}
		if n > 0 {
			list = append(list, DayCount{first + schema.Day(d), n})
		}
	}
	return list
}
