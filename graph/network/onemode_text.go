package network

// textWeigher is the rule for texts, which have no distance: congruence counts
// pairs on the same level. Conflict counts the statements of either row on a
// level that the other has not, also on columns that the other never mentions.
// That is all statements of both less those on common levels; what is
// subtracted is known here, addLone adds the rest.
func (m *tallied) textWeigher() func(a, b counts) float64 {
	same := func(a, b counts) float64 { return onCommonLevels(a, b, func(x, y float64) float64 { return x * y }) }
	both := func(a, b counts) float64 { return onCommonLevels(a, b, func(x, y float64) float64 { return x + y }) }
	switch m.spec.Aggregation {
	case Congruence:
		return same
	case Conflict:
		return func(a, b counts) float64 { return -both(a, b) }
	}
	return func(a, b counts) float64 { return same(a, b) + both(a, b) }
}

// addLone adds the statements of both rows to conflict, and takes them from
// congruence less conflict.
func (m *tallied) addLone(cells Matrix) {
	weight := map[Aggregation]float64{Conflict: 1, Subtract: -1}[m.spec.Aggregation]
	if weight == 0 {
		return
	}
	activity := m.activity()
	cells.above(func(i, j int) float64 { return cells[i][j] + weight*(activity[i]+activity[j]) })
}

// activity is A of every row.
func (m *tallied) activity() []float64 {
	return m.counts.sumsBy(len(m.rows.names), byRow, number)
}

// onCommonLevels sums over the levels that both rows have on one column.
func onCommonLevels(a, b counts, f func(x, y float64) float64) (sum float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].level < b[j].level:
			i++
		case a[i].level > b[j].level:
			j++
		default:
			sum += f(a[i].n, b[j].n)
			i++
			j++
		}
	}
	return sum
}
