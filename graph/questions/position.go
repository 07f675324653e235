package questions

import "github.com/stancegraph/stancegraph/schema"

// Band is a position in words. The four ways of having no number are
// different: BandNone (no statement counts), BandUndecided (a coded 0),
// BandMixed (what decides has both signs).
type Band string

// The bands. A value of at least 0.75 is support, at least 0.25 conditional
// support, at most -0.25 conditional opposition, at most -0.75 opposition, and
// undecided between.
const (
	BandSupport            Band = "support"
	BandConditionalSupport Band = "conditional support"
	BandUndecided          Band = "undecided"
	BandConditionalOppose  Band = "conditional opposition"
	BandOppose             Band = "opposition"
	BandMixed              Band = "mixed"
	BandNone               Band = "no statement"
)

// Position is where an actor, or a group, stands on a proposition as of a day.
// It is computed, never stored.
type Position struct {
	Actor       string     `json:"actor"`
	Group       bool       `json:"group"` // the pool of a group and those who speak for it
	Issue       string     `json:"issue"`
	Proposition string     `json:"proposition"`
	AsOf        schema.Day `json:"as_of"`

	Value *float64 `json:"value"` // -1 to +1; null when mixed or without a statement
	Band  Band     `json:"band"`
	Rule  string   `json:"rule"`

	HalfLife int `json:"half_life,omitempty"` // days; only by the rule decay

	N       int       `json:"n"`                 // statements counted; where reports of one utterance count once, utterances
	Reports int       `json:"reports,omitempty"` // what N would be if every report counted; only where they count once
	Of      int       `json:"of"`                // statements there are, whatever the filter says
	LeftOut []LeftOut `json:"left_out"`          // why N is not Of; sums to Of - N

	First         schema.Date `json:"first_date"` // of the counted statements that have a date
	Last          schema.Date `json:"last_date"`
	AgeDays       int         `json:"age_days"` // days from the last statement's latest day to AsOf; 0 when not before
	Stale         bool        `json:"stale"`    // older than the filter's stale days; never set without them
	Mixed         bool        `json:"mixed"`
	Possible      bool        `json:"possible"`            // a deciding statement may be later than AsOf
	AsSignatory   bool        `json:"as_signatory"`        // every deciding statement is a joint one that the actor signed
	Signed        int         `json:"signed"`              // how many of N are joint statements that the actor signed
	ShareAccepted float64     `json:"share_accepted"`      // accepted of N, 0 to 1
	Speakers      []string    `json:"speakers"`            // who made the counted statements, or signed them for itself, sorted
	Disagree      bool        `json:"disagree"`            // a group's speakers' own positions differ in sign
	Statements    []string    `json:"statements,omitzero"` // IDs of the counted, newest first; not in a point of a timeline
	Deciding      []string    `json:"deciding,omitzero"`   // IDs of those that decide the value; likewise
}

// Holds reports whether the position is held: a value of at least 0.25.
func (p Position) Holds() bool { return p.Value != nil && *p.Value >= 0.25 }

// Rejects reports whether the position is rejected: a value of at most -0.25.
func (p Position) Rejects() bool { return p.Value != nil && *p.Value <= -0.25 }

// LeftOut says how many statements did not count, and why.
type LeftOut struct {
	Reason Reason `json:"reason"`
	N      int    `json:"n"`
}

// Reason is why a statement does not count.
type Reason string

// IssuePosition is where an actor stands on an issue: a list, never a number.
type IssuePosition struct {
	Actor     string     `json:"actor"`
	Group     bool       `json:"group"`
	Issue     string     `json:"issue"`
	Held      []Position `json:"held"`      // value >= 0.25, in codebook order
	Rejected  []Position `json:"rejected"`  // value <= -0.25
	Undecided []Position `json:"undecided"` // between
	Mixed     []Position `json:"mixed"`     // both signs decide
	N         int        `json:"n"`         // statements counted, over the propositions
	Of        int        `json:"of"`        // statements there are, whatever the filter says
	LeftOut   []LeftOut  `json:"left_out"`  // why N is not Of; sums to Of - N

	Tally  IssueTally `json:"tally"`  // of the positions, listed or not
	Listed bool       `json:"listed"` // not so in a cell of a brief matrix with more than ListedMost positions: its lists are empty, and the tally says what they would hold
}

// ListedMost is how many positions a brief matrix lists in a cell of an issue.
// Past these it counts them.
const ListedMost = 5

// IssueTally counts positions on an issue: each is one of the first four, and
// may be any of the others besides.
type IssueTally struct {
	Held        int `json:"held"`
	Rejected    int `json:"rejected"`
	Undecided   int `json:"undecided"`
	Mixed       int `json:"mixed"`
	Possible    int `json:"possible"`
	AsSignatory int `json:"as_signatory"`
	Disagree    int `json:"disagree"`
	Stale       int `json:"stale"`
}

// Positions is how many there are.
func (t IssueTally) Positions() int { return t.Held + t.Rejected + t.Undecided + t.Mixed }

func (t *IssueTally) add(o IssueTally) {
	t.Held, t.Rejected, t.Undecided, t.Mixed = t.Held+o.Held, t.Rejected+o.Rejected, t.Undecided+o.Undecided, t.Mixed+o.Mixed
	t.Possible, t.AsSignatory, t.Disagree, t.Stale = t.Possible+o.Possible, t.AsSignatory+o.AsSignatory, t.Disagree+o.Disagree, t.Stale+o.Stale
}
