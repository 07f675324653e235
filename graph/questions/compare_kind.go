package questions

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
