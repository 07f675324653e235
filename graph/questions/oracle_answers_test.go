package questions_test

import (
	"math"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// position folds one pool.
func (o oracle) position(who string, group bool, proposition string) questions.Position {
	p := questions.Position{Actor: who, Group: group, Proposition: proposition, AsOf: o.asOf, Rule: "latest", Band: questions.BandNone,
		LeftOut: []questions.LeftOut{}, Speakers: []string{}, Statements: []string{}, Deciding: []string{}}
	if o.f.Rule != "" {
		p.Rule = o.f.Rule
	}
	if o.f.Rule == "decay" {
		p.HalfLife = 90
		if o.f.HalfLife != 0 {
			p.HalfLife = o.f.HalfLife
		}
	}
	if cp, ok := o.Codebook.Proposition(proposition); ok {
		p.Issue = cp.Issues[0]
	}
	counted, why := o.judge(o.pool(who, group, proposition))
	p.N, p.Of = len(counted), len(counted)
	if o.f.Independent {
		p.Reports = len(counted) + why[questions.ReasonRelayed]
	}
	for _, r := range questions.Reasons {
		if why[r] > 0 {
			p.LeftOut = append(p.LeftOut, questions.LeftOut{Reason: r, N: why[r]})
			p.Of += why[r]
		}
	}
	if len(counted) > 0 {
		o.fill(&p, counted)
	}
	return p
}

// shows reports whether the filter lets an issue be a column.
func (o oracle) shows(issue string) bool {
	return (len(o.f.Issues) == 0 || slices.Contains(o.f.Issues, issue)) && !slices.Contains(o.f.Not.Issues, issue)
}

// judge divides a pool into what counts and how many do not, by reason.
func (o oracle) judge(pool []heard) (counted []heard, why map[questions.Reason]int) {
	why = map[questions.Reason]int{}
	for _, h := range pool {
		if r := o.reason(h); r != "" {
			why[r]++
		} else {
			counted = append(counted, h)
		}
	}
	if o.f.Independent {
		reports := len(counted)
		counted = o.firstReports(counted)
		if relayed := reports - len(counted); relayed > 0 {
			why[questions.ReasonRelayed] = relayed
		}
	}
	if len(counted) < o.f.MinStatements {
		why[questions.ReasonTooFew], counted = len(counted)+why[questions.ReasonRelayed], nil
		delete(why, questions.ReasonRelayed)
	}
	return counted, why
}

func (o oracle) fill(p *questions.Position, counted []heard) {
	slices.SortFunc(counted, func(a, b heard) int {
		switch {
		case later(a.Date, b.Date):
			return -1
		case later(b.Date, a.Date):
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	deciding, value := o.decide(counted)
	p.Mixed, p.Band = math.IsNaN(value), questions.BandMixed
	if !p.Mixed {
		p.Value, p.Band = &value, bandOf(value)
	}
	p.AsSignatory = true
	for _, h := range counted { // newest first
		p.Statements = append(p.Statements, h.ID)
		if slices.ContainsFunc(deciding, func(d heard) bool { return d.ID == h.ID }) {
			p.Deciding = append(p.Deciding, h.ID)
			p.Possible = p.Possible || h.Date.Latest() > o.asOf
			p.AsSignatory = p.AsSignatory && h.signed
		}
		if !h.Date.IsZero() {
			p.First = h.Date
			if p.Last.IsZero() {
				p.Last = h.Date
			}
		}
		p.Signed += countIf(h.signed)
		p.ShareAccepted += float64(countIf(h.Status == schema.StatusAccepted)) / float64(len(counted))
	}
	if !p.Last.IsZero() && p.Last.Latest() < o.asOf {
		p.AgeDays = int(o.asOf - p.Last.Latest())
	}
	p.Stale = o.f.Stale > 0 && p.AgeDays > o.f.Stale
	o.speakers(p, counted)
}

// speakers asks each speaker for a position of his or her own.
func (o oracle) speakers(p *questions.Position, counted []heard) {
	var support, oppose bool
	for _, h := range counted {
		if slices.Contains(p.Speakers, h.speaker) {
			continue
		}
		p.Speakers = append(p.Speakers, h.speaker)
		var own []heard
		for _, other := range counted {
			if other.speaker == h.speaker {
				own = append(own, other)
			}
		}
		_, value := o.decide(own)
		support, oppose = support || value > 0, oppose || value < 0
	}
	slices.Sort(p.Speakers)
	p.Disagree = p.Group && support && oppose
}

func countIf(is bool) int {
	if is {
		return 1
	}
	return 0
}
