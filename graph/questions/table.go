package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// TableSpec says which comparison table is asked for.
type TableSpec struct {
	Issues []string      // the rows, by ID; empty: every issue on which a column has a statement
	Open   bool          // the rows are the propositions of the issues, not the issues
	Who    []TableColumn // the columns; empty: every group with a statement
}

// TableColumn is who, or when, a column of a comparison table is about.
type TableColumn struct {
	Actor string      // by ID; a group is taken with all who speak for it
	AsOf  *schema.Day // nil: the filter's
}

// Table is a comparison table: issues or propositions down, actors, groups or
// dates across. A cell says a position in words, and every statement that
// decides one is a numbered source note.
type Table struct {
	AsOf     schema.Day  `json:"as_of"` // of the columns that have no date of their own
	Rule     string      `json:"rule"`
	HalfLife int         `json:"half_life,omitempty"`
	Columns  []TableHead `json:"columns"`
	Rows     []TableRow  `json:"rows"`
	Notes    []Note      `json:"notes"`
	Version  string      `json:"version"` // data version
}

// TableHead heads a column.
type TableHead struct {
	Actor string     `json:"actor"`
	Group bool       `json:"group"`
	Label string     `json:"label"`
	AsOf  schema.Day `json:"as_of"`
}

// TableRow is an issue or, in an opened table, a proposition.
type TableRow struct {
	Issue       string      `json:"issue"`
	Proposition string      `json:"proposition"` // "" where the row is an issue
	Label       string      `json:"label"`
	Cells       []TableCell `json:"cells"`
}

// TableCell is what a column holds on a row.
type TableCell struct {
	Held      []Standpoint `json:"held"`
	Rejected  []Standpoint `json:"rejected"`
	Undecided []Standpoint `json:"undecided"`
	Mixed     []Standpoint `json:"mixed"`
	N         int          `json:"n"`
	Of        int          `json:"of"`
	Reports   int          `json:"reports,omitempty"` // what N would be if every report counted; only where those of one utterance count once
}

// Standpoints are all positions of a cell, as they are printed.
func (c TableCell) Standpoints() []Standpoint {
	return slices.Concat(c.Held, c.Rejected, c.Undecided, c.Mixed)
}

// Standpoint is a position on a proposition with the numbers of its notes.
type Standpoint struct {
	Position
	Label      string   `json:"label"`      // of the proposition
	Conditions []string `json:"conditions"` // of the deciding statements, in the texts' words
	Notes      []int    `json:"notes"`
}

// Note is a source note: a statement that decides a position.
type Note struct {
	Number    int               `json:"note"` // from 1, in the order of the cells
	Statement *schema.Statement `json:"statement"`
	Source    *schema.Source    `json:"source"` // nil where only a citation of it is known
}

// BuildTable answers a comparison table. Errors are of kind usage and name
// what is not in the codebook.
func BuildTable(s *ledger.Snapshot, f Filter, spec TableSpec) (Table, error) {
	if err := f.Check(); err != nil {
		return Table{}, err
	}
	t := tableBuilder{s: s, f: f, numbers: map[string]int{}}
	t.Table = Table{AsOf: f.AsOfIn(s), Rule: f.rule(), HalfLife: f.shownHalfLife(), Version: s.Version, Columns: []TableHead{}, Rows: []TableRow{}, Notes: []Note{}}
	if err := t.columns(spec); err != nil {
		return Table{}, err
	}
	issues, err := t.issues(spec)
	if err != nil {
		return Table{}, err
	}
	for _, i := range issues {
		t.rows(i, spec)
	}
	return t.Table, nil
}

type tableBuilder struct {
	Table
	s       *ledger.Snapshot
	f       Filter
	numbers map[string]int // of the note of a statement
}

// rows adds an issue, or its propositions; a row on which nobody has a
// statement is left out, unless it is an issue that was asked for.
func (t *tableBuilder) rows(i *schema.Issue, spec TableSpec) {
	if !spec.Open {
		t.row(TableRow{Issue: i.ID, Label: i.Label}, propositionColumns(t.s, i.ID), len(spec.Issues) > 0)
		return
	}
	for _, c := range propositionColumns(t.s, i.ID) {
		t.row(TableRow{Issue: i.ID, Proposition: c.ID, Label: c.Label}, []Column{c}, false)
	}
}

func (t *tableBuilder) row(r TableRow, propositions []Column, asked bool) {
	of := 0
	for _, head := range t.Columns {
		cell := t.cell(head, r.Issue, propositions)
		of += cell.Of
		r.Cells = append(r.Cells, cell)
	}
	if of > 0 || asked {
		t.Rows = append(t.Rows, r)
	}
}

func (t *tableBuilder) cell(head TableHead, issue string, propositions []Column) TableCell {
	c := TableCell{Held: []Standpoint{}, Rejected: []Standpoint{}, Undecided: []Standpoint{}, Mixed: []Standpoint{}}
	f := t.f
	f.AsOf = &head.AsOf
	for _, p := range propositions {
		at := On(t.s, f, head.Actor, head.Group, p.ID)
		at.Issue = issue
		c.N, c.Of, c.Reports = c.N+at.N, c.Of+at.Of, c.Reports+at.Reports
		if at.N == 0 {
			continue
		}
		file(at, Standpoint{Position: at, Label: p.Label}, &c.Held, &c.Rejected, &c.Undecided, &c.Mixed)
	}
	firmestFirst(c.Held)
	firmestFirst(c.Rejected)
	for _, list := range [][]Standpoint{c.Held, c.Rejected, c.Undecided, c.Mixed} {
		for i := range list { // numbers rise as the cell is read
			t.annotate(&list[i])
		}
	}
	return c
}

// firmestFirst puts what is held or rejected without a condition first.
func firmestFirst(list []Standpoint) {
	firm := func(sp Standpoint) int {
		if sp.Band == BandSupport || sp.Band == BandOppose {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b Standpoint) int { return firm(a) - firm(b) })
}

func (t *tableBuilder) annotate(sp *Standpoint) {
	sp.Conditions, sp.Notes = []string{}, []int{}
	for _, id := range sp.Deciding {
		st, _ := t.s.Statement(id)
		sp.Notes = append(sp.Notes, t.note(st))
		if st.Condition != "" && !slices.Contains(sp.Conditions, st.Condition) {
			sp.Conditions = append(sp.Conditions, st.Condition)
		}
	}
}

// note numbers a statement; cited again, it keeps its number.
func (t *tableBuilder) note(st *schema.Statement) int {
	if n, ok := t.numbers[st.ID]; ok {
		return n
	}
	n := len(t.Notes) + 1
	t.numbers[st.ID] = n
	t.Notes = append(t.Notes, Note{Number: n, Statement: st, Source: t.s.Sources[st.Source]})
	return n
}
