package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// PeriodPoint is one period of a line: what was said in it, and the position
// on its last day, or on the as-of date where that is earlier.
type PeriodPoint struct {
	From  schema.Day `json:"from"`  // both inclusive
	Until schema.Day `json:"until"` // not after the as-of date
	Tally
	Value *float64 `json:"value"` // of the position; null when mixed or without a statement
	Band  Band     `json:"band"`
}

// Tally counts the statements of a period by the sign of their stance.
type Tally struct {
	N         int `json:"n"`
	Support   int `json:"support"`
	Oppose    int `json:"oppose"`
	Undecided int `json:"undecided"`
	Inexact   int `json:"inexact"` // of N, those whose date may lie outside the period
}

// maxPeriodPoints bounds what one timeline may answer.
const maxPeriodPoints = 10_000_000

// byPeriod fills in the periods of every line and of every issue: all that lie
// between the first statement and the as-of date, those without one too.
func (t *Timeline) byPeriod(s *ledger.Snapshot, f Filter, lines []voicedLine) error {
	starts, err := t.starts(lines)
	if err != nil {
		return err
	}
	for _, l := range lines {
		one := l.line.timeline()
		one.Periods = l.periods(s, f, t, starts)
		t.Lines = append(t.Lines, one)
	}
	t.Issues = append(t.Issues, t.issues(s, f, lines, starts)...)
	return nil
}

// starts are the first days of the periods.
func (t *Timeline) starts(lines []voicedLine) ([]schema.Day, error) {
	first := schema.MaxDay
	for _, l := range lines {
		for _, v := range l.counted {
			first = min(first, t.dayOf(v.Date))
		}
	}
	var starts []schema.Day
	for d := t.Period.Start(min(first, t.AsOf)); first <= t.AsOf && d <= t.AsOf; d = t.Period.Next(d) {
		starts = append(starts, d)
		if len(starts)*len(lines) > maxPeriodPoints {
			return nil, schema.Errorf(schema.KindUsage, "ask for a longer period, or for fewer years with from and as-of",
				"a timeline of %d lines by %s from %s to %s has more than %d entries", len(lines), t.Period, starts[0], t.AsOf, maxPeriodPoints)
		}
	}
	return starts, nil
}

// dayOf is the day that places a statement in a period: the last that its date
// may mean, as in the order of statements, but not after the as-of date.
// Undated statements are in none: MaxDay.
func (t *Timeline) dayOf(d schema.Date) schema.Day {
	if d.IsZero() {
		return schema.MaxDay
	}
	return min(d.Latest(), t.AsOf)
}

// periodOf is the index of the period of a day; -1 for none.
func (t *Timeline) periodOf(d schema.Date, starts []schema.Day) int {
	if d.IsZero() {
		return -1
	}
	i, found := slices.BinarySearch(starts, t.Period.Start(t.dayOf(d)))
	if !found {
		return -1
	}
	return i
}

func (l voicedLine) periods(s *ledger.Snapshot, f Filter, t *Timeline, starts []schema.Day) []PeriodPoint {
	points := make([]PeriodPoint, len(starts))
	for i, start := range starts {
		points[i] = PeriodPoint{From: start, Until: min(t.Period.Next(start)-1, t.AsOf)}
	}
	for _, v := range l.counted {
		if i := t.periodOf(v.Date, starts); i >= 0 {
			points[i].add(v.Statement, starts[i], t.Period.Next(starts[i])-1)
		}
	}
	l.values(s, f, points)
	return points
}

// values computes the position on the last day of each period. By all rules but
// decay it depends on the day only through what the day has passed, so that a
// run of periods in which no date begins or ends shares one position.
func (l voicedLine) values(s *ledger.Snapshot, f Filter, points []PeriodPoint) {
	passed := -1
	var now Position
	for i := range points {
		until := points[i].Until
		if n := l.passed(until); n != passed || f.rule() == RuleDecay {
			passed = n
			f.AsOf = &until
			now, _ = l.position(s, f)
		}
		points[i].Value, points[i].Band = now.Value, now.Band
	}
}

// passed counts the ends of dates that lie on a day or before.
func (l voicedLine) passed(day schema.Day) int {
	n := 0
	for _, v := range l.counted {
		if v.Date.Earliest() <= day {
			n++
		}
		if v.Date.Latest() <= day {
			n++
		}
	}
	return n
}

func (t *Tally) add(st *schema.Statement, from, until schema.Day) {
	t.N++
	switch st.Stance.Sign() {
	case 1:
		t.Support++
	case -1:
		t.Oppose++
	default:
		t.Undecided++
	}
	if st.Date.Earliest() < from || st.Date.Latest() > until {
		t.Inexact++
	}
}
