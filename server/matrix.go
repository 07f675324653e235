package server

import (
	"io"
	"net/url"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// matrixView is the page of the matrix.
type matrixView struct {
	Begin     bool // nothing is stored yet: say how to begin
	Selection selection
	Title     string
	Opened    *schema.Issue
	AllURL    string // the matrix of all issues
	AsOf      schema.Day
	Rule      string
	Matrix    questions.Matrix
	Groups    bool
	Arrange   arrangeView
	Grid      gridView
	Legend    []sign
	Tags      []tag
}

// What one page of a matrix shows at most, beside what is pinned. The rest is
// on the pages after it, and all of it in CSV.
const (
	rowsOnPage    = 50
	columnsOnPage = 20
)

// maxListed is how many positions the JSON of a matrix has at most: each takes
// about a kilobyte, and the whole is in memory before the first byte leaves.
const maxListed = 500_000

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
	a, err := r.arrangement()
	if err != nil {
		return nil, r.matrixProblem(spec, err)
	}
	if r.shape == formatHTML || r.shape.isPicture() {
		spec.Page, spec.Columns = a.columnsOnPage, columnsOnPage
		spec.Brief = r.shape == formatHTML || picture.Countable(r.snap, f, spec)
	}
	m, err := questions.BuildMatrix(r.snap, f, spec)
	if err != nil {
		return nil, r.matrixProblem(spec, err)
	}
	shown := a.applied(m)
	if err := r.recount(f, spec, m, &shown); err != nil {
		return nil, err
	}
	if n := listed(shown); n > maxListed && r.shape == formatJSON {
		return nil, r.matrixProblem(spec, schema.Errorf(schema.KindUsage, "choose an issue, actors or groups; the CSV of this view has a line for every cell",
			"%s are too many for the JSON of one matrix, which takes %s", count(n, "position"), thousands(maxListed)))
	}
	return r.matrixPage(f, spec, a, m, shown), nil
}

// listed is how many positions a matrix has in its cells, empty ones included.
func listed(m questions.Matrix) (n int) {
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			if i := c.Issue; i != nil {
				n += len(i.Held) + len(i.Rejected) + len(i.Undecided) + len(i.Mixed)
			} else {
				n++
			}
		}
	}
	return n
}

// recount makes what a matrix comes to the sum of what it shows, where an
// arrangement hides some of it.
func (r *request) recount(f questions.Filter, spec questions.MatrixSpec, m questions.Matrix, shown *questions.Matrix) error {
	if len(shown.Rows) == len(m.Rows) && len(shown.Columns) == len(m.Columns) {
		return nil
	}
	spec.Page, spec.Columns = 0, 0
	spec.OnlyRows, spec.OnlyColumns = make([]string, len(shown.Rows)), make([]string, len(shown.Columns))
	for i, row := range shown.Rows {
		spec.OnlyRows[i] = row.ID
	}
	for j, column := range shown.Columns {
		spec.OnlyColumns[j] = column.ID
	}
	part, err := questions.BuildMatrix(r.snap, f, spec)
	if err != nil {
		return err
	}
	rows, columns := map[string]int{}, map[string]int{}
	for _, row := range part.Rows {
		rows[row.ID] = row.Counted
	}
	for _, column := range part.Columns {
		columns[column.ID] = column.Counted
	}
	for i := range shown.Rows {
		shown.Rows[i].Counted = rows[shown.Rows[i].ID]
	}
	for j := range shown.Columns {
		shown.Columns[j].Counted = columns[shown.Columns[j].ID]
	}
	shown.N, shown.Of = part.N, part.Of
	return nil
}

func (r *request) matrixPage(f questions.Filter, spec questions.MatrixSpec, a arrangement, m, shown questions.Matrix) *page {
	p := r.matrixPlace(spec)
	v := r.matrixView(spec)
	v.Selection = r.selection(p, f, r.matrixFields(r.query)...)
	v.Selection.Views = otherViews(p, f, spec.Rows)
	l := linksOf(f)
	v.AsOf, v.Rule, v.Matrix = m.AsOf, m.Rule, shown
	v.AllURL = l.Matrix(spec.Rows, "")
	v.Arrange = r.arrangeView(p, f, spec, a, m, shown)
	v.Grid = r.gridView(l, spec, a, v.Arrange.Rows, shown)
	if issue, ok := r.snap.Codebook.Issue(spec.Issue); ok {
		v.Opened, v.Title = issue, issue.Label
	}
	return &page{
		template: "matrix", title: v.Title, view: v, data: shown, cite: v.Title + ", positions as of " + longDay(m.AsOf) + " by the rule " + m.Rule,
		path:  p.with("rows", string(spec.Rows)).at(r.full(f).filter),
		table: func(w io.Writer) error { return export.MatrixCSV(w, shown) },
		draw:  r.drawMatrix(v.Title, f, shown), tables: []string{"docx", "xlsx", "latex", "md"},
	}
}

// matrixPlace says what the matrix is asked for beside the filter. The issue
// that is opened stands in its heading, and is no chip.
func (r *request) matrixPlace(spec questions.MatrixSpec) place {
	p := place{path: "/matrix"}
	if spec.Rows == questions.RowsActors {
		p = p.with("rows", string(spec.Rows))
	}
	p = p.asked(r.query, "order", "across", "like", "axes", "arrange", "page", "row-page")
	for _, name := range []string{paramPin, paramPinColumn, paramHide, paramHideColumn} {
		p = p.withAll(name, r.query[name])
	}
	return p.with("issue", spec.Issue)
}

// matrixView is the part of the page that does not need an answer.
func (r *request) matrixView(spec questions.MatrixSpec) matrixView {
	v := matrixView{Begin: len(r.snap.Statements) == 0, Title: "Who stands where", Groups: spec.Rows != questions.RowsActors, Tags: tags}
	for _, b := range bands {
		v.Legend = append(v.Legend, signs[b])
	}
	return v
}

// matrixFields choose rows and columns. Several issues are chips, and no one
// field can show them.
func (r *request) matrixFields(query url.Values) []field {
	list := []field{rowsField(query)}
	if len(query["issue"]) > 1 {
		return list
	}
	issues := []option{{Label: "all issues"}}
	for _, i := range r.snap.Codebook.Issues {
		issues = append(issues, option{Value: i.ID, Label: "propositions on " + i.Label})
	}
	columns := choices("issue", "Columns", query, issues...)
	columns.Wide = true
	return append(list, columns)
}

// matrixProblem shows the form again with what was typed and what is wrong.
func (r *request) matrixProblem(spec questions.MatrixSpec, err error) error {
	v := r.matrixView(spec)
	v.Selection = r.brokenSelection(place{path: "/matrix"}, err, r.matrixFields(r.query)...)
	return &formError{err, &page{template: "matrix", title: "The filter cannot be read", view: v}}
}
