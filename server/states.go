package server

import (
	"errors"
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// statesView is what the parts of pages can look like, drawn from canned data
// by the types and templates of the pages themselves: for design, and for
// pictures of everything at once. Its data are in states_data.go.
type statesView struct {
	guide
	Matrices []matrixView
	Legend   matrixView
	Compared compareView
	Evidence []exhibit
	Closed   []*closedText
	Filtered selection
	Broken   selection
	Problems []problem
	Pager    pager
}

// states answers from canned data, whatever is stored. No page leads here.
func states(r *request) (*page, error) {
	own := *r
	own.snap, own.route = cannedSnapshot(), ""
	own.store = own.snap
	r = &own
	l := links{}
	v := statesView{
		guide: statesGuide, Compared: r.cannedComparison(), Evidence: r.cannedEvidence(l),
		Closed: []*closedText{{}, {Excerpts: true}, {Withheld: true}},
		Pager:  pagerOf(2, statementsShown, 1234, "statements", func(n int) string { return place{path: "/actors"}.onPage(n).at(nil) }),
	}
	for _, m := range cannedMatrices() {
		v.Matrices = append(v.Matrices, r.cannedMatrixView(l, m))
	}
	v.Legend = v.Matrices[0]
	p := place{path: "/matrix"}
	r.query = url.Values{paramFacets: {facetsOpen}}
	f := questions.Filter{Actors: []string{longActor, hebrewActor}, Not: questions.Exclusion{Coders: []string{"rules/1"}}}
	v.Filtered = r.selection(p, f)
	r.query = url.Values{"as-of": {"never"}, "stale": {"-3"}, "actor": {longActor}}
	_, wrong := questions.ParseFilter(r.query, r.snap)
	v.Broken = r.brokenSelection(p, wrong, rowsField(r.query))
	for _, err := range []error{
		wrong, missing("issue", "harbor", "the list of issues is at /issues"), errToken,
		schema.Errorf(schema.KindBusy, "ask again in a moment", "too many queries are running"), errors.New("a fault of the program"),
	} {
		v.Problems = append(v.Problems, problemOf(err))
	}
	return &page{template: "states", title: v.Title, view: v, data: v.guide}, nil
}

// A canned matrix is answered in the forms of a real one.
func (r *request) cannedMatrixView(l links, m cannedMatrix) matrixView {
	spec := questions.MatrixSpec{Rows: questions.RowsGroups, Issue: m.Issue}
	a := arrangement{pinned: []string{unknownActor}}
	v := r.matrixView(spec)
	v.Title, v.AsOf, v.Matrix = m.title, m.AsOf, m.Matrix
	v.Grid = r.gridView(l, spec, a, pagerOf(1, rowsOnPage, len(m.Rows), "rows", nil), m.Matrix)
	v.Grid.Prefix = m.title + "-"
	if m.Issue != "" {
		v.Opened = &schema.Issue{ID: m.Issue, Label: m.title}
	}
	return v
}

// cannedComparison is a column for each kind of change, and one without data.
func (r *request) cannedComparison() compareView {
	v := compareView{Title: "Comparisons", Left: "one side", Right: "the other"}
	row := diffRow{Label: longActor, URL: links{}.Actor(longActor)}
	t := &diffTable{Opened: true, Empty: "no statement", v: &v, to: func(n int) string { return "#" + changeAnchor(n) }}
	for i, kind := range questions.ChangeKinds {
		c := listedCell{number: i + 1}
		c.Kind, c.Left, c.Right = kind, questions.BandOppose, questions.BandConditionalSupport
		v.Dates = i <= slices.Index(questions.ChangeKinds, questions.ChangeRecoded)
		switch kind {
		case questions.ChangeNew, questions.ChangeOnlyRight:
			c.Left = questions.BandNone
		case questions.ChangeGone, questions.ChangeOnlyLeft:
			c.Right = questions.BandNone
		case questions.ChangeUnchanged, questions.ChangeSame:
			c.Right = c.Left
		case questions.ChangeMoved:
			c.How = questions.How(questions.ShiftReversed)
		}
		row.Cells = append(row.Cells, diffCell{Column: string(kind), Items: []diffItem{t.item(r, c)}})
		t.Columns = append(t.Columns, columnView{Label: string(kind), Short: string(kind), URL: links{}.Proposition(string(kind))})
	}
	row.Cells = append(row.Cells, diffCell{Column: "no data"})
	t.Columns = append(t.Columns, columnView{Label: "no data", Short: "no data", URL: links{}.Proposition("no data")})
	t.Rows, v.Diff = []diffRow{row}, t
	return v
}

// cannedEvidence is every statement of the canned snapshot, with all that a
// cell can say of one.
func (r *request) cannedEvidence(l links) []exhibit {
	var list []exhibit
	for i := range r.snap.Statements {
		e := r.exhibit(l, &r.snap.Statements[i])
		switch e.Status {
		case schema.StatusRejected:
			e.Witness.Reason = questions.ReasonRejected
		case schema.StatusAccepted:
			e.Witness = questions.Witness{Counted: true, Deciding: true, Contradicts: true, AsSignatory: true, Possible: true}
		}
		list = append(list, e)
	}
	return list
}
