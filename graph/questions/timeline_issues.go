package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// IssueTimeline is an issue over all rows, period by period. It has counts and
// no value: numbers belong to propositions.
type IssueTimeline struct {
	Issue   string        `json:"issue"`
	Label   string        `json:"label"`
	Periods []IssuePeriod `json:"periods"`
}

// IssuePeriod is one period of an issue: what was said in it, each statement
// once, and where the rows stand on its propositions at its end.
type IssuePeriod struct {
	From  schema.Day `json:"from"`
	Until schema.Day `json:"until"`
	Tally
	Held     int `json:"positions_held"` // positions of a row on a proposition at the end of the period
	Rejected int `json:"positions_rejected"`
	Open     int `json:"positions_undecided"`
	Mixed    int `json:"positions_mixed"`
	None     int `json:"positions_none"` // no statement counts yet
}

// issues sums up the lines, which have their periods already and stand in the
// order of the voiced ones. A proposition counts in each of its issues.
func (t *Timeline) issues(s *ledger.Snapshot, f Filter, voiced []voicedLine, starts []schema.Day) []IssueTimeline {
	var list []IssueTimeline
	for _, c := range issueColumns(s) {
		if !listed(f.Issues, c.ID) {
			continue
		}
		one := IssueTimeline{Issue: c.ID, Label: c.Label, Periods: make([]IssuePeriod, len(starts))}
		for i, start := range starts {
			one.Periods[i].From, one.Periods[i].Until = start, min(t.Period.Next(start)-1, t.AsOf)
		}
		seen, found := map[string]bool{}, false
		for i, l := range t.Lines {
			if slices.Contains(issuesOfProposition(s, l.Proposition), c.ID) {
				found = true
				one.stands(l)
				t.tally(&one, voiced[i], starts, seen)
			}
		}
		if found {
			list = append(list, one)
		}
	}
	return list
}

// tally counts the statements of a line that other lines have not brought yet.
func (t *Timeline) tally(issue *IssueTimeline, l voicedLine, starts []schema.Day, seen map[string]bool) {
	for _, v := range l.counted {
		if i := t.periodOf(v.Date, starts); i >= 0 && !seen[v.ID] {
			seen[v.ID] = true
			issue.Periods[i].add(v.Statement, starts[i], t.Period.Next(starts[i])-1)
		}
	}
}

func (it *IssueTimeline) stands(l TimelineLine) {
	for i, p := range l.Periods {
		to := &it.Periods[i]
		switch p.Band {
		case BandSupport, BandConditionalSupport:
			to.Held++
		case BandOppose, BandConditionalOppose:
			to.Rejected++
		case BandUndecided:
			to.Open++
		case BandMixed:
			to.Mixed++
		default:
			to.None++
		}
	}
}
