package quads

import (
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// Named collects what records name. What the current codebook does not describe
// of it is described in exports: coders, relays, actors that no codebook has,
// and what only an earlier version of the codebook has.
type Named struct {
	coders, relays, actors, issues, propositions map[string]bool
}

// NewNamed returns an empty collection.
func NewNamed() *Named {
	return &Named{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// AddStatement takes all that a statement names.
func (n *Named) AddStatement(st *schema.Statement) {
	n.coders[st.Coder] = true
	for _, name := range st.Via {
		n.relays[name] = true
	}
	n.actors[st.Actor], n.actors[st.OnBehalfOf] = true, true
	for _, id := range st.Signatories {
		n.actors[id] = true
	}
	n.issues[st.Issue], n.propositions[st.Proposition] = true, true
}

// AddCoder takes a coder.
func (n *Named) AddCoder(coder string) { n.coders[coder] = true }

// Quads describes what was collected and is not in the first of some versions
// of a codebook: as the first of the others that has it does, else by its name.
func (n *Named) Quads(versions []*schema.Codebook) []Quad {
	c := &concepts{}
	for _, coder := range sorted(n.coders) {
		subject := makeIRI(baseCoder, coder)
		c.add(subject, rdfType, provAgent)
		if strings.Contains(coder, "/") { // people have no version
			c.add(subject, rdfType, provSoftwareAgent)
		}
		c.add(subject, rdfsLabel, quad.String(coder))
	}
	for _, relay := range sorted(n.relays) {
		subject := makeIRI(baseRelay, relay)
		c.add(subject, rdfType, provEntity) // what a primary source is
		c.add(subject, rdfsLabel, quad.String(relay))
	}
	lacking(c, n.propositions, versions, (*schema.Codebook).Proposition, func(id string, p *schema.Proposition) {
		if p == nil {
			p = &schema.Proposition{ID: id, Label: id}
		}
		for _, issue := range p.Issues {
			n.issues[issue] = true
		}
		c.proposition(p)
	})
	lacking(c, n.issues, versions, (*schema.Codebook).Issue, func(id string, i *schema.Issue) {
		if i == nil {
			i = &schema.Issue{ID: id, Label: id}
		}
		alone := *i
		alone.Propositions = nil // those that are named are described already
		c.issue(&alone)
	})
	lacking(c, n.actors, versions, (*schema.Codebook).Actor, func(id string, a *schema.Actor) {
		if a == nil {
			c.add(ActorIRI(id), rdfType, foafAgent)
			a = &schema.Actor{ID: id, Label: strings.TrimPrefix(id, schema.NewActorPrefix)}
		}
		alone := *a
		alone.Affiliations = nil // their groups may be gone, too
		c.actor(&alone)
	})
	return c.quads
}

// lacking calls describe with what the first version lacks, and with what the
// first of the others has of it: nil where none has it.
func lacking[T any](c *concepts, ids map[string]bool, versions []*schema.Codebook, find func(*schema.Codebook, string) (*T, bool), describe func(string, *T)) {
	for _, id := range sorted(ids) {
		var found *T
		current := false
		c.scheme = ""
		for i, cb := range versions {
			if v, ok := find(cb, id); ok {
				found, current, c.scheme = v, i == 0, CodebookIRI(cb.Ref())
				break
			}
		}
		if !current {
			describe(id, found)
		}
	}
}

// sorted are the names of a set, without the empty one.
func sorted(set map[string]bool) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(set)), func(s string) bool { return s == "" })
}
