package questions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// DefaultWindow is how many days may lie between two statements in conflict,
// where nobody says otherwise.
const DefaultWindow = 7

// ConflictSpec says which conflicts are asked for; the filter says whose.
type ConflictSpec struct {
	Window int // days that may lie between; 0: the dates must overlap
}

// ConflictList is every pair of statements in conflict, by proposition and
// time. No pair stands in it twice.
type ConflictList struct {
	AsOf      schema.Day `json:"as_of"`
	Window    int        `json:"window"`
	Conflicts []Conflict `json:"conflicts"`
	Relayed   int        `json:"relayed"` // reports, each once, that are left out because their utterance counts already
	Recoded   int        `json:"recoded"` // pairs that code one passage in two ways: see agreement
	Version   string     `json:"version"`
}

// Conflict is two statements of opposite signs on one proposition.
type Conflict struct {
	Kind        ConflictKind `json:"kind"`
	Actor       string       `json:"actor"`  // who contradicts itself, or signed; "" for two speakers
	Groups      []string     `json:"groups"` // that two speakers are both heard for, nearest first; else empty
	Issue       string       `json:"issue"`
	Proposition string       `json:"proposition"`
	Days        int          `json:"days"`     // that lie between at least; 0 where the dates overlap
	Possible    bool         `json:"possible"` // more days than asked for may lie between
	First       Passage      `json:"first"`    // the older one, in the order of statements
	Second      Passage      `json:"second"`
}

// Conflicts returns the pairs of counted statements that contradict each other.
// The package comment defines the kinds.
//
// Errors are of kind usage for a bad filter or a negative window.
func Conflicts(s *ledger.Snapshot, f Filter, spec ConflictSpec) (ConflictList, error) {
	list := ConflictList{AsOf: f.AsOfIn(s), Window: spec.Window, Conflicts: []Conflict{}, Version: s.Version}
	if err := f.Check(); err != nil {
		return list, err
	}
	if spec.Window < 0 {
		return list, schema.Errorf(schema.KindUsage, "0 asks for dates that overlap", "window %d: expected a number of days, 0 or more", spec.Window)
	}
	for _, a := range subjectsOf(s, f) {
		found := list.on(s, f, spec, a)
		slices.SortFunc(found, compareConflicts)
		list.Conflicts = append(list.Conflicts, found...)
	}
	return list, nil
}

// on finds the conflicts on one proposition.
func (list *ConflictList) on(s *ledger.Snapshot, f Filter, spec ConflictSpec, a subject) []Conflict {
	support, oppose, relayed := heardOn(s, f, a.code)
	list.Relayed += relayed
	near := newNearby(oppose)
	var found []Conflict
	for _, x := range support {
		for _, y := range near.of(x.Date, spec.Window) {
			c, ok := conflictOf(f, spec.Window, x, y)
			switch {
			case !ok:
			case recodes(x.Statement, y.Statement):
				list.Recoded++
			default:
				c.Issue, c.Proposition = a.issue, a.id
				found = append(found, c.between(s, f, x, y))
			}
		}
	}
	return found
}

// between fills in the two statements, the older first.
func (c Conflict) between(s *ledger.Snapshot, f Filter, x, y heard) Conflict {
	if cmp.Or(ledger.CompareDates(x.Date, y.Date), strings.Compare(x.ID, y.ID)) > 0 {
		x, y = y, x
	}
	of := func(h heard) Passage {
		signed := c.Actor != "" && c.Actor != h.Statement.Actor
		return passageOf(s, f, voice{Statement: h.Statement, signed: signed})
	}
	c.First, c.Second = of(x), of(y)
	return c
}

func compareConflicts(a, b Conflict) int {
	return cmp.Or(ledger.CompareDates(a.First.Statement.Date, b.First.Statement.Date), ledger.CompareDates(a.Second.Statement.Date, b.Second.Statement.Date),
		strings.Compare(a.First.Statement.ID, b.First.Statement.ID), strings.Compare(a.Second.Statement.ID, b.Second.Statement.ID))
}
