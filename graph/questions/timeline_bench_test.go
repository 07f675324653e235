package questions_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// BenchmarkTimelineWeekly is one issue of 20 propositions, week by week over ten
// years, for all actors and for all groups: every line and every week of it.
func BenchmarkTimelineWeekly(b *testing.B) {
	s := million()
	f := questions.Filter{Issues: []string{s.Codebook.Issues[3].ID}}
	for _, rows := range []questions.Rows{questions.RowsActors, questions.RowsGroups} {
		b.Run(string(rows), func(b *testing.B) {
			for b.Loop() {
				t, err := questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: rows, Period: questions.PeriodWeek})
				if err != nil || len(t.Lines) < 13_000 || len(t.Issues) != 1 || len(t.Issues[0].Periods) < 520 {
					b.Fatal(len(t.Lines), len(t.Issues), err)
				}
			}
		})
	}
}
