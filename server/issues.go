package server

import (
	"io"
	"math"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// issueItem is an issue in a list.
type issueItem struct {
	ID           string     `json:"id"`
	Label        string     `json:"label"`
	Definition   string     `json:"definition"`
	Propositions []propItem `json:"propositions"`
	Statements   int        `json:"statements"`
	Of           int        `json:"-"` // propositions, listed or not
	URL          string     `json:"-"`
	MatrixURL    string     `json:"-"`
}

type propItem struct {
	ID         string `json:"id"`
	Label      string `json:"label"`
	Statements int    `json:"statements"`
	URL        string `json:"-"`
}

// issuesAnswer is the JSON of the list of issues.
type issuesAnswer struct {
	Issues  []issueItem `json:"issues"`
	Version string      `json:"version"`
}

// issues is the list of issues and their propositions.
func issues(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	l := linksOf(f)
	return &page{
		template: "issues", title: "Issues", view: r.issueItems(l, propositionsListed), path: l.Issues(),
		whole: func() any { return issuesAnswer{r.issueItems(l, everyOne), r.snap.Version} },
		table: func(w io.Writer) error { return writeIssues(w, r.issueItems(l, everyOne)) },
	}, nil
}

// How many propositions of an issue are listed where there are more: those with
// most statements.
const (
	propositionsListed = 25
	everyOne           = math.MaxInt
)

func (r *request) issueItems(l links, listed int) []issueItem {
	list := []issueItem{}
	for _, i := range catalog(r.snap) {
		item := issueItem{
			ID: i.ID, Label: i.Label, Definition: i.Definition, Propositions: []propItem{}, Statements: i.Statements(), Of: len(i.Props),
			URL: l.Issue(i.ID), MatrixURL: l.Matrix(questions.RowsGroups, i.ID),
		}
		for _, p := range i.mostSaid(listed) {
			item.Propositions = append(item.Propositions, propItem{p.ID, p.Label, p.Statements, l.Proposition(p.ID)})
		}
		list = append(list, item)
	}
	return list
}

func writeIssues(w io.Writer, list []issueItem) error {
	t := table{head: []string{"issue", "issue_label", "proposition", "proposition_label", "statements"}}
	for _, i := range list {
		for _, p := range i.Propositions {
			t.rows = append(t.rows, []string{i.ID, i.Label, p.ID, p.Label, strconv.Itoa(p.Statements)})
		}
	}
	return t.write(w)
}
