package questions

import (
	"cmp"
	"slices"
)

// byProposition fills in the matrix of an opened issue: first it finds the rows
// and columns that matter, then the cells of those that are on the page.
func (b *matrixBuilder) byProposition(m *Matrix) {
	rows, columns := b.mattered()
	columns, m.MoreColumns = b.page(columns)
	place := make([]int, len(b.layout.classes)) // in a row, by class, plus 1: a class is a column here
	for k, one := range columns {
		place[one.class] = k + 1
		column := b.layout.columns[one.column]
		column.N = one.n
		m.Columns = append(m.Columns, column)
	}
	m.Rows = make([]Row, len(rows))
	counted, there := newMarks(len(b.s.Statements)), newMarks(len(b.s.Statements))
	var sets []marks
	eachShare(len(rows), func() func(int) {
		p, n, of := newPanel(b.s, b.f), newMarks(len(b.s.Statements)), newMarks(len(b.s.Statements))
		sets = append(sets, n, of)
		return func(i int) {
			cells := b.cells(p, rows[i], m.Columns, place, n, of)
			m.Rows[i] = b.row(rows[i], cells, countedIn(cells))
		}
	})
	for i := 0; i < len(sets); i += 2 {
		counted.add(sets[i])
		there.add(sets[i+1])
	}
	m.N, m.Of = counted.count(), there.count()
	on := b.byClass(counted)
	for k, one := range columns {
		m.Columns[k].Counted = on[one.class]
	}
}

// countedIn is what counts in the cells of a row on propositions, of which a
// statement has one.
func countedIn(cells []Cell) int {
	n := 0
	for _, c := range cells {
		n += c.Position.N
	}
	return n
}

// onPage is a column that matters.
type onPage struct {
	class  uint32
	column int
	n      int // its statements that pass
}

// mattered is passing, remembered for all days and rules: what counts on some
// date does not depend on them.
func (b *matrixBuilder) mattered() (rows []*holder, columns []onPage) {
	if b.spec.some() {
		return b.passing()
	}
	type both struct {
		rows    []*holder
		columns []onPage
	}
	found := remembered(b.s, "passing", b.f.timeless(), string(b.spec.Rows)+" "+b.spec.Issue, func() both {
		rows, columns := b.passing()
		return both{rows, columns}
	})
	return found.rows, found.columns
}

// passing finds the rows and columns to which a statement matters: one that
// counts on some date.
func (b *matrixBuilder) passing() (rows []*holder, columns []onPage) {
	matters := make([]bool, len(b.holders))
	all := newMarks(len(b.s.Statements))
	var others []marks
	eachShare(len(b.holders), func() func(int) {
		z, pass := newSieve(b.s, b.f), newMarks(len(b.s.Statements))
		others = append(others, pass)
		return func(i int) {
			b.hearings(b.holders[i], func(_ uint32, pool hearing) {
				for m := range pool.all() {
					if at := int(m.at); z.why(at, pool.proposition, m.speaker(), m.signed()).mayMatter() {
						pass.set(at)
						matters[i] = true
					}
				}
			})
		}
	})
	for _, other := range others {
		all.add(other)
	}
	for i, h := range b.holders {
		if matters[i] {
			rows = append(rows, h)
		}
	}
	return rows, b.passed(all)
}

// passed are the columns that have some of the statements, and how many.
func (b *matrixBuilder) passed(statements marks) []onPage {
	n := b.byClass(statements)
	var columns []onPage
	for class, on := range b.layout.classes {
		if n[class] > 0 {
			columns = append(columns, onPage{uint32(class), int(on[0]), n[class]})
		}
	}
	slices.SortFunc(columns, func(a, b onPage) int { return a.column - b.column })
	return columns
}

// byClass is how many of the statements are on a proposition of each class that
// has a shown column.
func (b *matrixBuilder) byClass(statements marks) []int {
	n := make([]int, len(b.layout.classes))
	for p, class := range b.layout.class {
		if !b.skip[class] {
			for _, run := range b.c.OnProposition(uint32(p)) {
				n[class] += statements.countBetween(b.c.Bounds(int(run)))
			}
		}
	}
	return n
}

// page picks the columns that are asked for, in the order of all, and says how
// many there are besides.
func (b *matrixBuilder) page(all []onPage) (some []onPage, more int) {
	if b.spec.Columns == 0 {
		return all, 0
	}
	byNumber := slices.Clone(all)
	slices.SortStableFunc(byNumber, func(a, b onPage) int { return cmp.Compare(b.n, a.n) })
	from := min(len(all), (max(1, b.spec.Page)-1)*b.spec.Columns)
	some = byNumber[from:min(len(all), from+b.spec.Columns)]
	slices.SortFunc(some, func(a, b onPage) int { return a.column - b.column })
	return some, len(all) - len(some)
}

// cells fills in a row, and marks what counts in it and what there is.
func (b *matrixBuilder) cells(p *panel, h *holder, columns []Column, place []int, counted, there marks) []Cell {
	cells := make([]Cell, len(columns))
	b.hearings(h, func(class uint32, one hearing) {
		k := place[class]
		if k == 0 {
			return
		}
		p.judge(one)
		for _, ballot := range p.ballots {
			counted.set(int(ballot.at))
		}
		there.hear(one)
		position := b.position(p, h, b.spec.Issue)
		cells[k-1].Position = &position
	})
	for k, c := range columns {
		if cells[k].Position == nil {
			position := positionOf(b.s, b.f, Position{Actor: h.id, Group: b.spec.Rows == RowsGroups, Issue: b.spec.Issue, Proposition: c.ID}, nil, []LeftOut{})
			cells[k].Position = &position
		}
	}
	return cells
}
