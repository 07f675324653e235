package server

import (
	"io"
	"net/url"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// matrixView is the page of the matrix.
type matrixView struct {
	Begin     bool // nothing is stored yet: say how to begin
	Problem   *problem
	Clock     clock
	RowsBy    []option
	Issues    []option
	Chips     []chip
	Title     string
	Opened    *schema.Issue
	AllURL    string // the matrix of all issues
	AsOf      schema.Day
	Rule      string
	Matrix    questions.Matrix
	Groups    bool
	Columns   []columnView
	Rows      []rowView
	Legend    []sign
	Tags      []tag
	RemoveAll string
}

// option is a choice of a form.
type option struct {
	Value, Label string
	Chosen       bool
}

// matrix is actors or groups down, issues or the propositions of one across.
// A query with one issue opens it; several only choose columns.
func matrix(r *request) (*page, error) {
	spec := questions.MatrixSpec{Rows: questions.RowsGroups}
	if rows := r.query.Get("rows"); rows != "" {
		spec.Rows = questions.Rows(rows)
	}
	f, err := r.filter()
	if err != nil {
		return nil, r.matrixProblem(spec, err)
	}
	if len(f.Issues) == 1 {
		spec.Issue = f.Issues[0]
	}
	m, err := questions.BuildMatrix(r.snap, f, spec)
	if err != nil {
		return nil, r.matrixProblem(spec, err)
	}
	return r.matrixPage(f, spec, m), nil
}

func (r *request) matrixPage(f questions.Filter, spec questions.MatrixSpec, m questions.Matrix) *page {
	v := r.matrixForm(spec)
	l := linksOf(f)
	v.AsOf, v.Rule, v.Matrix = m.AsOf, m.Rule, m
	v.Clock = r.clock("/matrix", r.matrixHidden(), f, statementDays(r.snap, f), func(d schema.Day) string {
		return l.MatrixAt(spec.Rows, spec.Issue, d)
	})
	v.AllURL = l.Matrix(spec.Rows, "")
	v.Chips, v.RemoveAll = r.chips(f, spec), links{}.MatrixAt(spec.Rows, spec.Issue, m.AsOf)
	v.Columns, v.Rows = r.columnViews(l, spec, m), r.rowViews(l, m)
	title := "Who stands where"
	if issue, ok := r.snap.Codebook.Issue(spec.Issue); ok {
		v.Opened, title = issue, issue.Label
	}
	v.Title = title
	return &page{
		template: "matrix", title: title, view: v, data: m, cite: title + ", positions as of " + longDay(m.AsOf) + " by the rule " + m.Rule,
		path:  r.full(f).Matrix(spec.Rows, spec.Issue),
		table: func(w io.Writer) error { return export.MatrixCSV(w, m) },
	}
}

// matrixForm is the part of the page that does not need an answer.
func (r *request) matrixForm(spec questions.MatrixSpec) matrixView {
	v := matrixView{Begin: len(r.snap.Statements) == 0, Title: "Who stands where", Groups: spec.Rows != questions.RowsActors, Tags: tags}
	for _, b := range bands {
		v.Legend = append(v.Legend, signs[b])
	}
	v.RowsBy = []option{
		{string(questions.RowsGroups), "states and groups", spec.Rows != questions.RowsActors},
		{string(questions.RowsActors), "single actors", spec.Rows == questions.RowsActors},
	}
	v.Issues = []option{{Label: "all issues", Chosen: spec.Issue == ""}}
	for _, i := range r.snap.Codebook.Issues {
		v.Issues = append(v.Issues, option{i.ID, i.Label, i.ID == spec.Issue})
	}
	return v
}

// matrixHidden is what the form keeps without showing it: it shows rows and a
// single issue itself.
func (r *request) matrixHidden() url.Values {
	q := copied(r.query)
	q.Del("rows")
	if len(q["issue"]) < 2 {
		q.Del("issue")
	}
	return q
}

// matrixProblem shows the form again with what was typed and what is wrong.
func (r *request) matrixProblem(spec questions.MatrixSpec, err error) error {
	v := r.matrixForm(spec)
	told := problemOf(err)
	v.Problem = &told
	v.Clock = r.brokenClock("/matrix", r.matrixHidden())
	for i, o := range v.Issues {
		v.Issues[i].Chosen = o.Value == r.query.Get("issue")
	}
	v.Chips = rawChips(r.query, func(q url.Values) string { return address("/matrix", q) })
	return &formError{err, &page{template: "matrix", title: "The filter cannot be read", view: v}}
}
