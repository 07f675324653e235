package quads

import (
	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// CodebookRecord is one version of a codebook as the store keeps it: every
// version with its file, which is what is read back; the current one with its
// issues, propositions and actors too, for queries.
type CodebookRecord struct {
	Name    string
	Version string
	Title   string
	YAML    string
}

// RecordOf is what is kept of a codebook.
func RecordOf(cb *schema.Codebook) CodebookRecord {
	return CodebookRecord{Name: cb.Name, Version: cb.Version, Title: cb.Title, YAML: cb.YAML}
}

// Ref is "name/version".
func (r *CodebookRecord) Ref() string { return r.Name + "/" + r.Version }

// Quads returns the quads of a version.
func (r *CodebookRecord) Quads() []quad.Quad {
	return codebookFields.quads(r, CodebookIRI(r.Ref()), nil)
}

var codebookFields = tableOf(fields[CodebookRecord]{
	is[CodebookRecord](rdfType, skosConceptScheme),
	textField(dctermsIdentifier, func(r *CodebookRecord) *string { return &r.Name }),
	textField(owlVersionInfo, func(r *CodebookRecord) *string { return &r.Version }),
	textField(dctermsTitle, func(r *CodebookRecord) *string { return &r.Title }),
	textField(ownYAML, func(r *CodebookRecord) *string { return &r.YAML }),
})

// Current returns the quads that only the current version of a codebook has:
// that it is the current one, and everything in it.
func Current(cb *schema.Codebook) []quad.Quad {
	c := &concepts{scheme: CodebookIRI(cb.Ref())}
	c.add(makeIRI(baseCodebook, cb.Name), dcatHasCurrentVersion, c.scheme)
	for i := range cb.Issues {
		c.issue(&cb.Issues[i])
	}
	for i := range cb.Actors {
		c.actor(&cb.Actors[i])
	}
	return c.quads
}

// concepts collects the quads of what is in a codebook.
type concepts struct {
	scheme quad.IRI // "" for what no codebook has
	quads  []quad.Quad
	seen   map[quad.Quad]bool
}

func (c *concepts) add(subject, term quad.IRI, values ...quad.Value) {
	if c.seen == nil {
		c.seen = map[quad.Quad]bool{}
	}
	for _, v := range values {
		q := quad.Quad{Subject: subject, Predicate: term, Object: v}
		if !c.seen[q] {
			c.seen[q], c.quads = true, append(c.quads, q)
		}
	}
}

func (c *concepts) inScheme() []quad.Value {
	if c.scheme == "" {
		return nil
	}
	return []quad.Value{c.scheme}
}

func (c *concepts) issue(i *schema.Issue) {
	subject := IssueIRI(i.ID)
	c.add(subject, rdfType, skosConcept, ownIssue)
	c.add(subject, skosTopConceptOf, c.inScheme()...)
	c.labels(subject, i.Label, i.Short, i.Definition)
	for k := range i.Propositions {
		c.proposition(&i.Propositions[k])
	}
}

func (c *concepts) proposition(p *schema.Proposition) {
	subject := PropositionIRI(p.ID)
	c.add(subject, rdfType, skosConcept, ownProposition)
	c.add(subject, skosBroader, refs(baseIssue, p.Issues)...)
	c.labels(subject, p.Label, p.Short, p.Definition)
}

func (c *concepts) labels(subject quad.IRI, label, short, definition string) {
	c.add(subject, skosInScheme, c.inScheme()...)
	c.add(subject, skosPrefLabel, text(label)...)
	c.add(subject, ownShort, text(short)...)
	c.add(subject, skosDefinition, text(definition)...)
}
