package dna

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// actor is entities of one name that became an actor. A name can stand in
// several statement types.
type actor struct {
	id, label string
	kind      schema.ActorKind
	entities  []*Entity
}

// concept is entities of one name that became a proposition, on the issue of
// every statement type that has it.
type concept struct {
	id, label string
	issues    []string
	entities  []*Entity
}

// register holds everything that statements may name, in the order of the
// entities' numbers.
type register struct {
	actors   []*actor
	concepts []*concept
	persons  map[string]*actor // by label
	groups   map[string]*actor
	about    map[string]*concept
	ids      map[string]ids // given out, by kind of thing
}

// enter gives IDs to types and entities.
func (c *converter) enter() {
	c.register = register{persons: map[string]*actor{}, groups: map[string]*actor{}, about: map[string]*concept{},
		ids: map[string]ids{"issue": {}, "actor": {}, "concept": {}}}
	forms := map[int64]*form{} // by variable
	for i := range c.file.Types {
		f := c.forms[c.file.Types[i].ID]
		if !f.isClaim() {
			continue
		}
		f.issue = c.register.ids["issue"].take(f.Label, "concepts")
		for _, v := range f.Variables {
			forms[v.ID] = f
		}
	}
	for i := range c.file.Entities {
		if e := &c.file.Entities[i]; e.Value != "" && forms[e.Variable] != nil {
			c.register.add(forms[e.Variable], e)
		}
	}
	c.register.settleIssues()
}

func (r *register) add(f *form, e *Entity) {
	switch {
	case f.person.is(e.Variable):
		r.actor(r.persons, schema.KindPerson, e)
	case f.organization.is(e.Variable):
		r.actor(r.groups, schema.KindOrganisation, e)
	case f.concept.is(e.Variable):
		r.concept(f.issue, e)
	}
}

func (r *register) actor(of map[string]*actor, kind schema.ActorKind, e *Entity) {
	a := of[e.Value]
	if a == nil {
		a = &actor{id: r.ids["actor"].take(e.Value, string(kind)), label: e.Value, kind: kind}
		of[e.Value] = a
		r.actors = append(r.actors, a)
	}
	a.entities = append(a.entities, e)
}

func (r *register) concept(issue string, e *Entity) {
	p := r.about[e.Value]
	if p == nil {
		p = &concept{id: r.ids["concept"].take(e.Value, "concept"), label: e.Value}
		r.about[e.Value] = p
		r.concepts = append(r.concepts, p)
	}
	p.entities = append(p.entities, e)
	if !slices.Contains(p.issues, issue) {
		p.issues = append(p.issues, issue)
	}
}

// settleIssues leaves out issues under which no proposition stands, because all
// of theirs stand under an earlier one: a codebook has no empty issues.
func (r *register) settleIssues() {
	own := map[string]bool{}
	for _, p := range r.concepts {
		own[p.issues[0]] = true
	}
	for _, p := range r.concepts {
		p.issues = slices.DeleteFunc(p.issues, func(issue string) bool { return !own[issue] })
	}
}

// issue is the issue of a statement of some type: the type or, where that is
// no issue, the first of the concept.
func (p *concept) issue(f *form) string {
	if slices.Contains(p.issues, f.issue) {
		return f.issue
	}
	return p.issues[0]
}

// nameCoders names coders so that no two have one name. A slash, which begins a
// version in records, becomes a hyphen.
func (c *converter) nameCoders() {
	c.coders = map[int64]string{}
	taken := map[string]bool{}
	for _, coder := range c.file.Coders {
		number := strconv.FormatInt(coder.ID, 10)
		name := strings.ReplaceAll(strings.TrimSpace(coder.Name), "/", "-")
		if name == "" || taken[name] {
			name = strings.TrimSpace(name + " (" + number + ")")
		}
		if name != coder.Name {
			c.report("coder "+number, "Name", coder.Name, "is called %q here, so that coders can be told apart", name)
		}
		taken[name] = true
		c.coders[coder.ID] = name
	}
}
