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
	m.N, m.Of = len(b.counted), len(b.there)
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

// matrixBuilder holds every pool of the rows, judged, while cells are computed.
type matrixBuilder struct {
	s        *ledger.Snapshot
	f        Filter
	spec     MatrixSpec
	verdicts map[string]map[string]verdict // by row and proposition
	all      []Column                      // every column there may be
	under    map[string][]Column           // the propositions of each column
	counted  map[string]bool               // IDs of statements that count in some cell
	there    map[string]bool               // IDs of statements in some cell
}

func newMatrixBuilder(s *ledger.Snapshot, f Filter, spec MatrixSpec) *matrixBuilder {
	b := &matrixBuilder{s: s, f: f, spec: spec, verdicts: map[string]map[string]verdict{}, under: map[string][]Column{},
		counted: map[string]bool{}, there: map[string]bool{}}
	for who, byProposition := range pools(s, spec.Rows) {
		b.verdicts[who] = map[string]verdict{}
		for p, voices := range byProposition {
			b.verdicts[who][p] = judge(s, f, voices)
		}
	}
	b.all = spec.columns(s, f)
	for _, c := range b.all {
		b.under[c.ID] = []Column{c}
		if spec.Issue == "" {
			b.under[c.ID] = propositionColumns(s, c.ID)
		}
	}
	return b
}

// columns are all that there may be: issues, or the propositions of the opened
// issue. Asked for some issues, a proposition must not show in another of its own.
func (spec MatrixSpec) columns(s *ledger.Snapshot, f Filter) []Column {
	if spec.Issue != "" {
		return propositionColumns(s, spec.Issue)
	}
	return slices.DeleteFunc(issueColumns(s), func(c Column) bool { return !listed(f.Issues, c.ID) })
}

// matters reports whether a column matters to somebody in a row.
func (b *matrixBuilder) matters(who string, c Column) bool {
	return slices.ContainsFunc(b.under[c.ID], func(p Column) bool { return b.verdicts[who][p.ID].matters() })
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
	v := b.verdicts[who][proposition]
	for _, one := range v.counted {
		b.counted[one.ID], b.there[one.ID] = true, true
	}
	for _, one := range v.leftOut {
		b.there[one.ID] = true
	}
	return position(b.s, b.f, Position{Actor: who, Group: b.spec.Rows == RowsGroups, Issue: issue, Proposition: proposition}, v)
}
