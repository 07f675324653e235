package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// ChangeKind says how the two sides of a cell relate.
type ChangeKind string

// Between two dates.
const (
	ChangeNew       ChangeKind = "new"       // a position where there was none
	ChangeGone      ChangeKind = "gone"      // no position where there was one
	ChangeMoved     ChangeKind = "moved"     // How says in which way
	ChangeUnchanged ChangeKind = "unchanged" // the same band, and no condition came or went
	ChangeRecoded   ChangeKind = "recoded"   // moved only because a passage was coded again: a change of coding
)

// Between two groups, actors, outlets, coders or codebook versions, where
// nothing has moved: two sides differ.
const (
	ChangeOnlyRight ChangeKind = "only right"
	ChangeOnlyLeft  ChangeKind = "only left"
	ChangeDiffers   ChangeKind = "differs" // How says in what
	ChangeSame      ChangeKind = "same"
)

// ChangeKinds lists the kinds.
var ChangeKinds = []ChangeKind{ChangeNew, ChangeGone, ChangeMoved, ChangeUnchanged, ChangeRecoded, ChangeOnlyRight, ChangeOnlyLeft, ChangeDiffers, ChangeSame}

// How says in what two positions differ. Between dates it is a kind of shift,
// or one of the first two below; side by side it is one of the others.
type How string

// The differences that are no kind of shift.
const (
	HowNowMixed    How = "now mixed"
	HowNoMoreMixed How = "no longer mixed"

	HowOpposite  How = "opposite sign"
	HowDegree    How = "in degree"
	HowCondition How = "in condition"
	HowOneMixed  How = "one is mixed"
)

var howSideBySide = map[How]How{
	How(ShiftReversed): HowOpposite, How(ShiftSoftened): HowDegree, How(ShiftHardened): HowDegree,
	How(ShiftConditioned): HowCondition, How(ShiftUnconditioned): HowCondition,
	HowNowMixed: HowOneMixed, HowNoMoreMixed: HowOneMixed,
}

// inTime is the kind of a cell between two dates; one side may be nil.
func inTime(s *ledger.Snapshot, left, right *Side) (ChangeKind, How) {
	if left == nil {
		return ChangeNew, ""
	}
	if right == nil {
		return ChangeGone, ""
	}
	how := howMoved(left, right)
	switch {
	case how == "":
		return ChangeUnchanged, ""
	case recoded(s, left, right):
		return ChangeRecoded, how
	}
	return ChangeMoved, how
}

// sideBySide is the kind of a cell between two sides that are no dates.
func sideBySide(left, right *Side) (ChangeKind, How) {
	if left == nil {
		return ChangeOnlyRight, ""
	}
	if right == nil {
		return ChangeOnlyLeft, ""
	}
	if how := howMoved(left, right); how != "" {
		return ChangeDiffers, howSideBySide[how]
	}
	return ChangeSame, ""
}

// howMoved is "" where the positions do not differ.
func howMoved(left, right *Side) How {
	switch was, is := left.Position.Mixed, right.Position.Mixed; {
	case was && is:
		return ""
	case is:
		return HowNowMixed
	case was:
		return HowNoMoreMixed
	}
	kind := shiftKind(left.stand(), right.stand())
	if kind == ShiftReaffirmed {
		return ""
	}
	return How(kind)
}

func (sd *Side) stand() Stand { return standOf(sd.Position, sd.Position.Last, sd.Evidence) }

// recoded reports whether all that decides on the right and did not count on
// the left codes passages again that did.
func recoded(s *ledger.Snapshot, left, right *Side) bool {
	var fresh int
	for _, e := range right.Evidence {
		if slices.Contains(left.Position.Statements, e.Statement.ID) {
			continue
		}
		fresh++
		if !slices.ContainsFunc(left.Position.Statements, func(id string) bool {
			was, ok := s.Statement(id)
			return ok && recodes(e.Statement, was)
		}) {
			return false
		}
	}
	return fresh > 0
}
