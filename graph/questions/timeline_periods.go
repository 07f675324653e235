package questions

import (
	"slices"

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

// maxPeriodPoints bounds the work of one timeline: lines times periods.
const maxPeriodPoints = 50_000_000

// byPeriod fills in the periods of every line and of every issue: those between
// the first statement and the as-of date.
func (t *Timeline) byPeriod(p *panel, lines []voicedLine) error {
	starts, err := t.starts(lines)
	if err != nil {
		return err
	}
	issues := t.emptyIssues(p.s, p.f, starts)
	days := newProgress(p)
	blank, all := t.blank(starts), make([]PeriodPoint, len(starts))
	for _, l := range lines {
		copy(all, blank)
		l.periods(t, starts, all)
		days.values(l, p.atLeast, all)
		one := l.timeline()
		one.Periods = append(one.Periods, changing(all)...)
		t.Lines = append(t.Lines, one)
		for _, issue := range issues {
			issue.add(p, t, l, starts, all)
		}
	}
	for _, issue := range issues {
		if issue.lines > 0 {
			t.Issues = append(t.Issues, issue.IssueTimeline)
		}
	}
	return nil
}

// changing are the periods that say something new: a statement falls into them,
// or the position at their end is another one than at the end of the period
// before.
func changing(all []PeriodPoint) []PeriodPoint {
	var kept []PeriodPoint
	last := PeriodPoint{Band: BandNone}
	for _, p := range all {
		if p.N > 0 || p.Band != last.Band || !sameValue(p.Value, last.Value) {
			kept = append(kept, p)
		}
		last = p
	}
	return kept
}

func sameValue(a, b *float64) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// starts are the first days of the periods. Where no statement has a date, the
// only period is that of the as-of date.
func (t *Timeline) starts(lines []voicedLine) ([]schema.Day, error) {
	if len(lines) == 0 || t.AsOf == schema.MinDay {
		return nil, nil
	}
	first := t.AsOf
	for _, l := range lines {
		for _, b := range l.ballots {
			first = min(first, t.dayOf(b))
		}
	}
	var starts []schema.Day
	for d := t.Period.Start(first); d <= t.AsOf; d = t.Period.Next(d) {
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
func (t *Timeline) dayOf(b ballot) schema.Day {
	if b.undated() {
		return schema.MaxDay
	}
	return min(b.latest, t.AsOf)
}

// periodOf is the index of the period of a statement; -1 for none.
func (t *Timeline) periodOf(b ballot, starts []schema.Day) int {
	if b.undated() {
		return -1
	}
	i, found := slices.BinarySearch(starts, t.Period.Start(t.dayOf(b)))
	if !found {
		return -1
	}
	return i
}

// blank are the periods before anything is said in them.
func (t *Timeline) blank(starts []schema.Day) []PeriodPoint {
	points := make([]PeriodPoint, len(starts))
	for i, start := range starts {
		points[i] = PeriodPoint{From: start, Until: min(t.Period.Next(start)-1, t.AsOf), Band: BandNone}
	}
	return points
}
