package server

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// diffTable is the matrix of a comparison: what stands on both sides of each
// cell.
type diffTable struct {
	Opened  bool // columns are propositions
	Columns []columnView
	More    int // propositions that have no column: on these less has changed
	Rows    []diffRow
	Empty   string // what a cell says with nothing in it

	v     *compareView
	l     links
	to    func(number int) string // the change in the list below
	at    map[string]*diffColumn
	last  *diffColumn // cells of an issue stand together
	actor string      // of the last row
}

type diffColumn struct {
	id     string
	place  int  // among the columns
	filled bool // something stands in it
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
	Then        bool // the right side is later, and not merely another
	Word, Class string
	Short       string // of the proposition; "" where the head says it
	URL         string
}

const (
	itemsShown       = 2  // changes that a cell of an issue names
	diffColumnsShown = 20 // propositions of one issue: as many as an opened matrix has on a page
)

func changeAnchor(number int) string { return "change-" + strconv.Itoa(number) }

// newDiffTable puts up the columns, in the order of the codebook: all issues or,
// where the filter has one, those of its propositions on which most has changed.
func (r *request) newDiffTable(v *compareView, q comparison, c *questions.Contrast, to func(number int) string) *diffTable {
	f, l := q.filter, linksOf(q.filter)
	t := &diffTable{Opened: len(f.Issues) == 1, Empty: "no statement", v: v, l: l, to: to, at: map[string]*diffColumn{}}
	if q.changed {
		t.Empty = "no change"
	}
	if t.Opened {
		t.choose(c, q.changed)
	}
	for _, i := range catalog(r.snap) {
		if !t.Opened {
			t.head(i.ID, columnView{Label: i.Label, Short: i.Short, URL: l.Issue(i.ID)})
			continue
		}
		for _, p := range i.Props {
			if i.ID == f.Issues[0] && t.at[p.ID] != nil {
				t.head(p.ID, columnView{Label: p.Label, Short: p.Short, URL: l.Proposition(p.ID)})
			}
		}
	}
	return t
}

func (t *diffTable) head(id string, v columnView) {
	t.at[id] = &diffColumn{id: id, place: len(t.Columns)}
	t.Columns = append(t.Columns, v)
}

// choose finds the propositions that have a column.
func (t *diffTable) choose(c *questions.Contrast, changed bool) {
	differing := map[string]int{}
	for i := range c.Len() {
		switch cell := c.At(i); {
		case !alike(cell.Kind):
			differing[cell.Proposition]++
		case !changed:
			differing[cell.Proposition] = max(0, differing[cell.Proposition]) // to have it listed
		}
	}
	all := keysOf(differing)
	slices.SortStableFunc(all, func(a, b string) int { return cmp.Compare(differing[b], differing[a]) })
	t.More = max(0, len(all)-diffColumnsShown)
	for _, id := range all[:len(all)-t.More] {
		t.at[id] = &diffColumn{}
	}
}

// column is what a cell stands under; nil where that is not shown.
func (t *diffTable) column(c questions.ContrastedCell) *diffColumn {
	id := c.Issue
	if t.Opened {
		id = c.Proposition
	}
	if t.last == nil || t.last.id != id {
		t.last = t.at[id]
	}
	return t.last
}

// add puts a cell into the table, below those that are there.
func (t *diffTable) add(r *request, c listedCell) {
	column := t.column(c.ContrastedCell)
	if column == nil {
		return
	}
	column.filled = true
	if len(t.Rows) == 0 || t.actor != c.Actor {
		t.actor, t.Rows = c.Actor, append(t.Rows, t.emptyRow(c.Label, t.l.Actor(c.Actor)))
	}
	// In a cell of an issue what is alike is only counted.
	switch cell := &t.Rows[len(t.Rows)-1].Cells[column.place]; {
	case t.Opened:
		cell.Items = append(cell.Items, t.item(r, c))
	case alike(c.Kind):
		cell.Alike++
	case len(cell.Items) == itemsShown:
		cell.More++
	default:
		cell.Items = append(cell.Items, t.item(r, c))
	}
}

// finish takes out the columns in which nothing stands.
func (t *diffTable) finish() *diffTable {
	empty := map[int]bool{}
	for _, column := range t.at {
		empty[column.place] = !column.filled
	}
	t.Columns = leavingOut(t.Columns, empty)
	for i := range t.Rows {
		t.Rows[i].Cells = leavingOut(t.Rows[i].Cells, empty)
	}
	return t
}

func leavingOut[T any](list []T, out map[int]bool) []T {
	var rest []T
	for i, one := range list {
		if !out[i] {
			rest = append(rest, one)
		}
	}
	return rest
}

func (t *diffTable) emptyRow(label, url string) diffRow {
	row := diffRow{Label: label, URL: url, Cells: make([]diffCell, len(t.Columns))}
	for i, column := range t.Columns {
		row.Cells[i].Column = capitalised(column.Short)
	}
	return row
}

func (t *diffTable) item(r *request, c listedCell) diffItem {
	item := diffItem{Then: t.v.Dates, Word: t.v.word(c.Kind, c.How), Class: changeClass(c.Kind), Left: bandSign(c.Left), Right: bandSign(c.Right)}
	if !t.Opened {
		item.Short = r.snap.Codebook.PropositionShort(c.Proposition)
	}
	if c.number > 0 {
		item.URL = t.to(c.number)
	} else {
		item.URL = t.l.Cell(questions.CellRef{Actor: c.Actor, Group: c.Group, Issue: c.Issue, Proposition: c.Proposition})
	}
	return item
}

// bandSign is nil where there is no position.
func bandSign(b questions.Band) *sign {
	if b == questions.BandNone {
		return nil
	}
	return drawn(b)
}

// changeClass is how a change is drawn: something came, went, moved, or is as
// it was.
func changeClass(kind questions.ChangeKind) string {
	switch kind {
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
