package questions

import "github.com/stancegraph/stancegraph/schema"

// ShiftKind says how a position changed. The package comment defines each kind.
type ShiftKind string

// The kinds of shifts, in the order in which they are tried.
const (
	ShiftNew           ShiftKind = "new"           // the first position
	ShiftReversed      ShiftKind = "reversed"      // from a side to the opposite side
	ShiftConditioned   ShiftKind = "conditioned"   // the same side, now on a condition
	ShiftUnconditioned ShiftKind = "unconditioned" // the same side, no longer on a condition
	ShiftSoftened      ShiftKind = "softened"      // nearer to undecided
	ShiftHardened      ShiftKind = "hardened"      // farther from undecided
	ShiftReaffirmed    ShiftKind = "reaffirmed"    // no difference; listed on request
	ShiftSilent        ShiftKind = "silent"        // nothing said for longer than the stale days
)

// ShiftKinds lists the kinds.
var ShiftKinds = []ShiftKind{ShiftNew, ShiftReversed, ShiftConditioned, ShiftUnconditioned, ShiftSoftened, ShiftHardened, ShiftReaffirmed, ShiftSilent}

// Stand is a position at one point of a sequence, with its evidence.
type Stand struct {
	Date      schema.Date `json:"date"`      // of the statements below
	Value     *float64    `json:"value"`     // null when mixed or without a statement
	Band      Band        `json:"band"`      //
	Condition string      `json:"condition"` // that the first of the statements names which names one; "" is none
	Evidence  []Passage   `json:"evidence"`  // the statements that brought it about
}

// side is +1 where the position is held, -1 where it is rejected, else 0.
func (b Band) side() int {
	switch b {
	case BandSupport, BandConditionalSupport:
		return 1
	case BandOppose, BandConditionalOppose:
		return -1
	}
	return 0
}

// strength is the distance of the band from undecided: 0, 1 or 2.
func (b Band) strength() int {
	switch b {
	case BandSupport, BandOppose:
		return 2
	case BandConditionalSupport, BandConditionalOppose:
		return 1
	}
	return 0
}

// shiftKind compares two positions that have a value.
func shiftKind(before, after Stand) ShiftKind {
	from, to := before.Band, after.Band
	same := from.side() != 0 && from.side() == to.side()
	switch {
	case from.side()*to.side() < 0:
		return ShiftReversed
	case same && before.Condition == "" && after.Condition != "" && to.strength() <= from.strength():
		return ShiftConditioned
	case same && before.Condition != "" && after.Condition == "" && to.strength() >= from.strength():
		return ShiftUnconditioned
	case to.strength() < from.strength():
		return ShiftSoftened
	case to.strength() > from.strength():
		return ShiftHardened
	}
	return ShiftReaffirmed
}

// standOf is a position with the statements that brought it about.
func standOf(p Position, date schema.Date, evidence []Passage) Stand {
	stand := Stand{Date: date, Value: p.Value, Band: p.Band, Evidence: evidence}
	for _, e := range evidence {
		if stand.Condition == "" {
			stand.Condition = e.Statement.Condition
		}
	}
	return stand
}
