package questions

import "github.com/stancegraph/stancegraph/schema"

// MatrixSpec says which matrix is asked for.
type MatrixSpec struct {
	Rows    Rows   // who stands in the rows
	Issue   string // empty: columns are issues; else the propositions of this issue
	Columns int    // 0: all; else so many, those on which most statements pass the filter, whatever the as-of date
	Page    int    // 0 and 1: the first so many columns, 2: those that come after, and so on
	Brief   bool   // count the positions of a cell of an issue, and list them only where there are ListedMost or fewer

	OnlyRows, OnlyColumns []string // nil: all; else no others, and what they come to is of these alone
}

// Rows says who stands in the rows of a matrix.
type Rows string

// The rows of a matrix.
const (
	RowsGroups Rows = "groups" // states, blocs, organisations with those who speak for them
	RowsActors Rows = "actors" // everybody with a statement of their own, by themselves
)

// Matrix is actors or groups down, issues or propositions across, as of a day.
// Rows without a single statement are not in it.
type Matrix struct {
	AsOf     schema.Day `json:"as_of"`
	Rule     string     `json:"rule"`
	HalfLife int        `json:"half_life,omitempty"` // days; only by the rule decay
	Rows     []Row      `json:"rows"`
	Columns  []Column   `json:"columns"`
	Issue    string     `json:"issue"`   // the issue that is opened, or ""
	N        int        `json:"n"`       // statements counted somewhere in it, each once
	Of       int        `json:"of"`      // statements in the store on these rows and columns, each once
	Version  string     `json:"version"` // data version

	MoreColumns int `json:"more_columns"` // columns there are on other pages
}

// Column is an issue or, where an issue is opened, a proposition.
type Column struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Short string `json:"short"`
	N     int    `json:"n,omitempty"` // of a proposition: statements in some row that stand and pass the filter, whatever the as-of date; each once

	Counted int `json:"counted"` // statements counted in some cell of it, each once: a joint one counts in the cells of all who signed it
}

// Row is an actor or a group with one cell per column.
type Row struct {
	ID    string           `json:"id"`
	Label string           `json:"label"`
	Kind  schema.ActorKind `json:"kind"` // "" for an unregistered actor
	Cells []Cell           `json:"cells"`

	Counted int `json:"counted"` // statements counted in some cell of it, each once: one on two issues counts in the cells of both
}

// Cell is one of the two: an issue position, or the position on a proposition.
type Cell struct {
	Issue    *IssuePosition `json:"issue,omitempty"`
	Position *Position      `json:"position,omitempty"`
}
