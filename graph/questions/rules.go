package questions

import (
	"math"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The rules that turn statements into a position; the package comment says what
// they mean. RuleLatest is the default.
const (
	RuleLatest   = "latest"
	RuleMean     = "mean"
	RuleMajority = "majority"
	RuleDecay    = "decay"
)

// Rules lists the known rules.
var Rules = []string{RuleLatest, RuleMean, RuleMajority, RuleDecay}

// DefaultHalfLife is the half-life of the rule decay in days where the filter
// gives none: what was said a quarter of a year earlier weighs half.
const DefaultHalfLife = 90

// ballot is what a rule sees of a statement.
type ballot struct {
	earliest, latest schema.Day
	stance           schema.Stance
}

func (b ballot) undated() bool { return b.earliest == schema.MinDay && b.latest == schema.MaxDay }

// sign is 0 where the stance opposes, 1 where it is undecided, 2 where it
// supports: an index.
func (b ballot) sign() int { return signs[b.stance] }

var signs = [...]int{schema.Oppose: 0, schema.ConditionalOppose: 0, schema.Undecided: 1, schema.ConditionalSupport: 2, schema.Support: 2}

// halves is the value of a stance in halves, so that sums are exact.
func (b ballot) halves() int { return int(b.stance) - int(schema.Undecided) }

// decision is what a rule says. It is the same for ballots of the same dates in
// any order.
type decision struct {
	value float64 // NaN where the position is mixed
	upTo  int     // the ballots before this one decide ...
	signs [3]bool // ... that have one of these signs
}

func (d decision) mixed() bool { return math.IsNaN(d.value) }

func (d decision) by(i int, b ballot) bool { return i < d.upTo && d.signs[b.sign()] }

var anySign = [3]bool{true, true, true}

// decide applies the filter's rule to ballots, newest first and undated ones
// last. There must be one at least.
func (f Filter) decide(ballots []ballot, asOf schema.Day) decision {
	switch f.rule() {
	case RuleMean:
		return decision{settled(pollOf(ballots)), len(ballots), anySign}
	case RuleMajority:
		return majority(ballots)
	case RuleDecay:
		return decay(ballots, asOf, float64(f.halfLife()))
	}
	return latest(ballots)
}

func (f Filter) halfLife() int {
	if f.HalfLife == 0 {
		return DefaultHalfLife
	}
	return f.HalfLife
}

// decidingOf returns the voices that decide, and their value: nil when they are
// mixed, or when there is none. The voices must be newest first.
func (f Filter) decidingOf(s *ledger.Snapshot, voices []voice) (deciding []voice, value *float64) {
	if len(voices) == 0 {
		return nil, nil
	}
	ballots := make([]ballot, len(voices))
	for i, v := range voices {
		ballots[i] = ballot{v.Date.Earliest(), v.Date.Latest(), v.Stance}
	}
	d := f.decide(ballots, f.asOf(s))
	for i, v := range voices {
		if d.by(i, ballots[i]) {
			deciding = append(deciding, v)
		}
	}
	if d.mixed() {
		return deciding, nil
	}
	return deciding, &d.value
}
