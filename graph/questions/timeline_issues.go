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

// issueSum is an issue while lines are added to it.
type issueSum struct {
	IssueTimeline
	lines int
	seen  marks // the statements that are counted already
}

func (t *Timeline) emptyIssues(s *ledger.Snapshot, f Filter, starts []schema.Day) []*issueSum {
	var list []*issueSum
	for _, c := range issueColumns(s) {
		if !allowed(f.Issues, f.Not.Issues, c.ID) {
			continue
		}
		one := &issueSum{IssueTimeline{c.ID, c.Label, make([]IssuePeriod, len(starts))}, 0, newMarks(len(s.Statements))}
		for i, start := range starts {
			one.Periods[i].From, one.Periods[i].Until = start, min(t.Period.Next(start)-1, t.AsOf)
		}
		list = append(list, one)
	}
	return list
}

// add counts a line in each of its proposition's issues: its positions at the
// end of every period, and the statements that no other line has brought yet.
func (sum *issueSum) add(p *panel, t *Timeline, l voicedLine, starts []schema.Day, points []PeriodPoint) {
	if !slices.Contains(issuesOfProposition(p.s, l.proposition), sum.Issue) {
		return
	}
	sum.lines++
	for i := range points {
		sum.Periods[i].stand(points[i].Band)
	}
	for _, b := range l.ballots {
		if i := t.periodOf(b, starts); i >= 0 && !sum.seen.has(int(b.at)) {
			sum.seen.set(int(b.at))
			sum.Periods[i].add(b, starts[i], t.Period.Next(starts[i])-1)
		}
	}
}

func (p *IssuePeriod) stand(b Band) {
	switch b {
	case BandSupport, BandConditionalSupport:
		p.Held++
	case BandOppose, BandConditionalOppose:
		p.Rejected++
	case BandUndecided:
		p.Open++
	case BandMixed:
		p.Mixed++
	default:
		p.None++
	}
}
