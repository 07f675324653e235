package questions_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// place is the position after everything that was said up to a date.
type place struct {
	date      schema.Date
	said      []heard // on this date
	band      questions.Band
	condition bool
}

// places asks, for every date, where the row stood after it.
func (o oracle) places(c cell) (places []place, recoded int) {
	var sofar []heard
	left := slices.DeleteFunc(slices.Clone(c.counted), func(h heard) bool { return h.Date.IsZero() })
	for len(left) > 0 {
		oldest := left[0]
		for _, h := range left {
			if later(oldest.Date, h.Date) {
				oldest = h
			}
		}
		now := place{date: oldest.Date}
		rest := []heard{}
		again := true
		for _, h := range left {
			if later(h.Date, oldest.Date) {
				rest = append(rest, h)
				continue
			}
			now.said, now.condition = append(now.said, h), now.condition || h.Condition != ""
			again = again && slices.ContainsFunc(sofar, func(e heard) bool { return codesAgain(h, e) })
		}
		left = rest
		if again {
			recoded++
			continue
		}
		sofar = append(sofar, now.said...)
		_, value := o.decide(sofar)
		now.band = questions.BandMixed
		if !math.IsNaN(value) {
			now.band = bandOf(value)
		}
		places = append(places, now)
	}
	return places, recoded
}

func codesAgain(a, b heard) bool {
	same := a.Source == b.Source && (a.Start < b.End && b.Start < a.End || a.Start == a.End && b.Start == b.End && a.Evidence == b.Evidence)
	return same && (a.Coder != b.Coder || a.Codebook != b.Codebook)
}

// grades put the bands on a line.
var grades = map[questions.Band]int{"opposition": -2, "conditional opposition": -1, "undecided": 0, "conditional support": 1, "support": 2}

func abs(n int) int { return max(n, -n) }

// kindOf reads the definitions of the package comment one by one.
func kindOf(before, after place) string {
	x, y := grades[before.band], grades[after.band]
	sameSide := x > 0 && y > 0 || x < 0 && y < 0
	switch {
	case x > 0 && y < 0 || x < 0 && y > 0:
		return "reversed"
	case sameSide && abs(y) <= abs(x) && after.condition && !before.condition:
		return "conditioned"
	case sameSide && abs(y) >= abs(x) && before.condition && !after.condition:
		return "unconditioned"
	case abs(y) < abs(x):
		return "softened"
	case abs(y) > abs(x):
		return "hardened"
	}
	return "reaffirmed"
}

func (o oracle) shiftsOf(c cell, places []place) []string {
	var list []string
	tell := func(format string, args ...any) {
		list = append(list, fmt.Sprintf("%s on %s: ", c.who, c.proposition)+fmt.Sprintf(format, args...))
	}
	var before *place
	for i, now := range places {
		if now.band != "mixed" {
			if before == nil {
				tell("new on %s %v possible=%v", span(now.date), idsOf(now.said), now.date.Latest() > o.asOf)
			} else {
				tell("%s on %s %v after %d days %v possible=%v", kindOf(*before, now), span(now.date), idsOf(now.said), now.date.Latest()-before.date.Latest(),
					idsOf(before.said), now.date.Latest() > o.asOf || now.date.Earliest() <= before.date.Latest())
			}
			before = &places[i]
		}
		if o.f.Stale > 0 {
			if from, days := o.silent(places, i); days > 0 {
				tell("silent from %s for %d days %v", from, days, idsOf(now.said))
			}
		}
	}
	return list
}

// silent walks from day to day after a date, as far as nobody speaks.
func (o oracle) silent(places []place, i int) (from schema.Day, days int) {
	last := places[i].date.Latest()
	speaks := func(d schema.Day) bool {
		return slices.ContainsFunc(places[i+1:], func(p place) bool { return p.date.Earliest() <= d && !o.f.Certain || p.date.Latest() <= d })
	}
	d := last
	for d < o.asOf && !speaks(d) {
		d++
	}
	quiet := int(d - last)
	if quiet < o.f.Stale+1 || quiet == o.f.Stale+1 && speaks(d) {
		return 0, 0
	}
	return last + schema.Day(o.f.Stale) + 1, quiet
}

func TestShiftsEqualTheOracle(t *testing.T) {
	t.Parallel()
	kinds := map[questions.ShiftKind]int{}
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		o.f.Stale = oneOf(r, 0, 0, 1, 5, 30)
		spec := questions.ShiftSpec{Rows: oneOf(r, questions.RowsActors, questions.RowsGroups), Reaffirmed: r.IntN(2) == 0}
		var want []string
		recoded := 0
		for _, c := range o.cells(spec.Rows) {
			places, n := o.places(c)
			recoded += n
			want = append(want, o.shiftsOf(c, places)...)
		}
		if !spec.Reaffirmed {
			want = slices.DeleteFunc(want, func(s string) bool { return strings.Contains(s, ": reaffirmed ") })
		}
		got, err := questions.Shifts(s, o.f, spec)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, shift := range got.Shifts {
			kinds[shift.Kind]++
			told = append(told, tellShift(shift))
		}
		compare(t, "shifts", want, told)
		compare(t, "recoded", recoded, got.Recoded)
	})
	for _, kind := range questions.ShiftKinds {
		if allCorpora(t) && kinds[kind] == 0 {
			t.Errorf("no corpus has a shift of kind %s", kind)
		}
	}
}

// span is what a date means, however it is written.
func span(d schema.Date) string { return d.Earliest().String() + "/" + d.Latest().String() }

func tellShift(s questions.Shift) string {
	text := fmt.Sprintf("%s on %s: %s", s.Actor, s.Proposition, s.Kind)
	switch {
	case s.After == nil:
		return text + fmt.Sprintf(" from %s for %d days %v", s.Day, *s.Days, passageIDs(s.Before.Evidence))
	case s.Before == nil:
		return text + fmt.Sprintf(" on %s %v possible=%v", span(s.After.Date), passageIDs(s.After.Evidence), s.Possible)
	}
	return text + fmt.Sprintf(" on %s %v after %d days %v possible=%v", span(s.After.Date), passageIDs(s.After.Evidence), *s.Days, passageIDs(s.Before.Evidence), s.Possible)
}

// The days between two inexact dates have bounds, where the dates have any.
func TestDaysBetweenInexactDates(t *testing.T) {
	t.Parallel()
	for dates, want := range map[[2]string]string{
		{"2025-05-01", "2025-05-04"}:            "3 3 3",
		{"2025-05", "2025-06"}:                  "30 1 60",
		{"../2025-05-01", "2025-05-04"}:         "3 3 -",
		{"2025-05-01", "2025-05-01/2025-05-03"}: "2 0 2",
		{"2025-05-02", "../2025-05-04"}:         "2 0 -",
	} {
		c := &caseFile{t: t, cb: lakeDispute(t)}
		c.statements = append(c.statements, c.statement([]string{"a", "norden", "shared-lake", "1", dates[0]}, nil))
		c.statements = append(c.statements, c.statement([]string{"b", "norden", "shared-lake", "-1", dates[1]}, nil))
		list, err := questions.Shifts(ledger.Build(c.cb, nil, c.statements), questions.Filter{}, questions.ShiftSpec{Rows: questions.RowsActors})
		if err != nil || len(list.Shifts) != 2 {
			t.Fatalf("%v: %+v, %v", dates, list, err)
		}
		most := "-"
		if shift := list.Shifts[1]; shift.AtMost != nil {
			most = fmt.Sprint(*shift.AtMost)
		}
		if got := fmt.Sprintf("%d %d %s", *list.Shifts[1].Days, *list.Shifts[1].AtLeast, most); got != want {
			t.Errorf("%v: got %s, want %s", dates, got, want)
		}
	}
}
