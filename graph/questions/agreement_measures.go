package questions

import "github.com/stancegraph/stancegraph/schema"

// Confusion counts units by the stances that two coders gave them: rows are the
// left coder's, columns the right one's, both from -1 to +1 as schema.Stances.
type Confusion [len(schema.Stances)][len(schema.Stances)]int

func (c *Confusion) add(left, right schema.Stance) { c[left-schema.Oppose][right-schema.Oppose]++ }

// Coefficient is a measure of agreement on the units of both. Of those that
// correct for chance, alpha and kappa, 1 is perfect agreement, 0 what chance
// would give, below 0 systematic disagreement.
type Coefficient struct {
	Value     *float64 `json:"value"`     // null where it is not defined
	Undefined string   `json:"undefined"` // why not; "" where it is
}

// The reasons why a coefficient is not defined.
const (
	NoCommonUnits = "no unit was coded by both"
	NoVariation   = "all values are the same, so that chance would agree as well"
)

// Same is the share of units with one stance, from 0 to 1: what coefficients
// correct for chance.
func (c *Confusion) Same() Coefficient {
	total, same := 0, 0
	for i, row := range c {
		same += row[i]
		for _, n := range row {
			total += n
		}
	}
	if total == 0 {
		return Coefficient{Undefined: NoCommonUnits}
	}
	value := float64(same) / float64(total)
	return Coefficient{Value: &value}
}

// Kappa is Cohen's kappa, unweighted: (o-e)/(1-e) with the share o of one
// stance, and the share e that two coders would have who give each stance as
// often as these do, by chance (J. Cohen, A Coefficient of Agreement for
// Nominal Scales, 1960). Alpha has one distribution of stances for both.
func (c *Confusion) Kappa() Coefficient {
	same := c.Same()
	if same.Value == nil {
		return same
	}
	var left, right [len(schema.Stances)]int
	total, expected := 0, 0
	for i, row := range c {
		for j, n := range row {
			left[i] += n
			right[j] += n
			total += n
		}
	}
	for i := range left {
		expected += left[i] * right[i]
	}
	if expected == total*total {
		return Coefficient{Undefined: NoVariation}
	}
	e := float64(expected) / float64(total) / float64(total)
	value := (*same.Value - e) / (1 - e)
	return Coefficient{Value: &value}
}

// Nominal is alpha where two stances are either the same or not.
func (c *Confusion) Nominal() Coefficient {
	return c.alpha(func(_ [len(schema.Stances)]int, _, _ int) float64 { return 1 })
}

// Ordinal is alpha where stances are ranks: the squared distance of two values
// is that of K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011:
// the square of the number of values from one to the other, the two ends by half.
func (c *Confusion) Ordinal() Coefficient {
	return c.alpha(func(n [len(schema.Stances)]int, i, j int) float64 {
		between := -float64(n[i]+n[j]) / 2
		for _, k := range n[i : j+1] {
			between += float64(k)
		}
		return between * between
	})
}

// alpha is 1 - (n-1) * sum(o*d) / sum(n_i*n_j*d) over the pairs i < j, with the
// coincidences o of two coders without missing values: every unit counts twice,
// once in each order (Krippendorff 2011).
func (c *Confusion) alpha(distance func(n [len(schema.Stances)]int, i, j int) float64) Coefficient {
	var n [len(schema.Stances)]int
	total := 0
	for i := range c {
		for j := range c[i] {
			n[i] += c[i][j]
			n[j] += c[i][j]
			total += 2 * c[i][j]
		}
	}
	var observed, expected float64
	for i := range n {
		for j := i + 1; j < len(n); j++ {
			d := distance(n, i, j)
			observed += float64(c[i][j]+c[j][i]) * d
			expected += float64(n[i]) * float64(n[j]) * d
		}
	}
	switch {
	case total == 0:
		return Coefficient{Undefined: NoCommonUnits}
	case expected == 0:
		return Coefficient{Undefined: NoVariation}
	}
	value := 1 - float64(total-1)*observed/expected
	return Coefficient{Value: &value}
}
