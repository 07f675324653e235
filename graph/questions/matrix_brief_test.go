package questions_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// A brief matrix is the whole one without the lists that are long.
func TestBriefMatrixCountsWhatTheWholeOneLists(t *testing.T) {
	t.Parallel()
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 3000, Actors: 60, Propositions: 80}).Build()
	day := s.LastDay() - 1500
	counted := 0
	for _, f := range []questions.Filter{{}, {AsOf: &day, Stale: 200}, {Rule: questions.RuleMean, MinStatements: 2, Modes: []string{"quote", "action"}}, {Actors: s.Actors()[:3], Independent: true}} {
		for _, rows := range []questions.Rows{questions.RowsActors, questions.RowsGroups} {
			whole := must(questions.BuildMatrix(s, f, questions.MatrixSpec{Rows: rows}))(t)
			brief := must(questions.BuildMatrix(s, f, questions.MatrixSpec{Rows: rows, Brief: true}))(t)
			for _, row := range whole.Rows {
				for _, c := range row.Cells {
					if ip := c.Issue; ip.Tally.Positions() > questions.ListedMost {
						ip.Listed, ip.Held, ip.Rejected, ip.Undecided, ip.Mixed = false, []questions.Position{}, []questions.Position{}, []questions.Position{}, []questions.Position{}
						counted++
					}
				}
			}
			compare(t, f.Values().Encode(), whole, brief)
		}
	}
	if counted == 0 {
		t.Error("no cell has more positions than a brief matrix lists")
	}
}

// An opened issue by pages has the columns on which most is said first, and
// every column on one page.
func TestMatrixByPagesOfColumns(t *testing.T) {
	t.Parallel()
	eachCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		rows := oneOf(r, questions.RowsActors, questions.RowsGroups)
		spec := questions.MatrixSpec{Rows: rows, Issue: "peace"}
		whole := must(questions.BuildMatrix(s, o.f, spec))(t)
		var ids []string
		fewest := len(o.Statements)
		for spec.Columns, spec.Page = 1, 1; spec.Page <= len(whole.Columns); spec.Page++ {
			m := must(questions.BuildMatrix(s, o.f, spec))(t)
			column := m.Columns[0]
			compare(t, "other columns", len(whole.Columns)-1, m.MoreColumns)
			compare(t, "statements on "+column.ID, o.passingOn(rows, column.ID), column.N)
			if column.N > fewest {
				t.Fatalf("%d statements on %s, %d on a page before", column.N, column.ID, fewest)
			}
			fewest, ids = column.N, append(ids, column.ID)
			at := slices.IndexFunc(whole.Columns, func(c questions.Column) bool { return c.ID == column.ID })
			for i, row := range m.Rows {
				compare(t, row.ID+" on "+column.ID, whole.Rows[i].Cells[at], row.Cells[0])
			}
		}
		slices.Sort(ids)
		if len(ids) != len(whole.Columns) || len(slices.Compact(ids)) != len(ids) {
			t.Fatalf("pages have the columns %v, the whole has %d", ids, len(whole.Columns))
		}
		m := must(questions.BuildMatrix(s, o.f, spec))(t) // past the last
		compare(t, "past the last page", []int{0, len(whole.Columns)}, []int{len(m.Columns), m.MoreColumns})
	})
}

// Some rows and columns have the cells that they have in the whole matrix, and
// the sums are of these alone.
func TestMatrixOfSomeRowsAndColumns(t *testing.T) {
	t.Parallel()
	some := 0
	eachCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		spec := questions.MatrixSpec{Rows: oneOf(r, questions.RowsActors, questions.RowsGroups), Issue: oneOf(r, "", "peace")}
		whole := must(questions.BuildMatrix(s, o.f, spec))(t)
		spec.OnlyRows, spec.OnlyColumns = []string{}, []string{}
		cells := map[[2]string]questions.Cell{}
		counted := map[string]bool{}
		for i, row := range whole.Rows {
			if i%3 == 0 {
				continue
			}
			spec.OnlyRows = append(spec.OnlyRows, row.ID)
			for j, column := range whole.Columns {
				if j%2 == 0 {
					cells[[2]string{row.ID, column.ID}] = row.Cells[j]
					mark(counted, statementsOf(row.Cells[j]))
				}
			}
		}
		for j, column := range whole.Columns {
			if j%2 == 0 {
				spec.OnlyColumns = append(spec.OnlyColumns, column.ID)
			}
		}
		m := must(questions.BuildMatrix(s, o.f, spec))(t)
		compare(t, "n", len(counted), m.N)
		for _, row := range m.Rows {
			for j, column := range m.Columns {
				some++
				want, there := cells[[2]string{row.ID, column.ID}]
				compare(t, row.ID+" on "+column.ID, true, there)
				compare(t, row.ID+" on "+column.ID, want, row.Cells[j])
			}
		}
	})
	if some == 0 {
		t.Error("no cell was compared")
	}
}

// statementsOf are the counted statements of a cell.
func statementsOf(c questions.Cell) (ids []string) {
	if c.Position != nil {
		return c.Position.Statements
	}
	for _, p := range slices.Concat(c.Issue.Held, c.Issue.Rejected, c.Issue.Undecided, c.Issue.Mixed) {
		ids = append(ids, p.Statements...)
	}
	return ids
}

// passingOn counts the statements on a proposition that count in some row on
// some date.
func (o oracle) passingOn(rows questions.Rows, proposition string) int {
	ids := map[string]bool{}
	for _, who := range ledgertest.Actors {
		a, registered := o.Codebook.Actor(who)
		if group := rows == questions.RowsGroups; !group && o.hearsOnly(who) || group && registered && a.Kind.IsGroup() {
			for _, h := range o.pool(who, group, proposition) {
				if o.standing[h.ID] == "" && o.passes(h) {
					ids[h.ID] = true
				}
			}
		}
	}
	return len(ids)
}

// hearsOnly reports whether the filter lets an actor be a row of its own.
func (o oracle) hearsOnly(who string) bool {
	return (len(o.f.Actors) == 0 || slices.Contains(o.f.Actors, who)) && !slices.Contains(o.f.Not.Actors, who)
}

func TestMatrixRefusesNegativePages(t *testing.T) {
	t.Parallel()
	s := ledger.Build(lakeDispute(t), nil, nil)
	_, err := questions.BuildMatrix(s, questions.Filter{}, questions.MatrixSpec{Rows: questions.RowsActors, Columns: -1, Page: -2})
	if want := "columns \"-1\": expected a whole number, 0 or more\npage \"-2\": expected a whole number, 0 or more"; err == nil || cmp.Diff(want, err.Error()) != "" {
		t.Errorf("got %v, want %s", err, want)
	}
}
