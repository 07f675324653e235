package server

import (
	"strings"
	"unicode"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// statementPage is one statement with its evidence in context.
type statementPage struct {
	exhibit
	Before, After string   // what stands around the passage
	Cut, Ends     bool     // there is more text before, after
	RevisesURL    string   // the statement that this one corrects
	RevisedBy     []string // addresses of those that correct it
	Variables     []param
	CellURL       string
	Notebook      notebook
	Closed        *closedText
}

// statementAnswer is the JSON of a statement: its record and the notes on it.
type statementAnswer struct {
	statementFields
	Notes []note `json:"notes"`
}

// statementFields is the record without its way to print itself, which would
// leave out what stands beside it.
type statementFields schema.Statement

func fieldsOf(st *schema.Statement) statementFields {
	f := statementFields(*st)
	f.Signatories, f.Via, f.Trace = append([]string{}, st.Signatories...), append([]string{}, st.Via...), append([]string{}, st.Trace...)
	if f.Variables == nil {
		f.Variables = map[string]string{}
	}
	return f
}

// around is how much context stands on each side of a passage, in code points.
const around = 240

func (s *site) statement(r *request) (*page, error) { return s.statementPage(r, noteForm{}) }

func (r *request) statement() (*schema.Statement, error) {
	st, ok := r.snap.Statement(r.id)
	if !ok {
		return nil, missing("statement", r.id, "an ID changes when a statement is coded anew; look for it under its source or its actor")
	}
	return st, nil
}

// statementPage is the page with what was typed as a note.
func (s *site) statementPage(r *request, typed noteForm) (*page, error) {
	st, err := r.statement()
	if err != nil {
		return nil, err
	}
	var l links
	e := r.exhibit(l, st)
	notes := notesIn(r.snap).on(st.ID)
	v := statementPage{exhibit: e, Notebook: s.notebook(r, l.Statement(st.ID), notes, typed), CellURL: l.Cell(questions.CellRef{Actor: st.Actor, Issue: st.Issue, Proposition: st.Proposition})}
	v.Closed = r.closed(r.snap.Sources[st.Source])
	v.context(r.store.Sources[st.Source])
	if st.Revises != "" {
		v.RevisesURL = l.Statement(st.Revises)
	}
	for _, other := range r.snap.OfSource(st.Source) {
		if other.Revises == st.ID {
			v.RevisedBy = append(v.RevisedBy, l.Statement(other.ID))
		}
	}
	for _, k := range keysOf(st.Variables) {
		v.Variables = append(v.Variables, param{k, st.Variables[k]})
	}
	title := e.Name + " " + e.Sign.Word + ": " + e.Proposition
	return &page{
		template: "statement", title: title, view: v, data: statementAnswer{fieldsOf(st), notes}, path: l.Statement(st.ID),
		cite: "statement " + st.ID + ", " + title + ", " + e.When,
	}, nil
}

// context cuts the text around the passage, between words. Nothing follows a
// passage that is itself cut.
func (v *statementPage) context(src *schema.Source) {
	if src == nil || !v.Quote {
		return
	}
	runes := []rune(src.Text)
	if v.End > len(runes) {
		return
	}
	wide := around
	if v.Closed != nil && v.Closed.Excerpts {
		wide = aFewWords
	}
	from, to := max(0, v.Start-wide), min(len(runes), v.End+wide)
	if wide == aFewWords && v.Evidence != string(runes[v.Start:v.End]) {
		runes, to = runes[:v.End], v.End
	}
	v.Before, v.After = string(runes[from:v.Start]), string(runes[v.End:to])
	v.Cut, v.Ends = from > 0, to < len(runes)
	if i := strings.IndexFunc(v.Before, unicode.IsSpace); v.Cut && i >= 0 {
		v.Before = v.Before[i:]
	}
	if i := strings.LastIndexFunc(v.After, unicode.IsSpace); v.Ends && i >= 0 {
		v.After = v.After[:i]
	}
}
