package server

import (
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// diffTable is the matrix of a comparison: what stands on both sides of each
// cell.
type diffTable struct {
	Opened  bool // columns are propositions
	Columns []columnView
	Rows    []diffRow
}

type diffRow struct {
	Label, URL string
	Cells      []diffCell
}

// diffCell is one cell of the diff: the one position on a proposition, or the
// first few changes on an issue.
type diffCell struct {
	Column string
	Items  []diffItem
	More   int
	Alike  int // positions on an issue that are alike
}

// diffItem is a position on both sides. Its class says the kind of change, and
// its word says it without colour.
type diffItem struct {
	Left, Right *sign
	Word, Class string
	Short       string // of the proposition; "" where the head says it
	URL         string
}

// itemsShown is how many changes a cell of an issue names.
const itemsShown = 3

// changeKey names a cell of a comparison.
type changeKey struct{ actor, proposition string }

// anchors leads from a cell to its change in the list below.
type anchors struct {
	numbers map[changeKey]int // from 1
	at      func(number int) string
}

func anchorsOf(list []questions.Change, at func(number int) string) anchors {
	a := anchors{map[changeKey]int{}, at}
	for i, c := range list {
		a.numbers[changeKey{c.Actor, c.Proposition}] = i + 1
	}
	return a
}

// url is "" for a cell that is alike on both sides and not in the list.
func (a anchors) url(c questions.Change) string {
	if n := a.numbers[changeKey{c.Actor, c.Proposition}]; n > 0 {
		return a.at(n)
	}
	return ""
}

func changeAnchor(number int) string { return "change-" + strconv.Itoa(number) }

// diffTable lays the changes out by actor, and by issue or, where the filter
// has one issue, by its propositions.
func (r *request) diffTable(l links, f questions.Filter, c questions.Comparison, changed bool, to anchors) *diffTable {
	t := &diffTable{Opened: len(f.Issues) == 1}
	var shown []questions.Change
	filled := map[string]bool{}
	for _, one := range c.Changes {
		if !changed || !alike(one) {
			shown, filled[t.column(one)] = append(shown, one), true
		}
	}
	places := t.head(l, r, f, filled)
	for _, one := range shown {
		last := len(t.Rows) - 1
		if last < 0 || t.Rows[last].URL != l.Actor(one.Actor) {
			t.Rows = append(t.Rows, t.emptyRow(one.Label, l.Actor(one.Actor)))
			last++
		}
		if at, ok := places[t.column(one)]; ok {
			t.Rows[last].Cells[at].add(r.diffItem(l, one, to), t.Opened, alike(one))
		}
	}
	return t
}

// column is what a change stands under.
func (t *diffTable) column(c questions.Change) string {
	if t.Opened {
		return c.Proposition
	}
	return c.Issue
}

// head puts up the columns in which something stands, in the order of the
// codebook, and returns where each is.
func (t *diffTable) head(l links, r *request, f questions.Filter, filled map[string]bool) map[string]int {
	places := map[string]int{}
	add := func(id string, v columnView) {
		if filled[id] {
			places[id], t.Columns = len(t.Columns), append(t.Columns, v)
		}
	}
	for _, i := range catalog(r.snap) {
		if !t.Opened {
			add(i.ID, columnView{Label: i.Label, Short: i.Short, URL: l.Issue(i.ID)})
			continue
		}
		for _, p := range i.Props {
			if i.ID == f.Issues[0] {
				add(p.ID, columnView{Label: p.Label, Short: p.Short, URL: l.Proposition(p.ID)})
			}
		}
	}
	return places
}

func (t *diffTable) emptyRow(label, url string) diffRow {
	row := diffRow{Label: label, URL: url, Cells: make([]diffCell, len(t.Columns))}
	for i, column := range t.Columns {
		row.Cells[i].Column = capitalised(column.Short)
	}
	return row
}

// add puts a position into the cell. In a cell of an issue what is alike is
// only counted.
func (c *diffCell) add(item diffItem, opened, same bool) {
	switch {
	case opened:
		item.Short = ""
		c.Items = append(c.Items, item)
	case same:
		c.Alike++
	case len(c.Items) == itemsShown:
		c.More++
	default:
		c.Items = append(c.Items, item)
	}
}

func (r *request) diffItem(l links, c questions.Change, to anchors) diffItem {
	item := diffItem{Word: changeWord(c), Class: changeClass(c), Short: r.shortOf(c.Proposition), URL: to.url(c)}
	item.Left, item.Right = sideSign(c.Left), sideSign(c.Right)
	if item.URL == "" {
		item.URL = l.Cell(questions.CellRef{Actor: c.Actor, Group: c.Group, Issue: c.Issue, Proposition: c.Proposition})
	}
	return item
}

func sideSign(s *questions.Side) *sign {
	if s == nil {
		return nil
	}
	return drawn(s.Position.Band)
}

func (r *request) shortOf(proposition string) string {
	if p, ok := r.snap.Codebook.Proposition(proposition); ok {
		return p.Short
	}
	return proposition
}

// changeWord is how two sides differ, in one or two words.
func changeWord(c questions.Change) string {
	if c.How != "" && c.Kind != questions.ChangeRecoded {
		return string(c.How)
	}
	return string(c.Kind)
}

// changeClass is how a change is drawn: something came, went, moved, or is as
// it was.
func changeClass(c questions.Change) string {
	switch c.Kind {
	case questions.ChangeNew, questions.ChangeOnlyRight:
		return "came"
	case questions.ChangeGone, questions.ChangeOnlyLeft:
		return "went"
	case questions.ChangeUnchanged, questions.ChangeSame:
		return "alike"
	case questions.ChangeRecoded:
		return "recoded"
	}
	return "moved"
}
