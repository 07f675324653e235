package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// On returns where an actor, or a group with those who speak for it, stands on
// a proposition. It is BandNone when nothing counts, also for IDs that name
// nothing. The filter must have passed Check.
func On(s *ledger.Snapshot, f Filter, actor string, group bool, proposition string) Position {
	return position(s, f, Position{Actor: actor, Group: group, Proposition: proposition, Issue: firstIssue(s, proposition)},
		judge(s, f, pool(s, actor, group, proposition)))
}

func firstIssue(s *ledger.Snapshot, proposition string) string {
	if p, ok := s.Codebook.Proposition(proposition); ok {
		return p.Issues[0]
	}
	c := s.Columns()
	p, ok := c.Propositions.Code(proposition)
	if !ok {
		return ""
	}
	first, _ := c.Bounds(int(c.OnProposition(p)[0]))
	return s.Statements[first].Issue
}

// position computes the answer to what p asks from a divided pool.
func position(s *ledger.Snapshot, f Filter, p Position, v verdict) Position {
	return positionOf(s, f, p, v.counted, v.counts())
}

// positionOf computes the answer to what p asks from what counts, which it
// sorts, and the number of the others.
func positionOf(s *ledger.Snapshot, f Filter, p Position, counted []voice, left []LeftOut) Position {
	slices.SortFunc(counted, newestFirst)
	deciding, value := f.decidingOf(s, counted)
	p.AsOf, p.Rule, p.HalfLife = f.AsOfIn(s), f.rule(), f.shownHalfLife()
	p.N, p.Of, p.LeftOut = len(counted), len(counted), left
	for _, l := range left {
		p.Of += l.N
		if f.Independent && l.Reason == ReasonRelayed {
			p.Reports = l.N
		}
	}
	if f.Independent {
		p.Reports += p.N
	}
	p.Value, p.Band = value, BandNone
	switch {
	case value != nil:
		p.Band = bandOf(*value)
	case p.N > 0:
		p.Band, p.Mixed = BandMixed, true
	}
	p.dates(f, counted, deciding)
	p.shares(counted, deciding)
	p.speakers(s, f, counted)
	p.Statements, p.Deciding = ids(counted), ids(deciding)
	return p
}

// dates fills in when; the voices are newest first, undated ones last.
func (p *Position) dates(f Filter, counted, deciding []voice) {
	dated := counted
	if i := slices.IndexFunc(counted, func(v voice) bool { return v.Date.IsZero() }); i >= 0 {
		dated = counted[:i]
	}
	if len(dated) > 0 {
		p.First, p.Last = dated[len(dated)-1].Date, dated[0].Date
		p.AgeDays = max(0, int(int64(p.AsOf)-int64(p.Last.Latest())))
	}
	p.Stale = f.Stale > 0 && p.AgeDays > f.Stale
	p.Possible = slices.ContainsFunc(deciding, func(v voice) bool { return v.Date.Latest() > p.AsOf })
}

func (p *Position) shares(counted, deciding []voice) {
	var accepted int
	for _, v := range counted {
		if v.signed {
			p.Signed++
		}
		if v.Status == schema.StatusAccepted {
			accepted++
		}
	}
	if len(counted) > 0 {
		p.ShareAccepted = float64(accepted) / float64(len(counted))
	}
	p.AsSignatory = len(deciding) > 0 && !slices.ContainsFunc(deciding, func(v voice) bool { return !v.signed })
}

// speakers fills in who, and whether a group's speakers disagree.
func (p *Position) speakers(s *ledger.Snapshot, f Filter, counted []voice) {
	if len(counted) == 0 || !slices.ContainsFunc(counted, func(v voice) bool { return v.speaker != counted[0].speaker }) {
		p.Speakers = []string{} // one at most, who disagrees with nobody
		for _, v := range counted[:min(1, len(counted))] {
			p.Speakers = append(p.Speakers, v.speaker)
		}
		return
	}
	own := map[string][]voice{} // keeps newest first
	for _, v := range counted {
		own[v.speaker] = append(own[v.speaker], v)
	}
	p.Speakers = slices.AppendSeq([]string{}, maps.Keys(own))
	slices.Sort(p.Speakers)
	var support, oppose bool
	for _, voices := range own {
		if _, value := f.decidingOf(s, voices); value != nil {
			support, oppose = support || *value > 0, oppose || *value < 0
		}
	}
	p.Disagree = p.Group && support && oppose
}

func ids(voices []voice) []string {
	list := make([]string, len(voices))
	for i, v := range voices {
		list[i] = v.ID
	}
	return list
}
