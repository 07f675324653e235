package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/schema"
)

// poll counts ballots by sign. Sums are in halves, and exact.
type poll struct {
	n   [3]int
	sum [3]int
}

func pollOf(ballots []ballot) poll {
	var p poll
	for _, b := range ballots {
		sign := b.sign()
		p.n[sign]++
		p.sum[sign] += b.halves()
	}
	return p
}

func (p poll) mean() float64 {
	return float64(p.sum[0]+p.sum[2]) / 2 / float64(p.n[0]+p.n[1]+p.n[2])
}

func (p poll) bothSigns() bool { return p.n[0] > 0 && p.n[2] > 0 }

// latest: those of the newest date decide.
func latest(ballots []ballot) decision {
	end := 1
	for end < len(ballots) && ballots[end].latest == ballots[0].latest && ballots[end].earliest == ballots[0].earliest {
		end++
	}
	p := pollOf(ballots[:end])
	if p.bothSigns() {
		return decision{math.NaN(), end, anySign}
	}
	return decision{p.mean(), end, anySign}
}

// settled is the mean of a poll or, where support and opposition cancel out to
// something that would pass for undecided, NaN.
func settled(p poll) float64 { return settle(p.mean(), p.bothSigns()) }

func settle(value float64, bothSigns bool) float64 {
	if bothSigns && bandOf(value) == BandUndecided {
		return math.NaN()
	}
	return value
}

// majority: the sign that most have decides, with the mean of their stances.
func majority(ballots []ballot) decision {
	p := pollOf(ballots)
	d := decision{value: math.NaN(), upTo: len(ballots)}
	most := max(p.n[0], p.n[1], p.n[2])
	winners := 0
	for sign, n := range p.n {
		if n == most {
			d.signs[sign], d.value = true, float64(p.sum[sign])/2/float64(n)
			winners++
		}
	}
	if winners > 1 {
		d.value = math.NaN()
	}
	return d
}

// decay weighs every dated ballot with 2^-(age/halfLife). Only ratios of
// weights matter, so that ages are counted from the newest: no weight is lost
// to rounding when all of them are old. Ballots of one age are summed before
// they are weighed, which makes their order indifferent.
func decay(ballots []ballot, asOf schema.Day, halfLife float64) decision {
	dated := len(ballots)
	for dated > 0 && ballots[dated-1].undated() {
		dated--
	}
	if dated == 0 {
		return decision{settled(pollOf(ballots)), len(ballots), anySign}
	}
	var sum, weights float64
	newest := age(ballots[0], asOf)
	for i := 0; i < dated; {
		end := i + 1
		for end < dated && age(ballots[end], asOf) == age(ballots[i], asOf) {
			end++
		}
		p := pollOf(ballots[i:end])
		weight := math.Exp2(-float64(age(ballots[i], asOf)-newest) / halfLife)
		sum += float64(weight * float64(p.sum[0]+p.sum[2]) / 2) // not fused: the same on every machine
		weights += float64(weight * float64(end-i))
		i = end
	}
	return decision{settle(sum/weights, pollOf(ballots[:dated]).bothSigns()), dated, anySign}
}

// age is the number of days from a ballot's latest day to the as-of date; 0
// where that is not before it.
func age(b ballot, asOf schema.Day) int64 { return max(0, int64(asOf)-int64(b.latest)) }

// bandOf puts a value into words.
func bandOf(value float64) Band {
	switch {
	case value >= 0.75:
		return BandSupport
	case value >= 0.25:
		return BandConditionalSupport
	case value <= -0.75:
		return BandOppose
	case value <= -0.25:
		return BandConditionalOppose
	}
	return BandUndecided
}
