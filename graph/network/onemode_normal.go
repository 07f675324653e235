package network

import "math"

// normalizeOneMode divides a symmetric matrix. shared is needed for Jaccard.
func (m *tallied) normalizeOneMode(cells, shared Matrix) {
	if m.spec.Normalization == No {
		return
	}
	activity, lengths := m.activity(), m.lengths()
	cells.divide(func(i, j int) float64 {
		switch m.divisor() {
		case Average:
			return (activity[i] + activity[j]) / 2
		case Jaccard:
			return activity[i] + activity[j] + shared[min(i, j)][max(i, j)]
		case Cosine:
			return activity[i] * activity[j]
		}
		return lengths[i] * lengths[j]
	})
}

// divisor is the normalization as it is computed. What DNA calls cosine is the
// product of activities; the cosine is of the lengths of the vectors.
func (m *tallied) divisor() Normalization {
	if m.spec.Normalization == Cosine && !m.spec.Compat {
		return CosineFixed
	}
	return m.spec.Normalization
}

// lengths is the length of the vector a of every row, over columns and levels.
func (m *tallied) lengths() []float64 {
	squares := m.counts.sumsBy(len(m.rows.names), byRow, func(x count) float64 { return x.n * x.n })
	for i, s := range squares {
		squares[i] = math.Sqrt(s)
	}
	return squares
}

// sharedMatrix holds the sums of common; nil unless they are needed.
func (m *tallied) sharedMatrix() Matrix {
	if m.spec.Normalization != Jaccard {
		return nil
	}
	return newMatrix(len(m.rows.names), len(m.rows.names))
}

// common is what the divisor of Jaccard has beside all statements of both rows:
// statements alone on their level count once and make up the rest of the sum,
// those on a common level count as the product of both instead.
func common(a, b counts) float64 {
	return onCommonLevels(a, b, func(x, y float64) float64 { return x*y - x - y })
}
