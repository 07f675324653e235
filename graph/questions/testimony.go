package questions

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// testified is a statement of a cell in numbers, with what the cell makes of it.
type testified struct {
	mention
	why      why
	deciding bool
}

// testimony judges all statements of a cell, on one proposition or on all of an
// issue, and puts them in the order of Evidence.
func testimony(s *ledger.Snapshot, f Filter, ref CellRef) []testified {
	var all []testified
	p := newPanel(s, f)
	for _, pool := range hearingsOf(s, ref) {
		all = p.testify(pool, all)
	}
	c, byName := s.Columns(), func(a testified) string { return s.Statements[a.at].ID }
	slices.SortFunc(all, func(a, b testified) int {
		if n := cmp.Or(one(a.why != 0)-one(b.why != 0), newestBallot(ballotAt(c, a.at), ballotAt(c, b.at))); n != 0 {
			return n
		}
		return strings.Compare(byName(a), byName(b))
	})
	return all
}

func ballotAt(c *ledger.Columns, at uint32) ballot {
	return ballot{earliest: c.Earliest[at], latest: c.Latest[at]}
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

// propositionsOf are those of a cell that have a statement, in the order of
// their codes.
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
	return slices.Sorted(maps.Keys(l.rank[column]))
}

// testify adds the statements of a pool, judged.
func (p *panel) testify(pool hearing, list []testified) []testified {
	p.judge(pool)
	counts, decides := map[int32]bool{}, map[int32]bool{}
	if len(p.ballots) > 0 {
		d := p.ruler.fold(&p.ruler, p.ballots)
		for i, b := range p.ballots {
			counts[b.at], decides[b.at] = true, d.by(i, b)
		}
	}
	for m := range pool.all() {
		w := p.why(int(m.at), pool.proposition, m.speaker(), m.signed())
		switch at := int32(m.at); {
		case w != 0 || counts[at]:
		case len(counts) == 0:
			w = whyTooFew
		default:
			w = whyRelayed
		}
		list = append(list, testified{m, w, decides[int32(m.at)]})
	}
	return list
}

func (t testified) witness(s *ledger.Snapshot, asOf schema.Day) Witness {
	st := &s.Statements[t.at]
	w := witness(s, asOf, voice{Statement: st, signed: t.signed()})
	w.Counted, w.Deciding = t.why == 0, t.deciding
	if t.why != 0 {
		w.Reason = Reasons[t.why-1]
	}
	return w
}

func witness(s *ledger.Snapshot, asOf schema.Day, v voice) Witness {
	return Witness{Statement: v.Statement, Source: s.Sources[v.Source], AsSignatory: v.signed,
		Possible: v.Date.Earliest() <= asOf && v.Date.Latest() > asOf}
}
