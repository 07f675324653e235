package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The points of a line are the days on which a statement begins to count, each
// with the position of that day.
func TestTimelinePointsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		rows := oneOf(r, questions.RowsActors, questions.RowsGroups)
		got, err := questions.BuildTimeline(s, o.f, questions.TimelineSpec{Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		want := []questions.TimelineLine{}
		undated := map[string]bool{}
		for _, c := range o.cells(rows) {
			for _, h := range c.counted {
				if h.Date.IsZero() {
					undated[h.ID] = true
				}
			}
			want = append(want, questions.TimelineLine{Actor: c.who, Label: s.Codebook.ActorLabel(c.who), Group: c.group, Issue: c.issue,
				Proposition: c.proposition, Points: o.points(c), Periods: []questions.PeriodPoint{}})
		}
		compare(t, "undated", len(undated), got.Undated)
		for i := range got.Lines {
			for j := range got.Lines[i].Points {
				p := &got.Lines[i].Points[j]
				for k, e := range p.Evidence {
					p.Position.Deciding = append(p.Position.Deciding, e.Statement.ID)
					if e.Possible != (e.Statement.Date.Latest() > p.Day) {
						t.Fatalf("passage %d of %s says possible: %v", k, p.Day, e.Possible)
					}
				}
				p.Evidence = nil
			}
		}
		compare(t, "lines", want, got.Lines)
	})
}

// points asks for the position of every day on which a statement begins to
// count: what is added is what counts then, and did not at the point before.
func (o oracle) points(c cell) []questions.Point {
	var days []schema.Day
	for _, h := range c.counted {
		day := h.Date.Earliest()
		if o.f.Certain {
			day = h.Date.Latest()
		}
		days = append(days, day)
	}
	slices.Sort(days)
	points := []questions.Point{}
	var before []string
	for _, day := range slices.Compact(days) {
		p := o.on(day).position(c.who, c.group, c.proposition)
		p.Issue = c.issue
		if p.N > 0 {
			added := slices.DeleteFunc(slices.Sorted(slices.Values(p.Statements)), func(id string) bool { return slices.Contains(before, id) })
			before = p.Statements
			n := len(p.Deciding)
			p.Statements, p.Deciding = nil, p.Deciding[:min(n, questions.EvidenceMost)]
			points = append(points, questions.Point{Day: day, Added: added, Position: p, Deciding: n})
		}
	}
	return points
}

// periodName is the name of the period of a day, from the calendar.
func periodName(p questions.Period, d schema.Day) string {
	t := d.Time()
	switch p {
	case questions.PeriodWeek:
		year, week := t.ISOWeek()
		return fmt.Sprint(year, "-W", week)
	case questions.PeriodMonth:
		return t.Format("2006-01")
	case questions.PeriodQuarter:
		return fmt.Sprint(t.Year(), "-Q", (int(t.Month())+2)/3)
	case questions.PeriodYear:
		return t.Format("2006")
	}
	return d.String()
}

// Periods cut the calendar where its names change.
func TestPeriodsFollowTheCalendar(t *testing.T) {
	t.Parallel()
	for _, p := range questions.PeriodLengths {
		for d := schema.MustDate("1967-12-25").Earliest(); d < schema.MustDate("1972-01-10").Earliest(); d++ {
			start := p.Start(d)
			if start > d || p.Next(start) <= d || periodName(p, start) != periodName(p, d) || periodName(p, start-1) == periodName(p, d) ||
				periodName(p, p.Next(start)) == periodName(p, d) || periodName(p, p.Next(start)-1) != periodName(p, d) {
				t.Fatalf("%s of %s: from %s to before %s", p, d, start, p.Next(start))
			}
		}
	}
}

// A period counts what its days hold, and knows where rows stand at its end.
func TestTimelinePeriodsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		rows, period := oneOf(r, questions.RowsActors, questions.RowsGroups), oneOf(r, questions.PeriodLengths...)
		got, err := questions.BuildTimeline(s, o.f, questions.TimelineSpec{Rows: rows, Period: period})
		if err != nil {
			t.Fatal(err)
		}
		cells := o.cells(rows)
		compare(t, "number of lines", len(cells), len(got.Lines))
		first := o.asOf
		for _, c := range cells {
			for _, h := range c.counted {
				if !h.Date.IsZero() {
					first = min(first, h.Date.Latest())
				}
			}
		}
		for i, c := range cells {
			line := got.Lines[i]
			compare(t, "line", []string{c.who, c.proposition, c.issue}, []string{line.Actor, line.Proposition, line.Issue})
			o.comparePeriods(t, r, period, c, line.Periods, first)
		}
		for _, issue := range got.Issues {
			o.compareIssue(t, period, issue, cells, got.Lines)
		}
	})
}

// comparePeriods fills in the periods that are left out: nothing was said in
// them, and the position is that of the period before.
func (o oracle) comparePeriods(t *testing.T, r *rand.Rand, period questions.Period, c cell, points []questions.PeriodPoint, first schema.Day) {
	t.Helper()
	tallies := o.tallies(period, c.counted)
	last := questions.PeriodPoint{Band: questions.BandNone}
	for from := first; first <= o.asOf && from <= o.asOf; {
		until := from
		for until < o.asOf && periodName(period, until+1) == periodName(period, from) {
			until++
		}
		name := periodName(period, from)
		now := last
		if now.Tally = (questions.Tally{}); len(points) > 0 && points[0].Until == until {
			now, points = points[0], points[1:]
			if periodName(period, now.From) != name || periodName(period, now.From-1) == name || now.N == 0 && cmp.Equal(now.Value, last.Value) && now.Band == last.Band {
				t.Fatalf("%s on %s: the period %+v after %+v", c.who, c.proposition, now, last)
			}
		}
		compare(t, c.who+" on "+c.proposition+": tally of "+name, tallies[name], now.Tally)
		if r.IntN(8) == 0 || until == o.asOf {
			want := o.on(until).position(c.who, c.group, c.proposition)
			compare(t, fmt.Sprintf("%s on %s at the end of %s", c.who, c.proposition, until), []any{want.Value, want.Band}, []any{now.Value, now.Band})
		}
		last, from = now, until+1
	}
	compare(t, "periods that are none", 0, len(points))
}

func (o oracle) tallies(period questions.Period, list []heard) map[string]questions.Tally {
	all := map[string]questions.Tally{}
	for _, h := range list {
		if h.Date.IsZero() {
			continue
		}
		name := periodName(period, min(h.Date.Latest(), o.asOf))
		n := all[name]
		n.N++
		n.Support += countIf(h.Stance.Value() > 0)
		n.Oppose += countIf(h.Stance.Value() < 0)
		n.Undecided += countIf(h.Stance.Value() == 0)
		n.Inexact += countIf(h.Date.Earliest() == schema.MinDay || periodName(period, h.Date.Earliest()) != name || periodName(period, h.Date.Latest()) != name)
		all[name] = n
	}
	return all
}

func (o oracle) compareIssue(t *testing.T, period questions.Period, issue questions.IssueTimeline, cells []cell, lines []questions.TimelineLine) {
	t.Helper()
	var once []heard
	seen := map[string]bool{}
	for _, c := range cells {
		p, _ := o.Codebook.Proposition(c.proposition)
		for _, h := range c.counted {
			if slices.Contains(p.Issues, issue.Issue) && !seen[h.ID] {
				seen[h.ID], once = true, append(once, h)
			}
		}
	}
	tallies := o.tallies(period, once)
	for i, got := range issue.Periods {
		if i > 0 && issue.Periods[i-1].Until+1 != got.From || i == len(issue.Periods)-1 && got.Until != o.asOf || periodName(period, got.From) != periodName(period, got.Until) {
			t.Fatalf("period %d is from %s to %s, as of %s", i, got.From, got.Until, o.asOf)
		}
		compare(t, issue.Issue+" in "+periodName(period, got.From), tallies[periodName(period, got.From)], got.Tally)
		bands := map[questions.Band]int{}
		for _, l := range lines {
			if p, _ := o.Codebook.Proposition(l.Proposition); slices.Contains(p.Issues, issue.Issue) {
				bands[bandAt(l, got.Until)]++
			}
		}
		compare(t, "positions", []int{bands["support"] + bands["conditional support"], bands["opposition"] + bands["conditional opposition"],
			bands["undecided"], bands["mixed"], bands["no statement"]}, []int{got.Held, got.Rejected, got.Open, got.Mixed, got.None})
	}
}

// bandAt is the band that a line had last at the end of a period.
func bandAt(l questions.TimelineLine, until schema.Day) questions.Band {
	band := questions.BandNone
	for _, p := range l.Periods {
		if p.Until <= until {
			band = p.Band
		}
	}
	return band
}

func TestTimelineRefusesNonsense(t *testing.T) {
	t.Parallel()
	c := &caseFile{t: t, cb: lakeDispute(t)}
	for i := range 15 {
		who := fmt.Sprintf("NEW:%02d", i)
		c.statements = append(c.statements, c.statement([]string{who, who, "shared-lake", "1", "0001-01-01"}, nil))
	}
	s := ledger.Build(c.cb, nil, c.statements)
	end := schema.MustDate("9999-12-31").Latest()
	for name, ask := range map[string]func() error{
		"period \"weak\": expected day or week or month or quarter or year; did you mean week?": func() error {
			_, err := questions.BuildTimeline(s, questions.Filter{}, questions.TimelineSpec{Rows: questions.RowsActors, Period: "weak"})
			return err
		},
		"a timeline of 15 lines by day from 0001-01-01 to 9999-12-31 has more than 50000000 entries": func() error {
			_, err := questions.BuildTimeline(s, questions.Filter{AsOf: &end}, questions.TimelineSpec{Rows: questions.RowsActors, Period: questions.PeriodDay})
			return err
		},
		"rows \"people\": expected groups or actors": func() error {
			_, err := questions.BuildTimeline(s, questions.Filter{}, questions.TimelineSpec{Rows: "people"})
			return err
		},
	} {
		if err := ask(); err == nil || err.Error() != name || schema.HintOf(err) == "" {
			t.Errorf("got %v, want %s", err, name)
		}
	}
}

// Points that follow from one another are the positions of their days, to the
// last bit: by every rule, of actors and of groups with many speakers, past the
// number of statements that a point shows.
func TestPointsOfLongLinesArePositions(t *testing.T) {
	t.Parallel()
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 4000, Actors: 9, Propositions: 10}).Build()
	for _, rule := range questions.Rules {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			pointsArePositions(t, s, rule)
		})
	}
}

func pointsArePositions(t *testing.T, s *ledger.Snapshot, rule string) {
	t.Helper()
	for _, f := range []questions.Filter{{Rule: rule}, {Rule: rule, Certain: true, Stale: 20}, {Rule: rule, Independent: true, MinStatements: 5, HalfLife: 3}} {
		for _, rows := range []questions.Rows{questions.RowsActors, questions.RowsGroups} {
			tl := must(questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: rows}))(t)
			for _, l := range tl.Lines {
				added := 0
				for i, p := range l.Points {
					if added += len(p.Added); i%7 != 0 && i != len(l.Points)-1 {
						continue
					}
					f.AsOf = &p.Day
					want := questions.On(s, f, l.Actor, l.Group, l.Proposition)
					if added != want.N || p.Deciding != len(want.Deciding) || !slices.Equal(idsInOrder(p.Evidence), want.Deciding[:min(p.Deciding, questions.EvidenceMost)]) {
						t.Fatalf("%s: %s on %s from %s: %d of %d added, %d decide, evidence %v; position %+v", f.Values().Encode(), l.Actor, l.Proposition, p.Day, added, want.N, p.Deciding, idsInOrder(p.Evidence), want)
					}
					want.Statements, want.Deciding = nil, nil
					if d := cmp.Diff(want, p.Position, cmp.Comparer(func(a, b schema.Date) bool { return a == b })); d != "" {
						t.Fatalf("%s: %s on %s (-position +point):\n%s", f.Values().Encode(), l.Actor, l.Proposition, d)
					}
				}
				f.AsOf = nil
			}
		}
	}
}

func idsInOrder(list []questions.Passage) []string {
	ids := []string{}
	for _, p := range list {
		ids = append(ids, p.Statement.ID)
	}
	return ids
}
