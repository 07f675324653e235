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
}

// around is how much context stands on each side of a passage, in code points.
const around = 240

func statement(r *request) (*page, error) {
	st, ok := r.snap.Statement(r.id)
	if !ok {
		return nil, missing("statement", r.id, "an ID changes when a statement is coded anew; look for it under its source or its actor")
	}
	var l links
	e := r.exhibit(l, st)
	v := statementPage{exhibit: e, CellURL: l.Cell(questions.CellRef{Actor: st.Actor, Issue: st.Issue, Proposition: st.Proposition})}
	v.context(r.snap.Sources[st.Source])
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
		template: "statement", title: title, view: v, data: st, path: l.Statement(st.ID),
		cite: "statement " + st.ID + ", " + title + ", " + e.When,
	}, nil
}

// context cuts the text around the passage, between words.
func (v *statementPage) context(src *schema.Source) {
	if src == nil || !v.Quote {
		return
	}
	runes := []rune(src.Text)
	if v.End > len(runes) {
		return
	}
	from, to := max(0, v.Start-around), min(len(runes), v.End+around)
	v.Before, v.After = string(runes[from:v.Start]), string(runes[v.End:to])
	v.Cut, v.Ends = from > 0, to < len(runes)
	if i := strings.IndexFunc(v.Before, unicode.IsSpace); v.Cut && i >= 0 {
		v.Before = v.Before[i:]
	}
	if i := strings.LastIndexFunc(v.After, unicode.IsSpace); v.Ends && i >= 0 {
		v.After = v.After[:i]
	}
}
