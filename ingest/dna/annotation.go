package dna

import (
	"github.com/google/uuid"

	"github.com/stancegraph/stancegraph/schema"
)

// Annotation is a coded passage that is no statement: a note, or a statement
// without somebody who speaks, a concept or a stance. It counts in no position.
type Annotation struct {
	ID        string            `json:"id"` // UUIDv5 of the document's text, its number and that of the statement
	Doc       string            `json:"doc"`
	Source    string            `json:"source"`
	Start     int               `json:"start"` // code points of the text as read; Start == End where there is no passage
	End       int               `json:"end"`
	Evidence  string            `json:"evidence"`
	Type      string            `json:"type"` // label of the statement type
	Coder     string            `json:"coder"`
	Date      schema.Date       `json:"date"`
	Reason    string            `json:"reason"`    // why it is no statement
	Variables map[string]string `json:"variables"` // all values, by the names in the file, and what Statement.Variables says of statement and document
}

var namespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/stancegraph/stancegraph/annotation"))

func (c *converter) annotate(s *Statement, f *form, reason string) {
	d := c.documents[s.Document]
	src := &c.out.Sources[d.source]
	a := Annotation{Doc: src.Doc, Source: src.ID, Type: f.Label, Coder: c.coders[s.Coder], Reason: reason,
		Date:      schema.DateOfDay(schema.DayOf(d.time)),
		Variables: c.variables(s, f, func(*Variable) bool { return true }, f.declaredAll)}
	a.Start, a.End, a.Evidence = c.evidence(s, a.Variables)
	a.ID = uuid.NewSHA1(namespace, []byte(src.ID+"\x1f"+decimal(d.ID)+"\x1f"+decimal(s.ID))).String()
	c.out.Annotations = append(c.out.Annotations, a)
}
