package questions

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// testimony is all that is said in a cell, judged.
type testimony struct {
	*panel
	ref       CellRef
	all       []testified // see between
	positions []Position  // in the order of the codebook
	counts    marks
	decides   marks
}

// testified is a statement of a cell in numbers, with what the cell makes of it.
type testified struct {
	mention
	why      why
	part     part
	deciding bool
}

// part says where in the list of evidence a statement comes.
type part uint8

const (
	partContradicts part = iota
	partCounts
	partLeftOut
)

// testimonyOn judges all statements of a cell, on one proposition or on all of
// an issue.
func testimonyOn(s *ledger.Snapshot, f Filter, ref CellRef) *testimony {
	t := &testimony{panel: newPanel(s, f), ref: ref, positions: []Position{}, counts: newMarks(len(s.Statements)), decides: newMarks(len(s.Statements))}
	for _, pool := range hearingsOf(s, ref) {
		t.hear(pool)
	}
	if ref.Proposition != "" && len(t.positions) == 0 {
		t.positions = append(t.positions, positionOf(s, f, t.about(ref.Proposition), nil, []LeftOut{}))
	}
	slices.SortFunc(t.all, t.compare)
	return t
}

// compare orders by everything but IDs: those are texts far apart, and only
// matter to statements of one date that are looked at; see between.
func (t *testimony) compare(a, b testified) int {
	return cmp.Or(int(a.part)-int(b.part), newestBallot(ballotAt(t.c, a.at), ballotAt(t.c, b.at)))
}

func ballotAt(c *ledger.Columns, at uint32) ballot {
	return ballot{earliest: c.Earliest[at], latest: c.Latest[at]}
}

// between returns a stretch of all, in order of IDs where the rest is equal.
func (t *testimony) between(from, to int) []testified {
	for start := from; start < to; {
		is := t.all[start]
		for start > 0 && t.compare(t.all[start-1], is) == 0 {
			start--
		}
		end := start + 1
		for end < len(t.all) && t.compare(t.all[end], is) == 0 {
			end++
		}
		slices.SortFunc(t.all[start:end], func(a, b testified) int {
			return strings.Compare(t.s.Statements[a.at].ID, t.s.Statements[b.at].ID)
		})
		start = end
	}
	return t.all[from:to]
}

// about is the question of the cell on a proposition.
func (t *testimony) about(proposition string) Position {
	issue := t.ref.Issue
	if t.ref.Proposition != "" {
		issue = firstIssue(t.s, proposition)
	}
	return Position{Actor: t.ref.Actor, Group: t.ref.Group, Issue: issue, Proposition: proposition}
}

// hearingsOf are the pools of a cell.
func hearingsOf(s *ledger.Snapshot, ref CellRef) []hearing {
	propositions := propositionsOf(s, ref)
	h := holderOf(s, ref.Actor, ref.Group, propositions)
	var list []hearing
	for _, p := range propositions {
		if pool := h.hearing(s.Columns(), p); pool.size() > 0 {
			list = append(list, pool)
		}
	}
	return list
}

// propositionsOf are those of a cell that have a statement, in the order of the
// codebook.
func propositionsOf(s *ledger.Snapshot, ref CellRef) []uint32 {
	if ref.Proposition != "" {
		if p, ok := s.Columns().Propositions.Code(ref.Proposition); ok {
			return []uint32{p}
		}
		return nil
	}
	l := layoutOf(s, "")
	column := slices.IndexFunc(l.columns, func(c Column) bool { return c.ID == ref.Issue })
	if column < 0 {
		return nil
	}
	rank := l.rank[column]
	return slices.SortedFunc(maps.Keys(rank), func(a, b uint32) int { return rank[a] - rank[b] })
}

// hear adds the statements of a pool, judged, and the position they come to.
func (t *testimony) hear(pool hearing) {
	t.judge(pool)
	p := positionOf(t.s, t.f, t.about(t.c.Propositions.Text(pool.proposition)), t.panel.counted(), t.left.list())
	t.positions = append(t.positions, p)
	if len(t.ballots) > 0 {
		d := t.ruler.fold(&t.ruler, t.ballots)
		for i, b := range t.ballots {
			t.counts.set(int(b.at))
			if d.by(i, b) {
				t.decides.set(int(b.at))
			}
		}
	}
	side := one(p.Holds()) - one(p.Rejects())
	for m := range pool.all() {
		at := int(m.at)
		w := t.why(at, pool.proposition, m.speaker(), m.signed())
		switch {
		case w != 0 || t.counts.has(at):
		case len(t.ballots) == 0:
			w = whyTooFew
		default:
			w = whyRelayed
		}
		given := testified{m, w, partCounts, t.decides.has(at)}
		switch {
		case w != 0:
			given.part = partLeftOut
		case side*t.c.Marks[at].Halves() < 0:
			given.part = partContradicts
		}
		t.all = append(t.all, given)
	}
}

// days are the days of a cell, as Days has those of a filter.
func (t *testimony) days() []DayCount {
	n := map[schema.Day]int{}
	for _, one := range t.all {
		if at := int(one.at); !t.c.Undated(at) && t.c.Marks[at].Standing() != ledger.Rejected {
			n[t.c.Latest[at]]++
		}
	}
	list := make([]DayCount, 0, len(n))
	for _, day := range slices.Sorted(maps.Keys(n)) {
		list = append(list, DayCount{day, n[day]})
	}
	return list
}

func (t testified) witness(s *ledger.Snapshot, asOf schema.Day) Witness {
	st := &s.Statements[t.at]
	w := witness(s, asOf, voice{Statement: st, signed: t.signed()})
	w.Counted, w.Deciding, w.Contradicts = t.why == 0, t.deciding, t.part == partContradicts
	if t.why != 0 {
		w.Reason = Reasons[t.why-1]
	}
	return w
}

func witness(s *ledger.Snapshot, asOf schema.Day, v voice) Witness {
	return Witness{Statement: v.Statement, Source: s.Sources[v.Source], AsSignatory: v.signed,
		Possible: v.Date.Earliest() <= asOf && v.Date.Latest() > asOf}
}
