package dna

import (
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
	cb, err := schema.LoadCodebook(c.options.Name+".yaml", []byte(c.yaml()))
	if err != nil {
		return schema.Errorf(schema.KindInput, schema.HintOf(err), "%s: %w", c.file.Path, err)
	}
	c.out.Codebook = cb
	return nil
}

func (c *converter) yaml() string {
	y := &yaml{}
	y.line(0, "# Made from a file of Discourse Network Analyzer %s.", quoted(c.file.Version))
	for _, r := range c.file.Regexes {
		y.line(0, "# DNA highlights: %s", quoted(r.Label))
	}
	y.line(0, "codebook: %s", quoted(c.options.Name))
	y.line(0, `version: "1"`)
	y.line(0, "title: %s", quoted("Coded with DNA: "+c.options.Name))
	y.line(0, "issues:")
	for i := range c.file.Types {
		if f := c.forms[c.file.Types[i].ID]; f.isClaim() {
			c.yamlIssue(y, f)
		}
	}
	y.line(0, "actors:")
	for _, a := range c.register.actors {
		y.line(1, "- id: %s", quoted(a.id))
		y.line(2, "type: %s", a.kind)
		y.line(2, "label: %s", quoted(a.label))
		if aliases := aliases(a.entities); len(aliases) > 0 {
			y.line(2, "aliases: [%s]", strings.Join(aliases, ", "))
		}
		comments(y, a.entities)
	}
	return y.String()
}

// yamlIssue writes a statement type with the concepts that stand in it first.
func (c *converter) yamlIssue(y *yaml, f *form) {
	begun := false
	for _, p := range c.register.concepts {
		if p.issues[0] != f.issue {
			continue
		}
		if !begun {
			y.line(1, "- id: %s", quoted(f.issue))
			y.line(2, "label: %s", quoted(f.Label))
			y.line(2, "propositions:")
			begun = true
		}
		y.line(3, "- id: %s", quoted(p.id))
		y.line(4, "label: %s", quoted(p.label))
		if len(p.issues) > 1 {
			y.line(4, "issues: [%s]", quotedList(p.issues))
		}
		comments(y, p.entities)
	}
}

// aliases are the attributes of that name.
func aliases(entities []*Entity) (found []string) {
	for _, e := range entities {
		for _, a := range e.Attributes {
			if strings.EqualFold(a.Name, "alias") && a.Value != "" {
				found = append(found, quoted(a.Value))
			}
		}
	}
	return found
}

// comments writes the attributes that have a value.
func comments(y *yaml, entities []*Entity) {
	for _, e := range entities {
		for _, a := range e.Attributes {
			if a.Value != "" {
				y.line(2, "# %s: %s", quoted(a.Name), quoted(a.Value))
			}
		}
	}
}

func quotedList(texts []string) string {
	list := make([]string, len(texts))
	for i, t := range texts {
		list[i] = quoted(t)
	}
	return strings.Join(list, ", ")
}
