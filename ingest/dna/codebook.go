package dna

import (
	"fmt"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// codebook writes the codebook as YAML and loads it, so that what a store keeps
// is what a person can read and edit. Attributes of entities, which the
// codebook has no place for, stand in comments.
func (c *converter) codebook() error {
	if len(c.register.concepts) == 0 {
		c.report("", "", "", "no concept is coded: there is no codebook, and nothing becomes a statement")
		return nil
	}
	cb, err := schema.LoadCodebook(c.options.Name+".yaml", []byte(c.made().Format(c.remarks())))
	if err != nil {
		return schema.Errorf(schema.KindInput, schema.HintOf(err), "%s: %w", c.file.Path, err)
	}
	c.out.Codebook = cb
	return nil
}

// made is the codebook as it is written: a statement type is an issue, with the
// concepts that stand in it first.
func (c *converter) made() *schema.Codebook {
	cb := &schema.Codebook{Name: c.options.Name, Version: "1", Title: "Coded with DNA: " + c.options.Name}
	for i := range c.file.Types {
		f := c.forms[c.file.Types[i].ID]
		issue := schema.Issue{ID: f.issue, Label: f.Label, Short: f.Label}
		for _, p := range c.register.concepts {
			if f.isClaim() && p.issues[0] == f.issue {
				issue.Propositions = append(issue.Propositions, schema.Proposition{ID: p.id, Label: p.label, Short: p.label, Issues: p.issues})
			}
		}
		if len(issue.Propositions) > 0 {
			cb.Issues = append(cb.Issues, issue)
		}
	}
	for _, a := range c.register.actors {
		cb.Actors = append(cb.Actors, schema.Actor{ID: a.id, Kind: a.kind, Label: a.label, Aliases: aliases(a.entities)})
	}
	return cb
}

// remarks are the attributes that have a value, and what DNA highlights.
func (c *converter) remarks() schema.CodebookRemarks {
	r := schema.CodebookRemarks{Head: []string{fmt.Sprintf("Made from a file of Discourse Network Analyzer %q.", c.file.Version)},
		Propositions: map[string][][2]string{}, Actors: map[string][][2]string{}}
	for _, x := range c.file.Regexes {
		r.Head = append(r.Head, fmt.Sprintf("DNA highlights: %q", x.Label))
	}
	for _, p := range c.register.concepts {
		r.Propositions[p.id] = attributes(p.entities)
	}
	for _, a := range c.register.actors {
		r.Actors[a.id] = attributes(a.entities)
	}
	return r
}

// aliases are the attributes of that name.
func aliases(entities []*Entity) (found []string) {
	for _, a := range attributes(entities) {
		if strings.EqualFold(a[0], "alias") {
			found = append(found, a[1])
		}
	}
	return found
}

// attributes are the names and values of those that have a value.
func attributes(entities []*Entity) (found [][2]string) {
	for _, e := range entities {
		for _, a := range e.Attributes {
			if a.Value != "" {
				found = append(found, [2]string{a.Name, a.Value})
			}
		}
	}
	return found
}
