package dna

import (
	"cmp"
	"path/filepath"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// document is a document of DNA with the source it became.
type document struct {
	*Document
	text   *text
	source int // place in the sources; documents of one text share it
	time   time.Time
}

// texts makes a source of every text. Documents of one text are one source,
// because the text is what a source is; their statements keep them apart.
func (c *converter) texts() error {
	c.documents = make(map[int64]*document, len(c.file.Documents))
	places := map[string]int{}
	for i := range c.file.Documents {
		d := &document{Document: &c.file.Documents[i]}
		var err error
		if d.text, err = newText(d.Text); err != nil {
			return schema.Errorf(schema.KindInput, schema.HintOf(err), "%s: document %d: %w", c.file.Path, d.ID, err)
		}
		d.time = time.Unix(d.Date, 0).UTC()
		id := schema.HashText(c.sourceText(d))
		at, shared := places[id]
		if d.source = at; !shared {
			d.source, places[id] = len(c.out.Sources), len(c.out.Sources)
			c.out.Sources = append(c.out.Sources, c.source(id, d))
			if d.text.read == "" {
				c.report(documentName(d.ID), "Text", "", "it is empty: the document is kept as a citation")
			}
		} else {
			c.share(d)
		}
		c.documents[d.ID] = d
	}
	return nil
}

func (c *converter) source(id string, d *document) schema.Source {
	return schema.Source{ID: id, Doc: c.member(d.ID), Title: d.Title, Author: d.Author, Outlet: d.Source,
		Kind: kindOf(d), Published: schema.DateOfDay(schema.DayOf(d.time)), DateRule: "DNA date " + d.time.Format(layoutInstant),
		Status: schema.SourceRaw, Note: note(d.Document), Text: c.sourceText(d)}
}

// sourceText is the text of a document or, where that is empty, its citation: a
// source must have some. What is coded there is cited, as nothing lies in it.
func (c *converter) sourceText(d *document) string {
	if d.text.read != "" {
		return d.text.read
	}
	return documentName(d.ID) + " of DNA in " + filepath.Base(cmp.Or(c.file.Path, c.options.Name)) + ": " + d.Title
}

func kindOf(d *document) string {
	if d.text.read == "" {
		return schema.KindCitation
	}
	return kindDocument
}

// member is how a document is called: a member of the file.
func (c *converter) member(id int64) string {
	return filepath.Base(cmp.Or(c.file.Path, c.options.Name)) + "/" + decimal(id)
}

const (
	kindDocument  = "document"
	layoutInstant = "2006-01-02T15:04:05"
)

// share adds a document to the source that has its text already.
func (c *converter) share(d *document) {
	s := &c.out.Sources[d.source]
	s.DateRule += " and " + d.time.Format(layoutInstant)
	also := strings.TrimSpace("the same text is " + documentName(d.ID) + ": " + d.Title + "\n" + note(d.Document))
	s.Note = strings.TrimPrefix(s.Note+"\n"+also, "\n")
	c.report(documentName(d.ID), "Text", "", "the same text as %s has: both are one source, dated as the first; statements keep the numbers of their documents", s.Doc)
}

func documentName(id int64) string { return "document " + decimal(id) }

// note is what a source has no field for, in words.
func note(d *Document) string {
	var lines []string
	for _, f := range []struct{ name, value string }{
		{"section", d.Section}, {"type", d.Type}, {"notes", d.Notes},
	} {
		if f.value != "" {
			lines = append(lines, f.name+": "+f.value)
		}
	}
	return strings.Join(lines, "\n")
}
