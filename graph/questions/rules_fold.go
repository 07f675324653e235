package questions

import "math"

// poll counts ballots by sign. Sums are in halves, and exact.
type poll struct {
	oppose, undecided, support int // ballots
	against, inFavour          int // sums of the stances
}

func pollOf(ballots []ballot) poll {
	var p poll
	for _, b := range ballots {
		p.add(b)
	}
	return p
}

func (p *poll) add(b ballot) {
	switch h := b.halves(); {
	case h > 0:
		p.support++
		p.inFavour += h
	case h < 0:
		p.oppose++
		p.against += h
	default:
		p.undecided++
	}
}

// plus adds another poll, so many times; -1 takes it out again.
func (p poll) plus(times int, o poll) poll {
	return poll{p.oppose + times*o.oppose, p.undecided + times*o.undecided, p.support + times*o.support, p.against + times*o.against, p.inFavour + times*o.inFavour}
}

// of is how many ballots have one of some signs.
func (p poll) of(signs sign) int {
	return one(signs&opposing != 0)*p.oppose + one(signs&undeciding != 0)*p.undecided + one(signs&supporting != 0)*p.support
}

func (p *poll) total() float64 { return float64(p.against+p.inFavour) / 2 }

func (p *poll) size() float64 { return float64(p.oppose + p.undecided + p.support) }

func (p *poll) mean() float64 { return p.total() / p.size() }

func (p *poll) bothSigns() bool { return p.oppose > 0 && p.support > 0 }

// latest: those of the newest date decide.
func latest(_ *ruler, ballots []ballot) decision {
	end := 1
	for end < len(ballots) && ballots[end].latest == ballots[0].latest && ballots[end].earliest == ballots[0].earliest {
		end++
	}
	if end == 1 { // nearly always
		return decision{float64(ballots[0].halves()) / 2, end, anySign}
	}
	return together(pollOf(ballots[:end]))
}

// together is the decision of ballots of one date.
func together(p poll) decision {
	d := decision{p.mean(), p.of(anySign), anySign}
	if p.bothSigns() {
		d.value = math.NaN()
	}
	return d
}

// mean: all decide.
func mean(_ *ruler, ballots []ballot) decision {
	return average(pollOf(ballots))
}

func average(p poll) decision { return decision{settled(p), p.of(anySign), anySign} }

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
func majority(_ *ruler, ballots []ballot) decision {
	return mostOf(pollOf(ballots))
}

func mostOf(p poll) decision {
	d := decision{upTo: p.of(anySign)}
	d.signs, d.value = p.most()
	return d
}

// most returns the most numerous sign and the mean of its stances; or, in a tie,
// all such signs, and NaN.
func (p *poll) most() (signs sign, value float64) {
	most := max(p.oppose, p.undecided, p.support)
	for _, side := range [...]struct {
		n, sum int
		sign   sign
	}{{p.oppose, p.against, opposing}, {p.undecided, 0, undeciding}, {p.support, p.inFavour, supporting}} {
		switch {
		case side.n < most:
		case signs == 0:
			signs, value = side.sign, float64(side.sum)/2/float64(most)
		default: // a tie
			signs, value = signs|side.sign, math.NaN()
		}
	}
	return signs, value
}

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
