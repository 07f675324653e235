package dna

import "github.com/stancegraph/stancegraph/schema"

// annotate keeps a coded passage that is no statement: a note, or a statement
// without somebody who speaks, a concept or a stance. Its variables are all
// values, by the names in the file, and what Statement.Variables says of
// statement and document.
func (c *converter) annotate(s *Statement, f *form, reason string) {
	d := c.documents[s.Document]
	src := &c.out.Sources[d.source]
	a := schema.Annotation{Doc: src.Doc, Source: src.ID, Type: f.Label, Coder: c.coders[s.Coder], Reason: reason,
		Date:      schema.DateOfDay(schema.DayOf(d.time)),
		Variables: c.variables(s, f, func(*Variable) bool { return true }, f.declaredAll)}
	a.Start, a.End, a.Evidence = c.evidence(s, a.Variables)
	a.ID = a.DeriveID()
	c.out.Annotations = append(c.out.Annotations, a)
}
