package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// ShiftSpec says which shifts are asked for; the filter says whose.
type ShiftSpec struct {
	Rows       Rows
	Reaffirmed bool // list consecutive positions that do not differ, too
}

// ShiftList is every shift of the rows, by row, proposition and time.
type ShiftList struct {
	AsOf     schema.Day `json:"as_of"`
	Rule     string     `json:"rule"`
	HalfLife int        `json:"half_life,omitempty"` // of the rule decay, in days
	Rows     Rows       `json:"rows"`
	Shifts   []Shift    `json:"shifts"`
	Undated  int        `json:"undated"` // counted statements without a date, each once: they have no place in a sequence
	Relayed  int        `json:"relayed"` // reports, each once, that are left out because their utterance counts already
	Recoded  int        `json:"recoded"` // places in sequences that only code an earlier passage again
	Version  string     `json:"version"`
}

// Shift is a change of position between two statements.
type Shift struct {
	Actor       string     `json:"actor"`
	Label       string     `json:"label"`
	Group       bool       `json:"group"`
	Issue       string     `json:"issue"`
	Proposition string     `json:"proposition"`
	Kind        ShiftKind  `json:"kind"`
	Day         schema.Day `json:"day"`  // the last day that the later statement may be from; of a silence, its first day
	Days        *int       `json:"days"` // from Before to After, by their last days; of a silence, how long it lasts; null for new
	AtLeast     *int       `json:"days_at_least"`
	AtMost      *int       `json:"days_at_most"` // null also where the dates set no bound
	Before      *Stand     `json:"before"`       // null for new
	After       *Stand     `json:"after"`        // null for silent
	Possible    bool       `json:"possible"`     // the dates overlap, so that the order is not certain, or one may be after the as-of date
}

// Shifts returns the shifts of every pair of row and proposition.
//
// Errors are of kind usage for a bad filter or rows.
func Shifts(s *ledger.Snapshot, f Filter, spec ShiftSpec) (ShiftList, error) {
	list := ShiftList{AsOf: f.AsOfIn(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Rows: spec.Rows, Shifts: []Shift{}, Version: s.Version}
	if err := checkRows(s, f, spec.Rows); err != nil {
		return list, err
	}
	p := newPanel(s, f)
	voiced := voicedLines(p, spec.Rows)
	list.Undated, list.Relayed = voiced.undated, voiced.relayed
	earlier := newRecodings(s)
	for _, l := range voiced.lines {
		stages, recoded := l.stages(p, earlier)
		list.Recoded += recoded
		for _, shift := range l.shifts(s, f, stages) {
			if spec.Reaffirmed || shift.Kind != ShiftReaffirmed {
				list.Shifts = append(list.Shifts, shift)
			}
		}
	}
	return list, nil
}

// shifts walks through the stages. A mixed stage has no value to compare: it
// is passed over, but it breaks a silence.
func (l line) shifts(s *ledger.Snapshot, f Filter, stages []stage) []Shift {
	var shifts []Shift
	var before *stage
	for i := range stages {
		now := &stages[i]
		if now.stand.Value != nil {
			shifts = append(shifts, l.shift(f.AsOfIn(s), before, now))
			before = now
		}
		if silence, ok := l.silence(f, f.AsOfIn(s), now, i+1 < len(stages)); ok {
			shifts = append(shifts, silence)
		}
	}
	return shifts
}

func (l line) shift(asOf schema.Day, before, after *stage) Shift {
	shift := Shift{Actor: l.id, Label: l.label, Group: l.group, Issue: l.issue, Proposition: l.proposition,
		Kind: ShiftNew, Day: after.date.Latest(), After: &after.stand, Possible: after.date.Latest() > asOf}
	if before == nil {
		return shift
	}
	shift.Kind, shift.Before = shiftKind(before.stand, after.stand), &before.stand
	shift.between(before.date, after.date)
	shift.Possible = shift.Possible || after.date.Earliest() <= before.date.Latest()
	return shift
}

// between fills in the days: by the last days of both dates, as they are
// ordered, and the fewest and most that there may be.
func (shift *Shift) between(before, after schema.Date) {
	days := int(after.Latest() - before.Latest())
	least, _ := daysBetween(before, after)
	fewest := int(least)
	shift.Days, shift.AtLeast = &days, &fewest
	if before.Earliest() != schema.MinDay && after.Earliest() != schema.MinDay {
		_, most := daysBetween(before, after)
		longest := int(most)
		shift.AtMost = &longest
	}
}

// daysBetween returns how many days lie between two dates at least and at most.
// Of an unknown date nobody knows: none at least, and any number at most.
func daysBetween(a, b schema.Date) (least, most int64) {
	before := int64(b.Earliest()) - int64(a.Latest())
	after := int64(a.Earliest()) - int64(b.Latest())
	return max(0, before, after), max(int64(b.Latest())-int64(a.Earliest()), int64(a.Latest())-int64(b.Earliest()))
}

// silence follows a stage when nothing is said for longer than the stale days:
// neither a later stage nor a statement that may be earlier breaks it.
func (l line) silence(f Filter, asOf schema.Day, last *stage, spoke bool) (Shift, bool) {
	until := min(asOf, last.next)
	begins := int64(last.date.Latest()) + int64(f.Stale) + 1
	if f.Stale == 0 || int64(until) < begins || spoke && int64(until) == begins {
		return Shift{}, false
	}
	days := int(until - last.date.Latest())
	return Shift{Actor: l.id, Label: l.label, Group: l.group, Issue: l.issue, Proposition: l.proposition,
		Kind: ShiftSilent, Day: schema.Day(begins), Days: &days, AtLeast: &days, AtMost: &days, Before: &last.stand}, true
}
