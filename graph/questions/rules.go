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
	signed           bool   // a joint statement of another
	at               int32  // the statement, and who is heard in it:
	speaker          uint32 // for whoever asks for them
}

// mention is what it was made of.
func (b ballot) mention() mention {
	return mention{uint32(b.at), b.speaker | uint32(one(b.signed))*signedBit}
}

func (b ballot) undated() bool { return b.earliest == schema.MinDay && b.latest == schema.MaxDay }

// sign is the sign of the stance.
func (b ballot) sign() sign { return signs[b.stance] }

// sign is the side that a stance is on, and a set of such sides.
type sign uint8

const (
	opposing sign = 1 << iota
	undeciding
	supporting
	anySign = opposing | undeciding | supporting
)

var signs = [...]sign{schema.Oppose: opposing, schema.ConditionalOppose: opposing, schema.Undecided: undeciding,
	schema.ConditionalSupport: supporting, schema.Support: supporting}

// halves is the value of a stance in halves, so that sums are exact.
func (b ballot) halves() int { return int(b.stance) - int(schema.Undecided) }

// decision is what a rule says. It is the same for ballots of the same dates in
// any order.
type decision struct {
	value float64 // NaN where the position is mixed
	upTo  int     // the ballots before this one decide ...
	signs sign    // ... that have one of these signs
}

func (d decision) mixed() bool { return math.IsNaN(d.value) }

func (d decision) by(i int, b ballot) bool { return i < d.upTo && d.signs&b.sign() != 0 }

// ruler is a rule as of a day.
type ruler struct {
	asOf     schema.Day
	halfLife float64   // days
	weights  []float64 // by age in days beyond that of the newest; may be empty

	way
}

// way is how a rule is applied: to ballots all at once, newest first and undated
// ones last; or to those that have come in on a course. There must be one at
// least. Both say the same to the last bit.
type way struct {
	fold   func(r *ruler, ballots []ballot) decision
	follow func(r *ruler, c *course) decision
	heed   func(c, all *course) poll // of a course, those of the dates that decide among all
}

var ways = map[string]way{
	RuleLatest: {latest, latestSoFar, ofNewest}, RuleMean: {mean, meanSoFar, ofAll},
	RuleMajority: {majority, majoritySoFar, ofAll}, RuleDecay: {decay, decaySoFar, ofDated},
}

func (f Filter) ruler(s *ledger.Snapshot) ruler {
	return ruler{asOf: f.AsOfIn(s), halfLife: float64(f.halfLife()), way: ways[f.rule()]}
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
		ballots[i] = ballot{v.Date.Earliest(), v.Date.Latest(), v.Stance, v.signed, int32(v.at), 0}
	}
	r := f.ruler(s)
	d := r.fold(&r, ballots)
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
