package schema

import (
	"slices"
	"strings"
)

// Codebook is a versioned list of issues, propositions, actors and cues: what
// a statement may name. It is data; no code knows any particular one.
type Codebook struct {
	Name    string // "ukraine-peace-2025"
	Version string // "1"
	Title   string // for people; may be empty
	Issues  []Issue
	Actors  []Actor
	YAML    string // the file as read, so that a store gives back what it was given

	Warnings Problems // what was read in a way the writer should know of

	propositions map[string]*Proposition
	issues       map[string]*Issue
	actors       map[string]*Actor
}

// Issue is a contested question.
type Issue struct {
	ID           string
	Label        string
	Short        string // for column heads; the label where the file has none
	Definition   string
	Propositions []Proposition
}

// Proposition is something one can be for or against, on an issue.
type Proposition struct {
	ID         string
	Label      string
	Short      string // for cells; the label where the file has none
	Definition string
	Issues     []string // at least one; the first is the one records print
	Accusation bool     // says that somebody did wrong: blaming them for it is support, and the accused are not asked
	Cues       []Cue
}

// Cue is wording that names a proposition, matched over lemmas, case-folded,
// longest first.
type Cue struct {
	Any     []string // one of these must stand in the clause
	With    []string // and, where given, one of these
	Not     []string // and none of these
	Against bool     // supporting this wording means opposing the proposition
}

// Actor is a person, organisation, state, bloc, office or unnamed group that
// takes a stance.
type Actor struct {
	ID           string
	Label        string
	Kind         ActorKind
	Aliases      []string
	Affiliations []Affiliation
}

// Affiliation binds an actor to a group for a time; both days are inclusive.
// Affiliations without dates run from MinDay to MaxDay.
type Affiliation struct {
	Group string
	Role  string
	From  Day
	Until Day
}

// HoldsOn reports whether the affiliation covers a day.
func (a Affiliation) HoldsOn(d Day) bool { return a.From <= d && d <= a.Until }

// Ref is the codebook as records name it: "name/version".
func (c *Codebook) Ref() string { return c.Name + "/" + c.Version }

// Issue returns the issue of an ID.
func (c *Codebook) Issue(id string) (*Issue, bool) { i, ok := c.issues[id]; return i, ok }

// Proposition returns the proposition of an ID.
func (c *Codebook) Proposition(id string) (*Proposition, bool) {
	p, ok := c.propositions[id]
	return p, ok
}

// Actor returns the actor of an ID. An unregistered "NEW:Label" is not in it.
func (c *Codebook) Actor(id string) (*Actor, bool) { a, ok := c.actors[id]; return a, ok }

// ActorLabel is the label of an actor, registered or not.
func (c *Codebook) ActorLabel(id string) string {
	if a, ok := c.actors[id]; ok {
		return a.Label
	}
	return strings.TrimPrefix(id, NewActorPrefix)
}

// IssueLabel is the label of an issue; its ID where it is not registered.
func (c *Codebook) IssueLabel(id string) string {
	if i, ok := c.issues[id]; ok {
		return i.Label
	}
	return id
}

// PropositionLabel is the label of a proposition; its ID where it is not
// registered.
func (c *Codebook) PropositionLabel(id string) string {
	if p, ok := c.propositions[id]; ok {
		return p.Label
	}
	return id
}

// PropositionShort is the short label of a proposition; its ID where it is not
// registered.
func (c *Codebook) PropositionShort(id string) string {
	if p, ok := c.propositions[id]; ok {
		return p.Short
	}
	return id
}

// OnIssue returns the propositions that belong to an issue, in codebook order:
// those listed under it, then those listed elsewhere that name it.
func (c *Codebook) OnIssue(id string) []*Proposition {
	var own, other []*Proposition
	for i := range c.Issues {
		for j := range c.Issues[i].Propositions {
			p := &c.Issues[i].Propositions[j]
			switch {
			case !slices.Contains(p.Issues, id):
			case c.Issues[i].ID == id:
				own = append(own, p)
			default:
				other = append(other, p)
			}
		}
	}
	return append(own, other...)
}

// AffiliationsOn returns the groups that an actor belongs to on a day, in the
// order of the codebook.
func (c *Codebook) AffiliationsOn(actor string, d Day) []Affiliation {
	a, ok := c.actors[actor]
	if !ok {
		return nil
	}
	var held []Affiliation
	for _, f := range a.Affiliations {
		if f.HoldsOn(d) {
			held = append(held, f)
		}
	}
	return held
}

// BelongsTo reports whether an actor belongs to a group on a day, directly or
// through a group of its own (a head of government through the state).
func (c *Codebook) BelongsTo(actor, group string, d Day) bool {
	return c.belongsTo(actor, group, d, map[string]bool{})
}

func (c *Codebook) belongsTo(actor, group string, d Day, seen map[string]bool) bool {
	if seen[actor] {
		return false
	}
	seen[actor] = true
	for _, f := range c.AffiliationsOn(actor, d) {
		if f.Group == group || c.belongsTo(f.Group, group, d, seen) {
			return true
		}
	}
	return false
}

// index builds the look-up tables; the loader calls it once.
func (c *Codebook) index() {
	c.propositions, c.issues, c.actors = map[string]*Proposition{}, map[string]*Issue{}, map[string]*Actor{}
	for i := range c.Issues {
		c.issues[c.Issues[i].ID] = &c.Issues[i]
		for j := range c.Issues[i].Propositions {
			p := &c.Issues[i].Propositions[j]
			c.propositions[p.ID] = p
		}
	}
	for i := range c.Actors {
		c.actors[c.Actors[i].ID] = &c.Actors[i]
	}
}
