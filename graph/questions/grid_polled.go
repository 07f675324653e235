package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/schema"
)

// polled is a poll of at most mostSifted statements in one word: how many
// support and oppose, and how much they do, in halves. Sums that run on over
// more are as good: the difference of two is right.
type polled uint64

// polledOf is the poll of one statement of a stance.
var polledOf = func() (all [8]polled) {
	for _, stance := range schema.Stances {
		switch h := (ballot{stance: stance}).halves(); {
		case h > 0:
			all[stance] = 1 | polled(h)<<32
		case h < 0:
			all[stance] = 1<<16 | polled(-h)<<48
		}
	}
	return all
}()

func (p polled) support() int  { return int(p & math.MaxUint16) }
func (p polled) oppose() int   { return int(p >> 16 & math.MaxUint16) }
func (p polled) inFavour() int { return int(p >> 32 & math.MaxUint16) }
func (p polled) against() int  { return int(p >> 48) }

// settled is settled of a poll of n.
func (p polled) settled(n int) float64 {
	value := float64(p.inFavour()-p.against()) / 2 / float64(n)
	return value + orMixed[one(p.support() > 0)&one(p.oppose() > 0)&one(math.Abs(value) < 0.25)]
}

// most is that of a poll of n.
func (p polled) most(n int) (signs sign, value float64) {
	support, oppose := p.support(), p.oppose()
	undecided := n - support - oppose
	most := max(support, undecided, oppose)
	in, un, against := one(support == most), one(undecided == most), one(oppose == most)
	value = float64(in*p.inFavour()-against*p.against()) / 2 / float64(most)
	return sign(in)*supporting | sign(un)*undeciding | sign(against)*opposing, value + orMixed[one(in+un+against > 1)]
}

// of is how many have one of some signs.
func (p polled) of(signs sign, n int) int {
	return one(signs&supporting != 0)*p.support() + one(signs&opposing != 0)*p.oppose() + one(signs&undeciding != 0)*(n-p.support()-p.oppose())
}

// orMixed is added to the value of what may be mixed. A machine could not guess
// which is.
var orMixed = [2]float64{0, math.NaN()}
