package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Weakness is a class of evidence that a reader may not want to rely on.
type Weakness string

// The classes that Sensitivity drops, one at a time.
const (
	WeakNarrative  Weakness = "narrative"  // in the article's own voice
	WeakAnonymous  Weakness = "anonymous"  // by an actor without a name, or relayed by one
	WeakUnreviewed Weakness = "unreviewed" // proposed, and nobody has looked at it
)

// Weaknesses lists the classes.
var Weaknesses = []Weakness{WeakNarrative, WeakAnonymous, WeakUnreviewed}

// SensitivityReport is every cell that stands or falls with weak evidence.
type SensitivityReport struct {
	AsOf     schema.Day     `json:"as_of"`
	Rule     string         `json:"rule"`
	HalfLife int            `json:"half_life,omitempty"` // of the rule decay, in days
	Rows     Rows           `json:"rows"`
	Cells    int            `json:"cells"`   // with a position
	Changed  map[string]int `json:"changed"` // how many of them change, by what is dropped
	Changes  []Sensitive    `json:"sensitivity"`
	Version  string         `json:"version"`
}

// Sensitive is a cell whose band changes when one class of evidence is dropped.
type Sensitive struct {
	Actor       string    `json:"actor"`
	Label       string    `json:"label"`
	Group       bool      `json:"group"`
	Issue       string    `json:"issue"`
	Proposition string    `json:"proposition"`
	Without     Weakness  `json:"without"`
	Before      Position  `json:"before"`
	After       Position  `json:"after"`
	Dropped     []Passage `json:"dropped"` // the counted statements that were dropped, newest first
}

// Sensitivity drops each class of weak evidence in turn and returns the cells
// whose band is then another one, by row and proposition.
//
// Errors are of kind usage for a bad filter or rows.
func Sensitivity(s *ledger.Snapshot, f Filter, rows Rows) (SensitivityReport, error) {
	r := SensitivityReport{AsOf: f.AsOfIn(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Rows: rows, Changed: map[string]int{}, Changes: []Sensitive{}, Version: s.Version}
	if err := checkRows(s, f, rows); err != nil {
		return r, err
	}
	for _, w := range Weaknesses {
		r.Changed[string(w)] = 0
	}
	names := namelessOf(s)
	p := newPanel(s, f)
	for l := range linesOf(s, f, rows) {
		if p.judge(l.pool); len(p.ballots) == 0 {
			continue
		}
		r.Cells++
		before := positionOf(s, f, l.asked(), p.counted(), p.left.list())
		for _, w := range Weaknesses {
			if one, ok := l.without(s, f, before, p.voices, w, func(v voice) bool { return w.is(names, v.Statement) }); ok {
				r.Changes = append(r.Changes, one)
				r.Changed[string(w)]++
			}
		}
	}
	return r, nil
}

// without is the cell without one class of evidence; not ok when the band stays.
func (l line) without(s *ledger.Snapshot, f Filter, before Position, counted []voice, w Weakness, weak func(voice) bool) (Sensitive, bool) {
	dropped := slices.DeleteFunc(slices.Clone(counted), func(v voice) bool { return !weak(v) })
	if len(dropped) == 0 {
		return Sensitive{}, false
	}
	var rest []voice
	for m := range l.pool.all() {
		if v := voiceOf(s, m); !weak(v) {
			rest = append(rest, v)
		}
	}
	after := position(s, f, l.asked(), judge(s, f, rest))
	return Sensitive{Actor: l.id, Label: l.label, Group: l.group, Issue: l.issue, Proposition: l.proposition,
		Without: w, Before: before, After: after, Dropped: passagesOf(s, f, dropped)}, after.Band != before.Band
}

// is reports whether a statement is weak evidence of a class.
func (w Weakness) is(names nameless, st *schema.Statement) bool {
	switch w {
	case WeakNarrative:
		return st.Mode == schema.ModeNarrative
	case WeakAnonymous:
		return names.has(st.Actor) || slices.ContainsFunc(st.Via, names.has)
	}
	return st.Status == schema.StatusProposed
}
