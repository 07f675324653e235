package questions_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// lineCorpora are questions that follow positions through time: one actor with
// some 80 statements on each of 50 propositions, and one with some 10,000 on one.
func lineCorpora() map[string]struct {
	s *ledger.Snapshot
	f questions.Filter
} {
	return map[string]struct {
		s *ledger.Snapshot
		f questions.Filter
	}{
		"actor": {ledgertest.Bulk(1, ledgertest.Size{Statements: 4_000, Actors: 1, Propositions: 50}).Build(), questions.Filter{}},
		"pair":  {ledgertest.Bulk(1, ledgertest.Size{Statements: 100_000, Actors: 1, Propositions: 10}).Build(), questions.Filter{Propositions: []string{"p-003"}}},
	}
}

// eachLineQuestion runs a benchmark on every such question by every rule.
func eachLineQuestion(b *testing.B, ask func(s *ledger.Snapshot, f questions.Filter) (int, error)) {
	for name, c := range lineCorpora() {
		for _, rule := range questions.Rules {
			c.f.Rule = rule
			b.Run(name+"/"+rule, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if n, err := ask(c.s, c.f); err != nil || n == 0 {
						b.Fatal(n, err)
					}
				}
			})
		}
	}
}

func BenchmarkTimelineOfLines(b *testing.B) {
	eachLineQuestion(b, func(s *ledger.Snapshot, f questions.Filter) (n int, err error) {
		t, err := questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: questions.RowsActors})
		for _, l := range t.Lines {
			n += len(l.Points)
		}
		return n, err
	})
}

func BenchmarkTimelineOfLinesByWeek(b *testing.B) {
	eachLineQuestion(b, func(s *ledger.Snapshot, f questions.Filter) (n int, err error) {
		t, err := questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: questions.RowsActors, Period: questions.PeriodWeek})
		for _, l := range t.Lines {
			n += len(l.Periods)
		}
		return n, err
	})
}

func BenchmarkShiftsOfLines(b *testing.B) {
	eachLineQuestion(b, func(s *ledger.Snapshot, f questions.Filter) (int, error) {
		list, err := questions.Shifts(s, f, questions.ShiftSpec{Rows: questions.RowsActors, Reaffirmed: true})
		return len(list.Shifts), err
	})
}

// BenchmarkCompareDates is two days three years apart, of 200 actors on 300
// propositions: every cell with the passages of both sides.
func BenchmarkCompareDates(b *testing.B) {
	eachRuleOfDates(b, func(s *ledger.Snapshot, f questions.Filter, spec questions.ComparisonSpec) (int, error) {
		c, err := questions.Compare(s, f, spec)
		return len(c.Changes), err
	})
}

// BenchmarkContrastDates is BenchmarkCompareDates as a page asks for it: every
// cell by its kind, and 50 with their passages.
func BenchmarkContrastDates(b *testing.B) {
	eachRuleOfDates(b, func(s *ledger.Snapshot, f questions.Filter, spec questions.ComparisonSpec) (int, error) {
		c, err := questions.NewContrast(s, f, spec)
		for i := range min(50, c.Len()) {
			c.Change(i)
		}
		return c.Len(), err
	})
}

// eachRuleOfDates asks about two days by each rule; ask returns how many cells
// there are.
func eachRuleOfDates(b *testing.B, ask func(*ledger.Snapshot, questions.Filter, questions.ComparisonSpec) (int, error)) {
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 180_000, Actors: 200, Propositions: 300}).Build()
	left, right := s.LastDay()-2000, s.LastDay()-900
	spec := questions.ComparisonSpec{By: questions.ByDate, Left: left.String(), Right: right.String(), Rows: questions.RowsActors}
	for _, rule := range questions.Rules {
		b.Run(rule, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if n, err := ask(s, questions.Filter{Rule: rule}, spec); err != nil || n < 40_000 {
					b.Fatal(n, err)
				}
			}
		})
	}
}
