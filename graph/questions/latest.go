package questions

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// RuleLatest is the default rule; the package comment says what it means.
const RuleLatest = "latest"

// Rules lists the known rules.
var Rules = []string{RuleLatest}

// newestFirst orders voices from the newest date to the oldest, then by ID.
func newestFirst(a, b voice) int {
	if c := ledger.CompareDates(b.Date, a.Date); c != 0 {
		return c
	}
	return strings.Compare(a.ID, b.ID)
}

// latest returns the voices that decide, and their value: nil when both signs
// are among them, or when there is none. The voices must be newest first.
func latest(voices []voice) (deciding []voice, value *float64) {
	end := slices.IndexFunc(voices, func(v voice) bool {
		return ledger.CompareDates(v.Date, voices[0].Date) != 0
	})
	if end < 0 {
		end = len(voices)
	}
	return voices[:end], mean(voices[:end])
}

func mean(voices []voice) *float64 {
	var sum float64
	var support, oppose bool
	for _, v := range voices {
		sum += v.Stance.Value()
		support, oppose = support || v.Stance.Sign() > 0, oppose || v.Stance.Sign() < 0
	}
	if len(voices) == 0 || support && oppose {
		return nil
	}
	sum /= float64(len(voices))
	return &sum
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
