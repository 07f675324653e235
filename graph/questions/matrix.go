package questions

import "github.com/stancegraph/stancegraph/schema"

// MatrixSpec says which matrix is asked for.
type MatrixSpec struct {
	Rows  Rows   // who stands in the rows
	Issue string // empty: columns are issues; else the propositions of this issue
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
}

// Column is an issue or, where an issue is opened, a proposition.
type Column struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	Short string `json:"short"`
}

// Row is an actor or a group with one cell per column.
type Row struct {
	ID    string           `json:"id"`
	Label string           `json:"label"`
	Kind  schema.ActorKind `json:"kind"` // "" for an unregistered actor
	Cells []Cell           `json:"cells"`
}

// Cell is one of the two: an issue position, or the position on a proposition.
type Cell struct {
	Issue    *IssuePosition `json:"issue,omitempty"`
	Position *Position      `json:"position,omitempty"`
}
