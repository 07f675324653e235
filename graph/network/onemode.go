package network

import (
	"context"
	"math"
)

// oneMode is rows against rows, compared over the columns.
func (m *tallied) oneMode(ctx context.Context) (Matrix, error) {
	n := len(m.rows.names)
	cells, shared := newMatrix(n, n), m.sharedMatrix()
	weigh := m.weigher()
	for column := range m.counts.columns {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		eachPair(column, func(a, b counts) {
			cells[a[0].row][b[0].row] += weigh(a, b)
			if shared != nil {
				shared[a[0].row][b[0].row] += common(a, b)
			}
		})
	}
	m.finish(cells)
	cells.mirror()
	m.normalizeOneMode(cells, shared)
	return cells, nil
}

// eachPair calls f with the counts of every two rows of a column, the row that
// comes first in a.
func eachPair(column counts, f func(a, b counts)) {
	var rows []counts
	for r := range column.rows {
		for _, earlier := range rows {
			f(earlier, r)
		}
		rows = append(rows, r)
	}
}

// weigher returns what two rows have in common on one column.
func (m *tallied) weigher() func(a, b counts) float64 {
	switch {
	case m.spec.Aggregation == Ignore:
		return func(a, b counts) float64 { return a.sum() * b.sum() }
	case m.textual():
		return m.textWeigher()
	}
	return m.numberWeigher()
}

// numberWeigher weighs each pair of statements by how near their levels are.
func (m *tallied) numberWeigher() func(a, b counts) float64 {
	r := spread(m.levels)
	return func(a, b counts) (w float64) {
		for _, x := range a {
			for _, y := range b {
				w += x.n * y.n * m.agreement(m.distance(x, y, r))
			}
		}
		return w
	}
}

// distance is |q(k)-q(l)|/R. Where there is one level all are at one place.
func (m *tallied) distance(x, y count, r float64) float64 {
	if r == 0 {
		return 0
	}
	return math.Abs(m.levels[x.level].number-m.levels[y.level].number) / r
}

func (m *tallied) agreement(distance float64) float64 {
	switch m.spec.Aggregation {
	case Congruence:
		return 1 - distance
	case Conflict:
		return distance
	}
	return 1 - 2*distance
}

// finish adds what does not come from single columns.
func (m *tallied) finish(cells Matrix) {
	switch {
	case m.spec.Aggregation == Ignore:
	case m.textual():
		m.addLone(cells)
	case m.spec.Compat && spread(m.levels) == 0 && len(m.counts) > 0:
		// DNA divides by R, which is 0, whether rows share a column or not.
		cells.above(func(_, _ int) float64 { return math.NaN() })
	}
}
