package network

import (
	"math"
	"strconv"
)

// Matrix is cells by row and column.
type Matrix [][]float64

// MarshalJSON prints arrays of numbers, with null where there is no number:
// JSON has no NaN.
func (m Matrix) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i, row := range m {
		b = append(b, comma(i)...)
		b = append(b, '[')
		for j, x := range row {
			b = append(b, comma(j)...)
			b = appendNumber(b, x)
		}
		b = append(b, ']')
	}
	return append(b, ']'), nil
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

func appendNumber(b []byte, x float64) []byte {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return append(b, "null"...)
	}
	return strconv.AppendFloat(b, x, 'g', -1, 64)
}

// divide divides every cell off the diagonal of a one-mode network, and every
// cell of a two-mode one; a cell whose divisor is 0 is 0.
func (m Matrix) divide(by func(i, j int) float64) {
	for i, row := range m {
		for j := range row {
			switch d := by(i, j); d {
			case 0:
				row[j] = 0
			default:
				row[j] /= d
			}
		}
	}
}

// above sets every cell above the diagonal.
func (m Matrix) above(value func(i, j int) float64) {
	for i := range m {
		for j := i + 1; j < len(m); j++ {
			m[i][j] = value(i, j)
		}
	}
}

// mirror copies what is above the diagonal below it.
func (m Matrix) mirror() {
	for i := range m {
		for j := range i {
			m[i][j] = m[j][i]
		}
	}
}
