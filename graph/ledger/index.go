package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// index is the ways into the ordered statements. Every list but that of a
// source is in the order of Compare.
type index struct {
	all           []*schema.Statement
	byID          map[string]int
	bySource      map[string][]*schema.Statement
	byActor       map[string][]*schema.Statement
	bySigner      map[string][]*schema.Statement
	byProposition map[string][]*schema.Statement
	coders        map[string]bool
	standing      []Standing // beside all
	lastDay       schema.Day
}

func newIndex(statements []schema.Statement) index {
	x := index{
		all: make([]*schema.Statement, len(statements)), byID: make(map[string]int, len(statements)),
		bySource: map[string][]*schema.Statement{}, byActor: map[string][]*schema.Statement{},
		bySigner: map[string][]*schema.Statement{}, byProposition: map[string][]*schema.Statement{},
		coders: map[string]bool{}, lastDay: schema.MinDay,
	}
	for i := range statements {
		x.add(i, &statements[i])
	}
	for _, list := range x.bySource {
		slices.SortFunc(list, comparePassages)
	}
	return x
}

func (x *index) add(i int, st *schema.Statement) {
	x.all[i], x.byID[st.ID] = st, i
	x.bySource[st.Source] = append(x.bySource[st.Source], st)
	x.byActor[st.Actor] = append(x.byActor[st.Actor], st)
	x.byProposition[st.Proposition] = append(x.byProposition[st.Proposition], st)
	x.coders[st.Coder] = true
	for k, signer := range st.Signatories {
		// Whoever made the statement does not inherit it from itself, and a
		// name that stands twice signs once.
		if signer != st.Actor && !slices.Contains(st.Signatories[:k], signer) {
			x.bySigner[signer] = append(x.bySigner[signer], st)
		}
	}
	if !st.Date.IsZero() {
		x.lastDay = max(x.lastDay, st.Date.Latest())
	}
}

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
