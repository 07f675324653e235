package server

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// The numbers that a matrix is ordered by. A cell on a proposition has the
// value of its position. A cell on an issue has no value; it is ordered by its
// balance: propositions held less those rejected, of all on which there is a
// position that is not mixed. The page "How positions are computed" says so.

// valueIn is the number of a cell; NaN where there is none.
func valueIn(c questions.Cell) float64 {
	switch {
	case c.Position != nil && c.Position.Value != nil:
		return *c.Position.Value
	case c.Issue != nil:
		t := c.Issue.Tally
		if of := t.Held + t.Rejected + t.Undecided; of > 0 {
			return float64(t.Held-t.Rejected) / float64(of)
		}
	}
	return math.NaN()
}

func valuesOf(cells []questions.Cell) []float64 {
	values := make([]float64, len(cells))
	for i, c := range cells {
		values[i] = valueIn(c)
	}
	return values
}

// meanOf is the mean of what is a number; NaN where nothing is.
func meanOf(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if !math.IsNaN(v) {
			sum, n = sum+v, n+1
		}
	}
	return sum / float64(n)
}

// spreadOf is the mean distance of values from their mean: 0 where all say the
// same, 1 where two halves say the opposite.
func spreadOf(values []float64) float64 {
	return distance(values, func(int) float64 { return meanOf(values) })
}

// disagreementOf is the mean distance of a row from the mean of each column.
func disagreementOf(m questions.Matrix, row int) float64 {
	return distance(valuesOf(m.Rows[row].Cells), func(j int) float64 {
		values := make([]float64, len(m.Rows))
		for i := range m.Rows {
			values[i] = valueIn(m.Rows[i].Cells[j])
		}
		return meanOf(values)
	})
}

// likeness of two rows is 1 - |a-b|/2, the mean over the columns on which both
// have a value: 1 where they hold the same, 0 where they hold the opposite.
func likeness(a, b []questions.Cell) float64 {
	other := valuesOf(b)
	return 1 - distance(valuesOf(a), func(i int) float64 { return other[i] })/2
}

// distance is the mean of the absolute differences, over what is a number on
// both sides.
func distance(values []float64, from func(int) float64) float64 {
	sum, n := 0.0, 0
	for i, v := range values {
		if math.IsNaN(v) {
			continue
		}
		if w := from(i); !math.IsNaN(w) {
			sum, n = sum+math.Abs(v-w), n+1
		}
	}
	return sum / float64(n)
}

// tallyIn counts the positions of a cell by kind.
func tallyIn(c questions.Cell) questions.IssueTally {
	if c.Issue != nil {
		return c.Issue.Tally
	}
	var t questions.IssueTally
	switch p := c.Position; {
	case p.Mixed:
		t.Mixed = 1
	case p.Holds():
		t.Held = 1
	case p.Rejects():
		t.Rejected = 1
	case p.Band == questions.BandUndecided:
		t.Undecided = 1
	}
	return t
}
