package questions

import "slices"

// byIssue fills in a matrix of issues. Its cells are counted, class by class of
// propositions, without a name; only where a cell has few positions are they
// looked at again and listed.
func (b *matrixBuilder) byIssue(m *Matrix) {
	rows := make([]issueRow, len(b.holders))
	var talliers []*tallier
	eachShare(len(rows), func() func(int) {
		t := b.newTallier()
		talliers = append(talliers, t)
		return func(i int) { rows[i] = t.row(b.holders[i]) }
	})
	columns := b.mattering(rows)
	for _, column := range columns {
		m.Columns = append(m.Columns, b.layout.columns[column])
	}
	var stay []*holder
	for i := range rows {
		if rows[i].matters() {
			stay = append(stay, b.holders[i])
			cells := make([]Cell, len(columns))
			for k, column := range columns {
				cells[k] = Cell{Issue: &rows[i].cells[column]}
			}
			m.Rows = append(m.Rows, b.row(b.holders[i], cells, rows[i].counted))
		}
	}
	m.N, m.Of = b.totals(talliers, stay, columns)
	b.countColumns(m, talliers, columns)
}

// countColumns counts what counts in each column, each statement once.
func (b *matrixBuilder) countColumns(m *Matrix, talliers []*tallier, columns []int) {
	if !b.shared {
		for _, row := range m.Rows {
			for k, c := range row.Cells {
				m.Columns[k].Counted += c.Issue.N
			}
		}
		return
	}
	n := b.byClass(allCounted(talliers, len(b.s.Statements)))
	for class, on := range b.layout.classes {
		for k, column := range columns {
			if slices.Contains(on, int32(column)) {
				m.Columns[k].Counted += n[class]
			}
		}
	}
}

// allCounted is what the talliers have counted, each statement once.
func allCounted(talliers []*tallier, statements int) marks {
	counted := newMarks(statements)
	for _, t := range talliers {
		counted.add(t.counted)
	}
	return counted
}

// totals counts what counts in some cell, and the statements in some cell of
// these rows and columns, each once.
func (b *matrixBuilder) totals(talliers []*tallier, rows []*holder, columns []int) (n, of int) {
	in := make([]bool, len(b.layout.classes))
	for class, on := range b.layout.classes {
		in[class] = slices.ContainsFunc(on, func(c int32) bool { return slices.Contains(columns, int(c)) })
	}
	if b.shared {
		return allCounted(talliers, len(b.s.Statements)).count(), b.there(rows, in)
	}
	for _, t := range talliers {
		n += t.n
		for class, in := range in {
			if in {
				of += t.of[class]
			}
		}
	}
	return n, of
}

// issueRow is a row on all columns that are shown.
type issueRow struct {
	cells []IssuePosition
	on    []bool // by column: it matters

	counted int // statements, each once
}

func (r *issueRow) matters() bool { return slices.Contains(r.on, true) }

// mattering are the columns that matter to somebody.
func (b *matrixBuilder) mattering(rows []issueRow) []int {
	var columns []int
	for column := range b.layout.columns {
		if slices.ContainsFunc(rows, func(r issueRow) bool { return r.on[column] }) {
			columns = append(columns, column)
		}
	}
	return columns
}

// there counts the statements in some cell of these rows and classes, each
// once.
func (b *matrixBuilder) there(rows []*holder, in []bool) int {
	all := newMarks(len(b.s.Statements))
	var others []marks
	eachShare(len(rows), func() func(int) {
		there := newMarks(len(b.s.Statements))
		others = append(others, there)
		return func(i int) {
			rows[i].hearings(b.c, func(one hearing) {
				if in[b.layout.class[one.proposition]] {
					there.hear(one)
				}
			})
		}
	})
	for _, other := range others {
		all.add(other)
	}
	return all.count()
}
