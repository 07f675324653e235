package records

import (
	"time"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// coder goes through the fields of a record: a writer takes them, a reader
// fills them in.
type coder interface {
	text(*string)
	texts(*[]string)
	pairs(*map[string]string)
	length(int) int // of a list: what is written, or what was
	whole(*int)
	number(*float64)
	date(*schema.Date)
	moment(*time.Time)
	flag(*bool)
	codebook(**schema.Codebook)
}

// word is a text of one of the closed lists of schema. A record that is written
// is only read: a snapshot may be made of it meanwhile.
func word[W ~string](c coder, w *W) {
	s := string(*w)
	c.text(&s)
	if *w != W(s) {
		*w = W(s)
	}
}

// stance is likewise.
func stance(c coder, s *schema.Stance) {
	n := int(*s)
	c.whole(&n)
	if int(*s) != n {
		*s = schema.Stance(n)
	}
}

// list goes through the records of one kind; a reader makes them in one piece.
func list[T any](c coder, all *[]*T, fields func(coder, *T)) {
	if n := c.length(len(*all)); n > len(*all) {
		piece := make([]T, n)
		*all = make([]*T, n)
		for i := range piece {
			(*all)[i] = &piece[i]
		}
	}
	for _, r := range *all {
		fields(c, r)
	}
}

func (s *Set) fields(c coder) {
	if n := c.length(len(s.Codebooks)); n > len(s.Codebooks) {
		s.Codebooks = make([]*schema.Codebook, n)
	}
	for i := range s.Codebooks {
		c.codebook(&s.Codebooks[i])
	}
	c.text(&s.Current)
	list(c, &s.Imports, importFields)
	list(c, &s.Sources, sourceFields)
	list(c, &s.Statements, statementFields)
	list(c, &s.Annotations, annotationFields)
	for _, ids := range []*[]string{&s.Gone.Codebooks, &s.Gone.Imports, &s.Gone.Sources, &s.Gone.Statements} {
		c.texts(ids)
	}
}

func importFields(c coder, r *quads.ImportRecord) {
	for _, text := range []*string{&r.ID, &r.File, &r.Hash, &r.Mapping, &r.Codebook} {
		c.text(text)
	}
	c.whole(&r.Statements)
	c.moment(&r.Recorded)
	c.flag(&r.Complete)
}

func sourceFields(c coder, r *quads.SourceRecord) {
	for _, text := range []*string{&r.ID, &r.Doc, &r.Title, &r.Author, &r.Outlet, &r.URL, &r.Kind, &r.Lang, &r.DateRule, &r.Reader, &r.Note, &r.Text, &r.Import} {
		c.text(text)
	}
	c.date(&r.Published)
	c.date(&r.PageDate)
	c.date(&r.Retrieved)
	word(c, &r.Status)
	word(c, &r.Rights)
	c.texts(&r.Extracted)
	c.texts(&r.NearTo)
	c.moment(&r.Recorded)
}

func statementFields(c coder, r *quads.StatementRecord) {
	c.text(&r.ID)
	c.text(&r.Doc)
	c.text(&r.Source)
	c.text(&r.Evidence)
	c.text(&r.Actor)
	c.text(&r.OnBehalfOf)
	c.text(&r.Issue)
	c.text(&r.Proposition)
	c.text(&r.Condition)
	c.text(&r.Coder)
	c.text(&r.Codebook)
	c.text(&r.Revises)
	c.text(&r.Reason)
	c.text(&r.Reviewer)
	c.text(&r.Import)
	c.whole(&r.Start)
	c.whole(&r.End)
	stance(c, &r.Stance)
	word(c, &r.Act)
	c.date(&r.Date)
	word(c, &r.DateBasis)
	word(c, &r.Mode)
	word(c, &r.Status)
	c.number(&r.Confidence)
	c.texts(&r.Signatories)
	c.texts(&r.Via)
	c.texts(&r.Trace)
	c.pairs(&r.Variables)
	c.moment(&r.Recorded)
}

func annotationFields(c coder, r *quads.AnnotationRecord) {
	for _, text := range []*string{&r.ID, &r.Doc, &r.Source, &r.Evidence, &r.Type, &r.Coder, &r.Reason} {
		c.text(text)
	}
	c.whole(&r.Start)
	c.whole(&r.End)
	c.date(&r.Date)
	c.pairs(&r.Variables)
	c.moment(&r.Recorded)
}
