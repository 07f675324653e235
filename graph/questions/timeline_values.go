package questions

import "github.com/stancegraph/stancegraph/schema"

// periods counts what a line has in every period.
func (l voicedLine) periods(t *Timeline, starts []schema.Day, points []PeriodPoint) {
	for _, b := range l.ballots {
		if i := t.periodOf(b, starts); i >= 0 {
			points[i].add(b, starts[i], t.Period.Next(starts[i])-1)
		}
	}
}

// values fills in the position of a line on the last day of each period. It
// depends on the day only through the days that dates begin and end on. By decay
// that holds where no date is open: then all weights shrink alike.
func (g *progress) values(l voicedLine, atLeast int, points []PeriodPoint) {
	g.begin(l.ballots)
	now := PeriodPoint{Band: BandNone}
	for i := range points {
		fresh, closed := g.to(points[i].Until)
		if moved := len(fresh)+len(closed) > 0 || g.course.dated != g.course.closed; moved && g.taken >= atLeast {
			now.Value, now.Band = nil, BandMixed
			if d := g.decide(); !d.mixed() {
				now.Value, now.Band = &d.value, bandOf(d.value)
			}
		}
		points[i].Value, points[i].Band = now.Value, now.Band
	}
}

func (t *Tally) add(b ballot, from, until schema.Day) {
	t.N++
	switch b.sign() {
	case supporting:
		t.Support++
	case opposing:
		t.Oppose++
	default:
		t.Undecided++
	}
	if b.earliest < from || b.latest > until {
		t.Inexact++
	}
}
