package server

import (
	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

// Table is a table of coded statements that somebody handed in and whose
// columns have to be named before it can be read. The desk keeps it aside.
type Table struct {
	ID        string     `json:"id"` // of its content
	Name      string     `json:"name"`
	Columns   []string   `json:"columns"`
	First     [][]string `json:"first"`     // rows; one may end before the columns
	Delimiter string     `json:"delimiter"` // comma, semicolon, tab or bar
}

// Delimiters are the names of what separates columns.
var Delimiters = map[string]rune{"comma": ',', "semicolon": ';', "tab": '\t', "bar": '|'}

// TableReading says how a table is read. Fields that no column fills have one
// value everywhere, or what ingest/coded takes then.
type TableReading struct {
	Columns, Constants coded.Mapping
	Delimiter          string           // as in Delimiters; "" as found
	ActorKind          schema.ActorKind // of actors that are made
	Strict             bool             // nothing is made
}

// TableReport is what reading a table did, or would do.
type TableReport struct {
	Statements   int        `json:"statements"`
	Added        int        `json:"added"` // the others are there already
	Codebook     string     `json:"codebook"`
	Actors       int        `json:"actors_created"`
	Propositions int        `json:"propositions_created"`
	Unassigned   int        `json:"propositions_without_issue"` // of those made
	First        []TableRow `json:"first"`
}

// TableRow is a statement as it was read of a line, in labels.
type TableRow struct {
	Line        int           `json:"line"`
	Actor       string        `json:"actor"`
	Proposition string        `json:"proposition"`
	Stance      schema.Stance `json:"stance"`
	Date        string        `json:"date"`
	Source      string        `json:"source"`
}
