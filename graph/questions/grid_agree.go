package questions

import "math"

// PairAgreement is how far the positions of two rows of a grid agree.
type PairAgreement struct {
	A, B   int     // rows, A before B
	Shared int     // propositions on which both have a value
	Value  float64 // 1 where they hold the same throughout, 0 where they hold the opposite; NaN where Shared is 0
}

// Agreements compares every two rows. Their agreement is 1 - |a-b|/2, the mean
// over the propositions on which both have a value: those on which one is mixed
// or silent say nothing about the two.
func (g *Grid) Agreements() []PairAgreement {
	rows := g.stands()
	pairs := make([]PairAgreement, 0, len(rows)*max(0, len(rows)-1)/2)
	for a := range rows {
		for b := a + 1; b < len(rows); b++ {
			shared, value := agreeing(rows[a], rows[b])
			pairs = append(pairs, PairAgreement{a, b, shared, value})
		}
	}
	return pairs
}

// stand is a position as far as it has a value.
type stand struct{ value, has float64 } // has is 1, or 0

func (g *Grid) stands() [][]stand {
	all := make([]stand, len(g.Cells))
	for i := range g.Cells {
		if value, ok := g.Cells[i].Value(); ok {
			all[i] = stand{value, 1}
		}
	}
	width := len(g.Propositions)
	rows := make([][]stand, len(g.Actors))
	for i := range rows {
		rows[i] = all[i*width : (i+1)*width]
	}
	return rows
}

// agreeing multiplies where it could ask who has a value: the answer would be
// guessed wrong too often.
func agreeing(a, b []stand) (shared int, value float64) {
	var apart, both float64
	for i, x := range a {
		has := x.has * b[i].has
		apart += has * math.Abs(x.value-b[i].value)
		both += has
	}
	return int(both), 1 - apart/2/both
}
