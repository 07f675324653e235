package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// Where everybody stands on everything, alone and with those who speak for
// them, is what the oracle says.
func TestPositionsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		for _, who := range ledgertest.Actors {
			for _, p := range ledgertest.Propositions {
				for _, group := range []bool{false, true} {
					compare(t, fmt.Sprintf("%s (group %v) on %s", who, group, p), o.position(who, group, p), questions.On(s, o.f, who, group, p))
				}
			}
		}
	})
}

func TestIssuePositionsEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		for _, issue := range ledgertest.Issues {
			who, group := ledgertest.Actors[r.IntN(len(ledgertest.Actors))], r.IntN(2) == 0
			compare(t, fmt.Sprintf("%s (group %v) on %s", who, group, issue), o.issue(who, group, issue), questions.OnIssue(s, o.f, who, group, issue))
		}
	})
}

// The list of positions has a pair as soon as one of its statements passes the
// filter, whether it counts or not.
func TestPositionListEqualsTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		list, err := questions.Positions(s, o.f)
		if err != nil {
			t.Fatal(err)
		}
		want := []questions.Position{}
		for _, who := range ledgertest.Actors {
			for _, issue := range o.Codebook.Issues {
				if !o.shows(issue.ID) {
					continue
				}
				for _, p := range o.propositionsOn(issue.ID) {
					listed := slices.ContainsFunc(want, func(w questions.Position) bool { return w.Actor == who && w.Proposition == p })
					if !listed && slices.ContainsFunc(o.pool(who, false, p), o.passes) {
						want = append(want, o.position(who, false, p))
					}
				}
			}
		}
		compare(t, "positions", want, list)
	})
}

// A matrix has the rows and columns on which something may count, in the order
// of the codebook, the cells that the oracle fills, and counts every statement
// once.
func TestMatricesEqualTheOracle(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, _ *rand.Rand, s *ledger.Snapshot, o oracle) {
		for _, spec := range []questions.MatrixSpec{{Rows: questions.RowsActors}, {Rows: questions.RowsGroups}, {Rows: questions.RowsActors, Issue: "peace"}, {Rows: questions.RowsGroups, Issue: "trade"}} {
			m, err := questions.BuildMatrix(s, o.f, spec)
			if err != nil {
				t.Fatal(err)
			}
			compareMatrix(t, o, spec, m)
		}
	})
}

func compareMatrix(t *testing.T, o oracle, spec questions.MatrixSpec, m questions.Matrix) {
	t.Helper()
	var candidates, rows, columns []string
	for _, who := range ledgertest.Actors { // registered ones in the order of the codebook, then the others
		a, registered := o.Codebook.Actor(who)
		if spec.Rows == questions.RowsActors || registered && a.Kind.IsGroup() {
			candidates = append(candidates, who)
		}
	}
	cells, stay := o.matrix(spec, candidates)
	for _, who := range candidates {
		if stay[who] {
			rows = append(rows, who)
		}
	}
	counted, there := map[string]bool{}, map[string]bool{}
	for _, c := range m.Columns {
		columns = append(columns, c.ID)
	}
	var got []string
	in := map[string]map[string]bool{} // what counts, by row and column
	for _, column := range columns {
		in[column] = map[string]bool{}
	}
	for _, row := range m.Rows {
		got, in[row.ID] = append(got, row.ID), map[string]bool{}
		for i, c := range row.Cells {
			want := cells[[2]string{row.ID, columns[i]}]
			compare(t, fmt.Sprintf("%+v: %s, %s", spec, row.ID, columns[i]), want.cell, c)
			for _, set := range []map[string]bool{counted, in[row.ID], in[columns[i]]} {
				mark(set, want.counted)
			}
			mark(there, want.all)
		}
	}
	compare(t, "rows", rows, got)
	for _, row := range m.Rows {
		compare(t, "counted of "+row.ID, len(in[row.ID]), row.Counted)
	}
	for _, column := range m.Columns {
		compare(t, "counted on "+column.ID, len(in[column.ID]), column.Counted)
	}
	for id, stays := range stay {
		if !slices.Contains(candidates, id) && slices.Contains(columns, id) != stays {
			t.Fatalf("%+v: column %s stays: %v", spec, id, stays)
		}
	}
	compare(t, "n and of", [2]int{len(counted), len(there)}, [2]int{m.N, m.Of})
}

func mark(set map[string]bool, ids []string) {
	for _, id := range ids {
		set[id] = true
	}
}
