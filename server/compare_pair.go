package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// pairIssue is an issue with the positions of two actors next to each other.
type pairIssue struct {
	Label, URL string
	Rows       []pairRow
	More       int    // propositions that are not shown
	MoreURL    string // the same comparison on this issue alone, which shows more; "" where it is that one
}

// Of is how many propositions there are.
func (i pairIssue) Of() int { return len(i.Rows) + i.More }

type pairRow struct {
	Label, URL  string
	Left, Right *standpoint
	Word, Class string
	To          string // the change in the list
}

// How many propositions of an issue the page of two actors shows: of one issue
// that is asked for alone, and of each where there are several.
const (
	pairsShown  = 500
	pairsOfEach = 50
)

// pairTable lays two actors or groups out by issue and proposition.
type pairTable struct {
	*request
	l        links
	v        *compareView
	contrast *questions.Contrast
	to       func(number int) string // the change in the list below
	most     int
	issues   []pairIssue
	at       map[string]int // of the issues
}

func (r *request) newPairTable(v *compareView, q comparison, c *questions.Contrast, to func(number int) string) *pairTable {
	f, l := q.filter, linksOf(q.filter)
	t := &pairTable{request: r, l: l, v: v, contrast: c, to: to, most: pairsOfEach, at: map[string]int{}}
	if len(f.Issues) == 1 {
		t.most = pairsShown
	}
	for _, i := range catalog(r.snap) {
		issue := pairIssue{Label: i.Label, URL: l.Issue(i.ID)}
		if alone := f; len(f.Issues) != 1 {
			alone.Issues = []string{i.ID}
			issue.MoreURL = q.place.at(alone.Values())
		}
		t.at[i.ID], t.issues = len(t.issues), append(t.issues, issue)
	}
	return t
}

// add puts a cell below those of its issue. Where there are many, positions are
// looked up of those that are shown.
func (t *pairTable) add(i int, c listedCell) {
	issue := &t.issues[t.at[c.Issue]]
	if len(issue.Rows) == t.most {
		issue.More++
		return
	}
	change := t.contrast.Change(i)
	row := pairRow{
		Label: t.snap.Codebook.PropositionLabel(c.Proposition), URL: t.l.Proposition(c.Proposition),
		Left: t.sideStand(t.l, change.Left), Right: t.sideStand(t.l, change.Right), Word: t.v.word(c.Kind, c.How), Class: changeClass(c.Kind),
	}
	if c.number > 0 {
		row.To = t.to(c.number)
	}
	issue.Rows = append(issue.Rows, row)
}

// filled are the issues on which something is said.
func (t *pairTable) filled() []pairIssue {
	return slices.DeleteFunc(t.issues, func(i pairIssue) bool { return len(i.Rows) == 0 })
}

func (r *request) sideStand(l links, s *questions.Side) *standpoint {
	if s == nil {
		return nil
	}
	stand := r.standpoint(l, s.Position)
	return &stand
}
