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

	l     links
	to    func(number int) string // the change in the list below
	at    map[string]*diffColumn
	last  *diffColumn // cells of an issue stand together
	actor string      // of the last row
}

// diffColumn is what stands in a column of which only the ID is known.
type diffColumn struct {
	id        string
	differing int
	place     int // among the columns; -1 is none
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

const (
	itemsShown       = 3  // changes that a cell of an issue names
	diffColumnsShown = 50 // propositions of one issue
)

func changeAnchor(number int) string { return "change-" + strconv.Itoa(number) }

// newDiffTable puts up the columns in which something stands, in the order of
// the codebook: issues or, where the filter has one issue, its propositions.
func (r *request) newDiffTable(l links, f questions.Filter, c *questions.Contrast, changed bool, to func(number int) string) *diffTable {
	t := &diffTable{Opened: len(f.Issues) == 1, Empty: "no statement", l: l, to: to, at: map[string]*diffColumn{}}
	if changed {
		t.Empty = "no change"
	}
	for i := range c.Len() {
		if cell := c.At(i); !alike(cell.Kind) {
			t.column(cell).differing++
		} else if !changed {
			t.column(cell)
		}
	}
	t.leaveOut()
	for _, i := range catalog(r.snap) {
		if !t.Opened {
			t.head(i.ID, columnView{Label: i.Label, Short: i.Short, URL: l.Issue(i.ID)})
			continue
		}
		for _, p := range i.Props {
			if i.ID == f.Issues[0] {
				t.head(p.ID, columnView{Label: p.Label, Short: p.Short, URL: l.Proposition(p.ID)})
			}
		}
	}
	return t
}

// column is what a cell stands under.
func (t *diffTable) column(c questions.ContrastedCell) *diffColumn {
	id := c.Issue
	if t.Opened {
		id = c.Proposition
	}
	if t.last == nil || t.last.id != id {
		if t.at[id] == nil {
			t.at[id] = &diffColumn{id: id, place: -1}
		}
		t.last = t.at[id]
	}
	return t.last
}

// leaveOut takes out all columns but those on which most has changed.
func (t *diffTable) leaveOut() {
	if t.More = max(0, len(t.at)-diffColumnsShown); !t.Opened || t.More == 0 {
		t.More = 0
		return
	}
	var all []*diffColumn
	for _, id := range keysOf(t.at) {
		all = append(all, t.at[id])
	}
	slices.SortStableFunc(all, func(a, b *diffColumn) int { return cmp.Compare(b.differing, a.differing) })
	for _, one := range all[diffColumnsShown:] {
		delete(t.at, one.id)
	}
	t.last = nil
}

func (t *diffTable) head(id string, v columnView) {
	if column := t.at[id]; column != nil {
		column.place, t.Columns = len(t.Columns), append(t.Columns, v)
	}
}

// add puts a cell into the table, below those that are there.
func (t *diffTable) add(r *request, c listedCell) {
	at := t.column(c.ContrastedCell).place
	if at < 0 {
		return
	}
	if len(t.Rows) == 0 || t.actor != c.Actor {
		t.actor, t.Rows = c.Actor, append(t.Rows, t.emptyRow(c.Label, t.l.Actor(c.Actor)))
	}
	// In a cell of an issue what is alike is only counted.
	switch cell := &t.Rows[len(t.Rows)-1].Cells[at]; {
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

func (t *diffTable) emptyRow(label, url string) diffRow {
	row := diffRow{Label: label, URL: url, Cells: make([]diffCell, len(t.Columns))}
	for i, column := range t.Columns {
		row.Cells[i].Column = capitalised(column.Short)
	}
	return row
}

func (t *diffTable) item(r *request, c listedCell) diffItem {
	item := diffItem{Word: changeWord(c.Kind, c.How), Class: changeClass(c.Kind), Left: bandSign(c.Left), Right: bandSign(c.Right)}
	if !t.Opened {
		item.Short = r.shortOf(c.Proposition)
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

func (r *request) shortOf(proposition string) string {
	if p, ok := r.snap.Codebook.Proposition(proposition); ok {
		return p.Short
	}
	return proposition
}

// changeWord is how two sides differ, in one or two words.
func changeWord(kind questions.ChangeKind, how questions.How) string {
	if how != "" && kind != questions.ChangeRecoded {
		return string(how)
	}
	return string(kind)
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
