package questions

import (
	"slices"

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

// Point is the position from a day on.
type Point struct {
	Day      schema.Day `json:"day"`      // ".." is the open start
	Added    []string   `json:"added"`    // IDs of the statements that count from this day on
	Position Position   `json:"position"` // as of this day
	Evidence []Passage  `json:"evidence"` // the deciding statements
}

// BuildTimeline returns the timeline of every pair of row and proposition on
// which a statement counts. The package comment says what a point is.
//
// Errors are of kind usage for a bad filter, rows or period, and for a period
// so short that lines times periods are more than fifty million.
func BuildTimeline(s *ledger.Snapshot, f Filter, spec TimelineSpec) (Timeline, error) {
	t := Timeline{AsOf: f.asOf(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Rows: spec.Rows, Period: spec.Period, Version: s.Version,
		Lines: []TimelineLine{}, Issues: []IssueTimeline{}}
	if err := checkRows(s, f, spec.Rows); err != nil {
		return t, err
	}
	if err := spec.Period.check(); err != nil {
		return t, err
	}
	voiced := voicedLines(s, f, lines(s, f, spec.Rows))
	t.Undated, t.Relayed = undated(voiced), relayed(voiced)
	if spec.Period != NoPeriod {
		return t, t.byPeriod(s, f, voiced)
	}
	for _, v := range voiced {
		one := v.line.timeline()
		one.Points = v.points(s, f)
		t.Lines = append(t.Lines, one)
	}
	return t, nil
}

func (l line) timeline() TimelineLine {
	return TimelineLine{Actor: l.who, Label: l.label, Group: l.group, Issue: l.issue, Proposition: l.proposition,
		Points: []Point{}, Periods: []PeriodPoint{}}
}

// voicedLine is a line and what counts of it as of the last day.
type voicedLine struct {
	line
	counted []voice
	relayed []voice // reports of utterances that count
}

// voicedLines leaves out lines on which nothing counts.
func voicedLines(s *ledger.Snapshot, f Filter, lines []line) []voicedLine {
	var list []voicedLine
	for _, l := range lines {
		if v := judge(s, f, l.pool); len(v.counted) > 0 {
			list = append(list, voicedLine{l, v.counted, v.relayed()})
		}
	}
	return list
}

// undated and relayed count statements, each once, however many rows hear them.
func undated(lines []voicedLine) int {
	seen := map[string]bool{}
	for _, l := range lines {
		for _, v := range l.counted {
			if v.Date.IsZero() {
				seen[v.ID] = true
			}
		}
	}
	return len(seen)
}

func relayed(lines []voicedLine) int {
	seen := map[string]bool{}
	for _, l := range lines {
		for _, v := range l.relayed {
			seen[v.ID] = true
		}
	}
	return len(seen)
}

// countsFrom is the day from which a statement counts: the first that its date
// may mean or, where only certain dates count, the last.
func (f Filter) countsFrom(d schema.Date) schema.Day {
	if f.Certain {
		return d.Latest()
	}
	return d.Earliest()
}

func (l voicedLine) points(s *ledger.Snapshot, f Filter) []Point {
	added := map[schema.Day][]string{}
	var days []schema.Day
	for _, v := range l.counted {
		day := f.countsFrom(v.Date)
		if added[day] == nil {
			days = append(days, day)
		}
		added[day] = append(added[day], v.ID)
	}
	slices.Sort(days)
	points := []Point{}
	for _, day := range days {
		g := f
		g.AsOf = &day
		slices.Sort(added[day])
		if p, deciding := l.position(s, g); p.N > 0 { // else there are too few for min-statements yet
			points = append(points, Point{day, added[day], p, passagesOf(s, g, deciding)})
		}
	}
	return points
}
