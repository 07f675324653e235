package network

import (
	"context"

	"github.com/stancegraph/stancegraph/schema"
)

// MaxCells bounds the cells of one matrix: half a gigabyte of numbers.
const MaxCells = 1 << 26

// matrix computes the network of some of the events that count.
func (p *plan) matrix(ctx context.Context, events []int) (*Result, error) {
	source := p.labelSource(events)
	m := &tallied{spec: p.spec, qualifier: p.qualifier, rows: labelsOf(p.row, source), cols: labelsOf(p.col, source), levels: p.levelsFor(events)}
	if err := m.bounded(); err != nil {
		return nil, err
	}
	m.counts = p.tally(events, m.rows, m.cols, m.levels)
	cells, err := m.cells(ctx)
	if err != nil {
		return nil, err
	}
	r := &Result{Rows: m.rows.names, Cols: m.rows.names, Matrix: cells, Statements: p.distinct(events), Warnings: p.warnings, Left: p.left,
		RowCounts: whole(m.counts.sumsBy(len(m.rows.names), byRow, number))}
	if p.spec.Network == TwoMode {
		r.Cols, r.ColCounts = m.cols.names, whole(m.counts.sumsBy(len(m.cols.names), byCol, number))
	}
	return r, nil
}

// whole are counts as whole numbers, which they are.
func whole(sums []float64) []int {
	list := make([]int, len(sums))
	for i, x := range sums {
		list[i] = int(x)
	}
	return list
}

// tallied is all that a matrix is computed from.
type tallied struct {
	spec       Spec
	qualifier  *Column
	rows, cols labels
	levels     []level
	counts     counts
}

func (m *tallied) cells(ctx context.Context) (Matrix, error) {
	if m.spec.Network == TwoMode {
		return m.twoMode()
	}
	return m.oneMode(ctx)
}

func (m *tallied) bounded() error {
	rows, cols := len(m.rows.names), len(m.rows.names)
	if m.spec.Network == TwoMode {
		cols = len(m.cols.names)
	}
	if rows*cols <= MaxCells {
		return nil
	}
	return schema.Errorf(schema.KindUsage, "filter the statements, or take a variable with fewer values",
		"a network of %d times %d cells is larger than %d", rows, cols, MaxCells)
}

// textual reports whether levels have no distance.
func (m *tallied) textual() bool { return m.qualifier != nil && m.qualifier.Kind == Text }

// distinct counts statements: one that several signed is one.
func (p *plan) distinct(events []int) int {
	seen := make(map[string]bool, len(events))
	for _, e := range events {
		seen[p.table.Events[e].ID] = true
	}
	return len(seen)
}

func newMatrix(rows, cols int) Matrix {
	m, cells := make(Matrix, rows), make([]float64, rows*cols)
	for i := range m {
		m[i] = cells[i*cols : (i+1)*cols : (i+1)*cols]
	}
	return m
}
