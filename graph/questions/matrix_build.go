package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// BuildMatrix returns the matrix that is asked for. Rows are in the order of
// the codebook, unregistered actors after them by ID; columns likewise. A row
// or column is left out when no statement of it passes the filter on any
// as-of date.
//
// Errors are of kind usage for a bad filter or spec, not-found for an issue
// that does not exist.
func BuildMatrix(s *ledger.Snapshot, f Filter, spec MatrixSpec) (Matrix, error) {
	m := Matrix{AsOf: f.asOf(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Issue: spec.Issue, Version: s.Version, Rows: []Row{}, Columns: []Column{}}
	if err := spec.check(s, f); err != nil {
		return m, err
	}
	b := newMatrixBuilder(s, f, spec)
	m.Columns = append(m.Columns, b.columns()...)
	for _, row := range b.rows() {
		for _, c := range m.Columns {
			row.Cells = append(row.Cells, b.cell(row.ID, c.ID))
		}
		m.Rows = append(m.Rows, row)
	}
	m.N, m.Of = countOf(b.counted), countOf(b.there)
	return m, nil
}

func (spec MatrixSpec) check(s *ledger.Snapshot, f Filter) error {
	if err := f.Check(); err != nil {
		return err
	}
	if spec.Rows != RowsGroups && spec.Rows != RowsActors {
		r := &reader{name: "rows"}
		r.choice([]string{string(spec.Rows)}, []string{string(RowsGroups), string(RowsActors)})
		return r.err()
	}
	if spec.Issue == "" {
		return nil
	}
	return known("issue", spec.Issue, issueNames(s))
}

// known is an error of kind not-found when an ID names nothing.
func known(what, id string, all named) error {
	if _, ok := all[id]; ok {
		return nil
	}
	return schema.Errorf(schema.KindNotFound, "check the ID", "no %s %q%s", what, id, near(id, all))
}

// matrixBuilder knows the rows and columns while cells are computed.
type matrixBuilder struct {
	s              *ledger.Snapshot
	f              Filter
	spec           MatrixSpec
	sieve          *sieve
	groups         map[string]map[string][]voice // pools of rows of groups, by row and proposition
	all            []Column                      // every column there may be
	under          map[string][]Column           // the propositions of each column
	counted, there []bool                        // by place: statements that count in some cell, statements in some cell
}

func newMatrixBuilder(s *ledger.Snapshot, f Filter, spec MatrixSpec) *matrixBuilder {
	b := &matrixBuilder{s: s, f: f, spec: spec, sieve: newSieve(s, f), under: map[string][]Column{},
		counted: make([]bool, len(s.Statements)), there: make([]bool, len(s.Statements))}
	b.all = spec.columns(s, f)
	for _, c := range b.all {
		b.under[c.ID] = []Column{c}
		if spec.Issue == "" {
			b.under[c.ID] = propositionColumns(s, c.ID)
		}
	}
	if spec.Rows == RowsGroups {
		b.groups = groupPools(s, b.propositions())
	}
	return b
}

// pool returns what bears on a cell.
func (b *matrixBuilder) pool(who, proposition string) []voice {
	if b.spec.Rows == RowsGroups {
		return b.groups[who][proposition]
	}
	return pool(b.s, who, false, proposition)
}

// columns are all that there may be: issues, or the propositions of the opened
// issue. Asked for some issues, a proposition must not show in another of its own.
func (spec MatrixSpec) columns(s *ledger.Snapshot, f Filter) []Column {
	if spec.Issue != "" {
		return propositionColumns(s, spec.Issue)
	}
	return slices.DeleteFunc(issueColumns(s), func(c Column) bool { return !allowed(f.Issues, f.Not.Issues, c.ID) })
}

// matters reports whether a column matters to somebody in a row: whether, on
// some date, a statement counts.
func (b *matrixBuilder) matters(who string, c Column) bool {
	return slices.ContainsFunc(b.under[c.ID], func(p Column) bool {
		return b.anyPasses(who, p.ID, true)
	})
}

// anyPasses reports whether a statement of a pool passes the filter and, where
// that is asked, stands.
func (b *matrixBuilder) anyPasses(who, proposition string, standing bool) bool {
	if b.spec.Rows == RowsGroups {
		return slices.ContainsFunc(b.groups[who][proposition], func(v voice) bool {
			return (!standing || v.standing(b.s) == ledger.Stands) && b.f.matches(b.s, v)
		})
	}
	a, known := b.sieve.c.Actors.Code(who)
	p, said := b.sieve.c.Propositions.Code(proposition)
	return known && said && b.sieve.anyOwn(a, p, standing)
}

// columns are those that matter to somebody.
func (b *matrixBuilder) columns() []Column {
	rows := b.everybody()
	return slices.DeleteFunc(slices.Clone(b.all), func(c Column) bool {
		return !slices.ContainsFunc(rows, func(who string) bool { return b.matters(who, c) })
	})
}

func (b *matrixBuilder) cell(who, column string) Cell {
	if b.spec.Issue != "" {
		p := b.position(who, column, b.spec.Issue)
		return Cell{Position: &p}
	}
	ip := newIssuePosition(who, b.spec.Rows == RowsGroups, column)
	for _, c := range b.under[column] {
		ip.add(b.position(who, c.ID, column))
	}
	return Cell{Issue: &ip}
}

func (b *matrixBuilder) position(who, proposition, issue string) Position {
	v := judge(b.s, b.f, b.pool(who, proposition))
	for _, one := range v.counted {
		b.counted[one.at], b.there[one.at] = true, true
	}
	for _, one := range v.leftOut {
		b.there[one.at] = true
	}
	return position(b.s, b.f, Position{Actor: who, Group: b.spec.Rows == RowsGroups, Issue: issue, Proposition: proposition}, v)
}

func countOf(set []bool) int {
	n := 0
	for _, in := range set {
		n += one(in)
	}
	return n
}
