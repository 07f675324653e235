package questions_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The units, whole or by source, come to what the report counts.
func TestCodedUnitsAddUpToTheReport(t *testing.T) {
	t.Parallel()
	statement := func(source, coder, proposition string, stance schema.Stance) schema.Statement {
		st := schema.Statement{Source: source, Doc: source, Start: 1, End: 9, Evidence: "a saying", Actor: "NEW:A", Issue: "i", Proposition: proposition, Stance: stance,
			Date: schema.MustDate("2025-01-01"), Coder: coder, Status: schema.StatusAccepted, Codebook: "c/1"}
		st.ID = st.DeriveID()
		return st
	}
	s := ledger.Build(&schema.Codebook{}, nil, []schema.Statement{
		statement("one", "ada", "p", schema.Support), statement("one", "ben", "p", schema.Support),
		statement("one", "ada", "q", schema.Support), statement("one", "ben", "q", schema.Oppose),
		statement("two", "ada", "p", schema.Support), statement("three", "ben", "p", schema.Oppose), statement("three", "ben", "q", schema.Oppose),
	})
	report, err := questions.Agreement(s, questions.Filter{}, "ada", "ben")
	if err != nil {
		t.Fatal(err)
	}
	units, err := questions.CodedUnits(s, questions.Filter{}, "ada", "ben")
	if err != nil {
		t.Fatal(err)
	}
	var both, left, right, differ int
	for _, u := range units {
		switch {
		case u.Right == nil:
			left++
		case u.Left == nil:
			right++
		default:
			both++
			if u.Left.Stance != u.Right.Stance {
				differ++
			}
		}
	}
	if both != report.Units.Common || left != report.Units.OnlyLeft || right != report.Units.OnlyRight || differ != len(report.Differences) || both != 2 || left != 1 || right != 2 {
		t.Errorf("%d of both, %d and %d of one, %d differ; the report has %+v", both, left, right, differ, report.Units)
	}
	got := map[string][3]int{}
	for _, a := range questions.AgreementBySource(units) {
		got[a.Source] = [3]int{a.Units.Common, a.Units.OnlyLeft, a.Units.OnlyRight}
	}
	compare(t, "units by source", map[string][3]int{"one": {2, 0, 0}, "two": {0, 1, 0}, "three": {0, 0, 2}}, got)
	if _, err := questions.CodedUnits(s, questions.Filter{}, "ada", "bem"); schema.KindOf(err) != schema.KindUsage {
		t.Errorf("a coder whom nobody knows: %v", err)
	}
}
