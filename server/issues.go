package server

import (
	"io"
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
	list := r.issueItems(l)
	return &page{
		template: "issues", title: "Issues", view: list, path: l.Issues(),
		data:  issuesAnswer{list, r.snap.Version},
		table: func(w io.Writer) error { return writeIssues(w, list) },
	}, nil
}

func (r *request) issueItems(l links) []issueItem {
	list := []issueItem{}
	for _, i := range catalog(r.snap) {
		item := issueItem{
			ID: i.ID, Label: i.Label, Definition: i.Definition, Propositions: []propItem{}, Statements: i.Statements(),
			URL: l.Issue(i.ID), MatrixURL: l.Matrix(questions.RowsGroups, i.ID),
		}
		for _, p := range i.Props {
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
