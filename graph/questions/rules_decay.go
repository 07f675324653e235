package questions

import "math"

// decay weighs every dated ballot with 2^-(age/halfLife). Only ratios of
// weights matter, so that ages are counted from the newest: no weight is lost
// to rounding when all of them are old. Ballots of one age are summed before
// they are weighed, which makes their order indifferent.
func decay(r *ruler, ballots []ballot) decision {
	dated := len(ballots)
	for dated > 0 && ballots[dated-1].undated() {
		dated--
	}
	if dated == 0 {
		return mean(r, ballots)
	}
	var sum, weights float64
	var all poll
	newest := r.age(ballots[0])
	for i := 0; i < dated; {
		age := r.age(ballots[i])
		var p poll
		for ; i < dated && r.age(ballots[i]) == age; i++ {
			p.add(ballots[i])
			all.add(ballots[i])
		}
		weight := r.weight(age - newest)
		sum += float64(weight * p.total()) // not fused: the same on every machine
		weights += float64(weight * p.size())
	}
	return decision{settle(sum/weights, all.bothSigns()), dated, anySign}
}

// age is the number of days from a ballot's latest day to the as-of date; 0
// where that is not before it.
func (r *ruler) age(b ballot) int64 { return max(0, int64(r.asOf)-int64(b.latest)) }

func (r *ruler) weight(days int64) float64 {
	if days < int64(len(r.weights)) {
		return r.weights[days]
	}
	return math.Exp2(-float64(days) / r.halfLife)
}

// remember computes the weights of some thousand days once, for many decisions.
func (r *ruler) remember() {
	weights := make([]float64, 1<<13)
	for days := range weights {
		weights[days] = math.Exp2(-float64(days) / r.halfLife)
	}
	r.weights = weights
}
