package network_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/network"
)

var (
	oneModeAggregations = []network.Aggregation{network.Ignore, network.Congruence, network.Conflict, network.Subtract}
	oneModeNorms        = []network.Normalization{network.No, network.Average, network.Jaccard, network.Cosine, network.CosineFixed}
)

func TestOneModeIsSymmetric(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.OneMode, oneModeAggregations, oneModeNorms)
		s.Compat, s.Isolates = rapid.Bool().Draw(t, "compat"), rapid.Bool().Draw(t, "isolates")
		m := mustCompute(t, r.table, s).Matrix
		for i := range m {
			for j := range m {
				if x, y := m[i][j], m[j][i]; x != y && (x == x || y == y) {
					t.Fatalf("cells %d,%d: %v and %v", i, j, x, y)
				}
				if i == j && m[i][j] != 0 {
					t.Fatalf("diagonal %d: %v", i, m[i][j])
				}
			}
		}
	})
}

// All statements included, congruence and conflict are two shares of ignore,
// and subtract is what one has more than the other.
func TestCongruenceAndConflictAreShares(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.OneMode, []network.Aggregation{network.Ignore}, oneModeNorms)
		of := func(a network.Aggregation) network.Matrix {
			s.Aggregation = a
			return mustCompute(t, r.table, s).Matrix
		}
		ignore, congruence, conflict, subtract := of(network.Ignore), of(network.Congruence), of(network.Conflict), of(network.Subtract)
		for i := range ignore {
			for j := range ignore {
				near(t, congruence[i][j]+conflict[i][j], ignore[i][j])
				near(t, congruence[i][j]-conflict[i][j], subtract[i][j])
			}
		}
	})
}

// Windows of one instant hold every statement once, if all isolates are shown.
func TestSlicesAddUpToTheWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.TwoMode, []network.Aggregation{network.Ignore, network.Subtract}, []network.Normalization{network.No})
		s.Isolates = true
		s.Duplicates = rapid.SampledFrom(network.DuplicateRules).Draw(t, "duplicates")
		whole := mustCompute(t, r.table, s)
		s.TimeWindow, s.WindowSize = network.Days, 1
		slices, err := network.Slices(t.Context(), r.table, s)
		if err != nil {
			t.Fatal(err)
		}
		statements := 0
		for slice, err := range slices {
			if err != nil {
				t.Fatal(err)
			}
			statements += slice.Statements
			for i, row := range slice.Matrix {
				for j, x := range row {
					whole.Matrix[i][j] -= x
				}
			}
		}
		for _, row := range whole.Matrix {
			for _, x := range row {
				near(t, x, 0)
			}
		}
		if statements != whole.Statements {
			t.Fatalf("got %d statements, want %d", statements, whole.Statements)
		}
	})
}

// Every statement is counted or left out for one reason.
func TestEveryStatementIsAccountedFor(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		r := drawTable(t)
		s := drawSpec(t, network.TwoMode, []network.Aggregation{network.Ignore, network.Subtract}, []network.Normalization{network.No})
		s.Duplicates = rapid.SampledFrom(network.DuplicateRules).Draw(t, "duplicates")
		s.Excludes = []network.Pair{{Variable: "actor", Value: "A"}}
		s.From = time.Unix(int64(rapid.IntRange(0, 60).Draw(t, "from"))*86400, 0).UTC()
		got := mustCompute(t, r.table, s)
		left := got.Left
		if sum := got.Statements + left.Range + left.Document + left.Excluded + left.Empty + left.Duplicate; sum != len(r.rows) {
			t.Fatalf("%d counted and %+v of %d", got.Statements, left, len(r.rows))
		}
	})
}
