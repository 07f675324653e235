package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/schema"
)

// decay weighs every dated ballot with 2^-(age/halfLife). Only ratios of
// weights matter, so that ages are counted from the newest: no weight is lost
// to rounding when all of them are old.
func decay(r *ruler, ballots []ballot) decision {
	dated := len(ballots)
	for dated > 0 && ballots[dated-1].undated() {
		dated--
	}
	if dated == 0 {
		return mean(r, ballots)
	}
	var all poll
	var w faded
	for i := dated - 1; i >= 0; i-- { // of age 0 from the as-of date on
		all.add(ballots[i])
		w.reach(r, min(ballots[i].latest, r.asOf))
		w.now.add(ballots[i])
	}
	return decision{settle(w.mean(), all.bothSigns()), dated, anySign}
}

// faded is the weighted sum of ballots up to a day. It goes from day to day,
// and what is older loses weight with each: so the next day costs the same
// whatever came before. Ballots of one day are summed before they are weighed,
// which makes their order indifferent.
type faded struct {
	day          schema.Day
	now          poll    // of the day
	sum, weights float64 // of what is older, as of the day
}

// reach goes on to a later day, or stays on the same.
func (w *faded) reach(r *ruler, day schema.Day) {
	if day == w.day {
		return
	}
	if sum, weights := w.total(); weights > 0 {
		weight := r.weight(int64(day) - int64(w.day))
		w.sum, w.weights = float64(weight*sum), float64(weight*weights) // not fused: the same on every machine
	}
	w.day, w.now = day, poll{}
}

func (w *faded) total() (sum, weights float64) {
	return w.sum + w.now.total(), w.weights + w.now.size()
}

func (w *faded) mean() float64 {
	sum, weights := w.total()
	return sum / weights
}

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
