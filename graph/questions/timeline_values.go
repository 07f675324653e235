package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// periods fills in every period of a line.
func (l voicedLine) periods(s *ledger.Snapshot, f Filter, t *Timeline, starts []schema.Day, points []PeriodPoint) {
	for _, v := range l.counted {
		if i := t.periodOf(v.Date, starts); i >= 0 {
			points[i].add(v.Statement, starts[i], t.Period.Next(starts[i])-1)
		}
	}
	l.values(s, f, points)
}

// values computes the position on the last day of each period. It depends on
// the day only through the ends of dates that the day has passed, so that a run
// of periods in which no date begins or ends shares one position. By decay that
// holds where no date is open: then all weights shrink alike.
func (l voicedLine) values(s *ledger.Snapshot, f Filter, points []PeriodPoint) {
	ends := l.ends()
	now := Position{Band: BandNone}
	for i, passed := 0, 0; i < len(points); i++ {
		moved := false
		for passed < len(ends) && ends[passed] <= points[i].Until {
			passed, moved = passed+1, true
		}
		if moved || f.rule() == RuleDecay && l.open(points[i].Until) {
			now = l.asOf(s, f, points[i].Until)
		}
		points[i].Value, points[i].Band = now.Value, now.Band
	}
}

func (l voicedLine) asOf(s *ledger.Snapshot, f Filter, day schema.Day) Position {
	f.AsOf = &day
	p, _ := l.position(s, f)
	return p
}

// ends are the first and last days of all dates, sorted.
func (l voicedLine) ends() []schema.Day {
	days := make([]schema.Day, 0, 2*len(l.counted))
	for _, v := range l.counted {
		days = append(days, v.Date.Earliest(), v.Date.Latest())
	}
	slices.Sort(days)
	return days
}

// open reports whether a known date has begun on a day and not ended.
func (l voicedLine) open(day schema.Day) bool {
	return slices.ContainsFunc(l.counted, func(v voice) bool {
		return v.Date.Earliest() <= day && v.Date.Latest() > day && !v.Date.IsZero()
	})
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
