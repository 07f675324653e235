package network

import (
	"math"

	"github.com/stancegraph/stancegraph/schema"
)

// twoMode is rows against columns.
func (m *tallied) twoMode() (Matrix, error) {
	cells := newMatrix(len(m.rows.names), len(m.cols.names))
	if m.spec.Aggregation == Combine {
		if err := m.codable(); err != nil {
			return nil, err
		}
	}
	for column := range m.counts.columns {
		for cell := range column.rows {
			cells[cell[0].row][cell[0].col] = m.cell(cell)
		}
	}
	m.normalizeTwoMode(cells)
	return cells, nil
}

// cell is the value of the counts of one row and column.
func (m *tallied) cell(cell counts) float64 {
	switch m.spec.Aggregation {
	case Subtract:
		return m.net(cell)
	case Combine:
		return m.code(cell)
	}
	return cell.sum()
}

// net is the sum of the numbers of the levels; a text has none to subtract.
func (m *tallied) net(cell counts) (net float64) {
	if m.textual() {
		return cell.sum()
	}
	for _, x := range cell {
		net += m.levels[x.level].number * x.n
	}
	return net
}

// code is a number with one bit for each level that occurs, the first level
// being the highest bit: for a boolean 1 is yes only, 2 no only, 3 both.
func (m *tallied) code(cell counts) float64 {
	if m.spec.Compat {
		return m.code32(cell)
	}
	var code float64
	for _, x := range cell {
		code += math.Ldexp(1, len(m.levels)-1-int(x.level))
	}
	return code
}

// code32 overflows past 30 levels as DNA does: a bit that does not fit becomes
// the largest 32-bit integer, and sums wrap around.
func (m *tallied) code32(cell counts) float64 {
	var code int32
	for _, x := range cell {
		code += int32(min(math.Ldexp(1, len(m.levels)-1-int(x.level)), math.MaxInt32))
	}
	return float64(code)
}

// maxLevels is how many levels a code holds exactly in a float64.
const maxLevels = 53

func (m *tallied) codable() error {
	if len(m.levels) <= maxLevels || m.spec.Compat {
		return nil
	}
	return schema.Errorf(schema.KindUsage, "use another aggregation, or a qualifier with fewer levels",
		"combine has codes for %d levels, %s has %d", maxLevels, m.spec.Qualifier, len(m.levels))
}

func (m *tallied) normalizeTwoMode(cells Matrix) {
	switch m.spec.Normalization {
	case Activity:
		divisors := m.divisors(cells, len(cells), func(i, _ int) int { return i }, byRow)
		cells.divide(func(i, _ int) float64 { return divisors[i] })
	case Prominence:
		divisors := m.divisors(cells, len(m.cols.names), func(_, j int) int { return j }, byCol)
		cells.divide(func(_, j int) float64 { return divisors[j] })
	}
}

// divisors are the statements of each row or column or, where cells are codes,
// its cells that are not 0. DNA 3.1 swaps rows and columns in the second case
// for prominence, and fails or gives numbers without meaning; compat has the
// meant ones, too.
func (m *tallied) divisors(cells Matrix, size int, side func(i, j int) int, place func(count) int32) []float64 {
	if m.spec.Aggregation != Combine {
		return m.counts.sumsBy(size, place, number)
	}
	divisors := make([]float64, size)
	for i, row := range cells {
		for j, x := range row {
			if x > 0 {
				divisors[side(i, j)]++
			}
		}
	}
	return divisors
}
