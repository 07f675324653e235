package quads

import (
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// Agents collects whom records name and no record describes: coders, relays and
// actors that the codebook lacks.
type Agents struct {
	coders, relays, actors map[string]bool
}

// NewAgents returns an empty collection.
func NewAgents() *Agents {
	return &Agents{map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// AddStatement takes everybody that a statement names.
func (a *Agents) AddStatement(st *schema.Statement) {
	a.coders[st.Coder] = true
	for _, name := range st.Via {
		a.relays[name] = true
	}
	a.addActor(st.Actor)
	a.addActor(st.OnBehalfOf)
	for _, id := range st.Signatories {
		a.addActor(id)
	}
}

// AddCoder takes a coder.
func (a *Agents) AddCoder(coder string) { a.coders[coder] = true }

func (a *Agents) addActor(id string) {
	if strings.HasPrefix(id, schema.NewActorPrefix) {
		a.actors[id] = true
	}
}

// Quads returns what is known of them: what they are, and their name.
func (a *Agents) Quads() []Quad {
	var out []Quad
	describe := func(names map[string]bool, base string, say func(add func(term quad.IRI, v quad.Value), name string)) {
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if subject := makeIRI(base, name); name != "" {
				say(func(term quad.IRI, v quad.Value) {
					out = append(out, Quad{Subject: subject, Predicate: term, Object: v})
				}, name)
			}
		}
	}
	describe(a.coders, baseCoder, func(add func(quad.IRI, quad.Value), name string) {
		add(rdfType, classOfCoder(name))
		add(rdfsLabel, quad.String(name))
	})
	describe(a.relays, baseRelay, func(add func(quad.IRI, quad.Value), name string) {
		add(rdfType, provEntity) // what a primary source is
		add(rdfsLabel, quad.String(name))
	})
	describe(a.actors, baseActor, func(add func(quad.IRI, quad.Value), id string) {
		add(rdfType, ownActorClass)
		add(rdfType, foafAgent)
		add(skosPrefLabel, quad.String(strings.TrimPrefix(id, schema.NewActorPrefix)))
	})
	return out
}

// classOfCoder tells programs, which have a version, from people and whoever
// else codes.
func classOfCoder(coder string) quad.IRI {
	if strings.Contains(coder, "/") {
		return provSoftwareAgent
	}
	return provAgent
}
