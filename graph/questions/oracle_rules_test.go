package questions_test

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// decide applies the rule: who decides, and with what value; NaN is mixed.
func (o oracle) decide(counted []heard) (deciding []heard, value float64) {
	switch o.f.Rule {
	case "mean":
		return counted, cancelled(counted, o.weighted(counted, func(heard) float64 { return 1 }))
	case "majority":
		return majorityOf(counted)
	case "decay":
		return o.decayOf(counted)
	}
	return latestOf(counted)
}

func latestOf(counted []heard) (deciding []heard, value float64) {
	for _, h := range counted {
		newest := true
		for _, other := range counted {
			newest = newest && !later(other.Date, h.Date)
		}
		if newest {
			deciding = append(deciding, h)
		}
	}
	if support, oppose := both(deciding); support && oppose {
		return deciding, math.NaN()
	}
	sum := 0.0
	for _, h := range deciding {
		sum += h.Stance.Value()
	}
	return deciding, sum / float64(len(deciding))
}

// later reports whether a is after b; an unknown date is before all others.
func later(a, b schema.Date) bool {
	if a.IsZero() || b.IsZero() {
		return !a.IsZero() && b.IsZero()
	}
	return a.Latest() > b.Latest() || a.Latest() == b.Latest() && a.Earliest() > b.Earliest()
}

func majorityOf(counted []heard) (deciding []heard, value float64) {
	sides := map[int][]heard{}
	for _, h := range counted {
		sides[h.Stance.Sign()] = append(sides[h.Stance.Sign()], h)
	}
	most := max(len(sides[-1]), len(sides[0]), len(sides[1]))
	ties := 0
	for _, side := range sides {
		if len(side) == most {
			ties++
			deciding = append(deciding, side...)
		}
	}
	if ties > 1 {
		return deciding, math.NaN()
	}
	sum := 0.0
	for _, h := range deciding {
		sum += h.Stance.Value()
	}
	return deciding, sum / float64(most)
}

func (o oracle) decayOf(counted []heard) (deciding []heard, value float64) {
	for _, h := range counted {
		if !h.Date.IsZero() {
			deciding = append(deciding, h)
		}
	}
	if deciding == nil {
		return counted, cancelled(counted, o.weighted(counted, func(heard) float64 { return 1 }))
	}
	halfLife := 90.0
	if o.f.HalfLife != 0 {
		halfLife = float64(o.f.HalfLife)
	}
	age := func(h heard) float64 { return math.Max(0, float64(o.asOf)-float64(h.Date.Latest())) }
	youngest := math.Inf(1)
	for _, h := range deciding {
		youngest = math.Min(youngest, age(h))
	}
	return deciding, cancelled(deciding, o.weighted(deciding, func(h heard) float64 {
		// The definition has age(h) alone. A common factor changes no mean, but
		// keeps the weights of what is all very old away from zero.
		return math.Pow(2, -(age(h)-youngest)/halfLife)
	}))
}

func (o oracle) weighted(list []heard, weight func(heard) float64) float64 {
	var sum, weights float64
	for _, h := range list {
		sum, weights = sum+weight(h)*h.Stance.Value(), weights+weight(h)
	}
	return sum / weights
}

// cancelled is NaN where both signs add up to what would pass for undecided.
func cancelled(list []heard, value float64) float64 {
	if support, oppose := both(list); support && oppose && bandOf(value) == questions.BandUndecided {
		return math.NaN()
	}
	return value
}

func both(list []heard) (support, oppose bool) {
	for _, h := range list {
		support, oppose = support || h.Stance.Value() > 0, oppose || h.Stance.Value() < 0
	}
	return support, oppose
}

// bandOf reads the scale from opposition to support. The margin is for sums
// that are taken in another order than the program does.
func bandOf(value float64) questions.Band {
	const margin = 1e-12
	switch {
	case value <= -0.75+margin:
		return questions.BandOppose
	case value <= -0.25+margin:
		return questions.BandConditionalOppose
	case value < 0.25-margin:
		return questions.BandUndecided
	case value < 0.75-margin:
		return questions.BandConditionalSupport
	}
	return questions.BandSupport
}
