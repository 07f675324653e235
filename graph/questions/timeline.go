package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// TimelineSpec says which timeline is asked for. The filter says of whom and
// on what: an actor over propositions, or a proposition over actors.
type TimelineSpec struct {
	Rows   Rows
	Period Period // NoPeriod: positions on every day on which they may change
}

// Timeline is how positions went, up to the as-of date.
type Timeline struct {
	AsOf     schema.Day      `json:"as_of"`
	Rule     string          `json:"rule"`
	HalfLife int             `json:"half_life,omitempty"` // of the rule decay, in days
	Rows     Rows            `json:"rows"`
	Period   Period          `json:"period"` // "" where the lines have points
	Lines    []TimelineLine  `json:"lines"`
	Issues   []IssueTimeline `json:"issues"`  // empty without a period
	Undated  int             `json:"undated"` // counted statements without a date, each once: they are in no period
	Relayed  int             `json:"relayed"` // reports, each once, that are left out because their utterance counts already
	Version  string          `json:"version"` // data version
}

// TimelineLine is one row on one proposition.
type TimelineLine struct {
	Actor       string        `json:"actor"`
	Label       string        `json:"label"`
	Group       bool          `json:"group"`
	Issue       string        `json:"issue"`
	Proposition string        `json:"proposition"`
	Points      []Point       `json:"points"`  // oldest first; empty with a period
	Periods     []PeriodPoint `json:"periods"` // oldest first; those without a statement and with the position of the one before are left out
}

// Point is the position from a day on. Its position does not list the counted
// statements, which are those that this point and the ones before it added: all
// such lists of a line together would grow with the square of its statements.
type Point struct {
	Day      schema.Day `json:"day"`      // ".." is the open start
	Added    []string   `json:"added"`    // IDs of the statements that count from this day on
	Position Position   `json:"position"` // as of this day
	Deciding int        `json:"deciding"` // how many statements decide
	Evidence []Passage  `json:"evidence"` // the newest EvidenceMost of these
}

// BuildTimeline returns the timeline of every pair of row and proposition on
// which a statement counts. The package comment says what a point is.
//
// Errors are of kind usage for a bad filter, rows or period, and for a period
// so short that lines times periods are more than fifty million.
func BuildTimeline(s *ledger.Snapshot, f Filter, spec TimelineSpec) (Timeline, error) {
	t := Timeline{AsOf: f.AsOfIn(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Rows: spec.Rows, Period: spec.Period, Version: s.Version,
		Lines: []TimelineLine{}, Issues: []IssueTimeline{}}
	if err := checkRows(s, f, spec.Rows); err != nil {
		return t, err
	}
	if err := spec.Period.check(); err != nil {
		return t, err
	}
	p := newPanel(s, f)
	voiced := voicedLines(p, spec.Rows)
	t.Undated, t.Relayed = voiced.undated, voiced.relayed
	if spec.Period != NoPeriod {
		return t, t.byPeriod(p, voiced.lines)
	}
	maker := newPointMaker(p)
	for _, v := range voiced.lines {
		one := v.timeline()
		one.Points = maker.points(v)
		t.Lines = append(t.Lines, one)
	}
	return t, nil
}

func (l line) timeline() TimelineLine {
	return TimelineLine{Actor: l.id, Label: l.label, Group: l.group, Issue: l.issue, Proposition: l.proposition,
		Points: []Point{}, Periods: []PeriodPoint{}}
}
