package server

import (
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// sourcePage is the text of a source with every evidence passage highlighted.
type sourcePage struct {
	*schema.Source
	Digest   bool
	Original string
	When     string
	Segments []textSegment
	Notes    []exhibit // of this page: the statements, numbered from 1 in the order of their passages
	Pager    pager     // of Notes
	at       func(page int) string
	Words    int
	Passages int
	Rejected int
	Near     []nearCopy
	Notebook notebook
	Closed   *closedText
}

// nearCopy is another source with nearly the same text.
type nearCopy struct {
	Title, Outlet, When, URL string
}

// sourceAnswer is the JSON of a source.
type sourceAnswer struct {
	*schema.Source
	Text       string              `json:"text"`
	Statements []*schema.Statement `json:"statements"`
	Notes      []note              `json:"notes"` // those on its statements among them
}

func (s *site) source(r *request) (*page, error) { return s.sourcePage(r, noteForm{}) }

func (r *request) source() (*schema.Source, error) {
	src, ok := r.snap.FindSource(r.id)
	if !ok {
		return nil, missing("source", r.id, "the list of sources is at /sources")
	}
	return src, nil
}

// sourcePage is the page with what was typed as a note.
func (s *site) sourcePage(r *request, typed noteForm) (*page, error) {
	src, err := r.source()
	if err != nil {
		return nil, err
	}
	all := r.snap.OfSource(src.ID)
	statements := standing(all)
	at := func(page int) string { return place{path: links{}.Source(src.ID)}.onPage(page).at(nil) }
	shown, pages, err := r.statementPage(statements, "notes-head", at)
	if err != nil {
		return nil, err
	}
	text := r.textOf(src)
	passages := passagesOf(statements, utf8.RuneCountInString(text))
	var l links
	notes := notesIn(r.snap).on(src.ID)
	v := sourcePage{
		Notebook: s.notebook(r, l.Source(src.ID), notes, typed),
		Source:   src, Digest: src.Kind == schema.KindDigest, Original: webAddress(src.URL), When: longDate(src.Published),
		Segments: r.reading(src, passages, currentPassage(r.query.Get("passage"))),
		Notes:    r.exhibits(l, shown), Pager: pages, at: at, Words: wordCount(text), Passages: len(passages),
		Rejected: len(all) - len(statements), Closed: r.closed(src),
	}
	for _, id := range src.NearTo {
		near := nearCopy{Title: shortID(id), URL: l.Source(id)}
		if other, ok := r.snap.Sources[id]; ok {
			near.Title, near.Outlet, near.When = other.Heading(), other.Outlet, longDate(other.Published)
		}
		v.Near = append(v.Near, near)
	}
	for i := range v.Notes {
		v.Notes[i].Number = pages.From + i
	}
	return &page{
		template: "source", title: src.Heading(), view: v, path: at(pages.Page),
		data: sourceAnswer{withLists(src), src.Text, append([]*schema.Statement{}, statements...), notes},
		cite: citeSource(src), table: func(w io.Writer) error {
			return export.CSV(w, r.snap, questions.Filter{Sources: []string{src.ID}})
		},
	}, nil
}

// standing are the statements that a reader of the source is shown: those
// that were rejected have their own pages and no highlight.
func standing(list []*schema.Statement) []*schema.Statement {
	var kept []*schema.Statement
	for _, st := range list {
		if st.Status != schema.StatusRejected {
			kept = append(kept, st)
		}
	}
	return kept
}

// NoteURL leads to a statement of the list, whatever page of it that is on.
func (p sourcePage) NoteURL(number int) string {
	note := fmt.Sprintf("#note-%d", number)
	if number >= p.Pager.From && number <= p.Pager.To {
		return note
	}
	return p.at((number-1)/statementsShown+1) + note
}

// ReviewLabel is how far the source has been coded, in words.
func (p sourcePage) ReviewLabel() string {
	switch p.Status {
	case schema.SourceCoded:
		return "coded by a person"
	case schema.SourceProposed:
		return "statements proposed by a program, not reviewed as a whole"
	}
	return "stored, not coded yet"
}

// currentPassage reads "812-934" from the address; anything else marks nothing.
func currentPassage(s string) passage {
	var p passage
	if n, err := fmt.Sscanf(s, "%d-%d", &p.start, &p.end); n != 2 || err != nil {
		return passage{start: -1, end: -1}
	}
	return p
}

// citeSource names a source so that a digest never passes for its original.
func citeSource(src *schema.Source) string {
	what := fmt.Sprintf("%q", src.Heading())
	if src.Kind == schema.KindDigest {
		what = "digest of " + what
	}
	if src.Outlet != "" {
		what += ", " + src.Outlet
	}
	if !src.Published.IsZero() {
		what += ", " + longDate(src.Published)
	}
	return what
}
