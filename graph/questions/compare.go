package questions

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
)

// ComparisonSpec says what is compared.
type ComparisonSpec struct {
	By          By
	Left, Right string // days, or names: IDs, labels, outlets, coders, codebook versions
	Rows        Rows   // not used when two groups or two actors are compared
}

// By says what the two sides of a comparison are.
type By string

// What may be compared.
const (
	ByDate     By = "date"     // two as-of dates, the earlier first
	ByGroup    By = "group"    // two groups with those who speak for them
	ByActor    By = "actor"    // two actors by themselves
	ByOutlet   By = "outlet"   // what the sources of two outlets carry
	ByCoder    By = "coder"    // what two coders coded
	ByCodebook By = "codebook" // what was coded by two versions: "name/version"
)

// Comparisons lists what may be compared.
var Comparisons = []By{ByDate, ByGroup, ByActor, ByOutlet, ByCoder, ByCodebook}

// Comparison is every cell in which one of two sides has a position.
type Comparison struct {
	By       By            `json:"by"`
	Left     string        `json:"left"`
	Right    string        `json:"right"`
	Rows     Rows          `json:"rows"`
	Rule     string        `json:"rule"`
	HalfLife int           `json:"half_life,omitempty"` // of the rule decay, in days
	Changes  []Change      `json:"changes"`             // by row and proposition, in the order of the codebook
	Counts   []ChangeCount `json:"counts"`              // of Changes, by kind; kinds that do not occur are left out
	Version  string        `json:"version"`
}

// Change is one cell of a comparison.
type Change struct {
	Actor       string     `json:"actor"` // "" when two actors or groups are compared: they are the sides
	Label       string     `json:"label"`
	Group       bool       `json:"group"`
	Issue       string     `json:"issue"`
	Proposition string     `json:"proposition"`
	Kind        ChangeKind `json:"kind"`
	How         How        `json:"how"` // "" unless the two sides differ
	Left        *Side      `json:"left"`
	Right       *Side      `json:"right"`
	Possible    bool       `json:"possible"` // a side rests on a date that may be after its as-of date
}

// Side is what one side of a cell says; nil where it says nothing.
type Side struct {
	Position    Position  `json:"position"`
	Evidence    []Passage `json:"evidence"`    // the deciding statements, newest first
	Independent int       `json:"independent"` // utterances among the counted statements
}

// ChangeCount says how often a kind occurs.
type ChangeCount struct {
	Kind ChangeKind `json:"kind"`
	N    int        `json:"n"`
}

// Compare sets two dates, groups, actors, outlets, coders or codebook versions
// side by side. The package comment defines the kinds of change.
//
// Errors are of kind usage for a bad filter, names that name nothing, sides that
// are the same, and dates in the wrong order.
func Compare(s *ledger.Snapshot, f Filter, spec ComparisonSpec) (Comparison, error) {
	c, err := NewContrast(s, f, spec)
	return c.Whole(), err
}
