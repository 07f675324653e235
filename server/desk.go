package server

import (
	"context"
	"io"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Desk is where people add to the graph. When a call comes back without an
// error, what it wrote is on disk and in the next snapshot. Errors are for
// people, as everywhere.
type Desk interface {
	// Add stores an article as a source with the statements that the program
	// proposes.
	Add(context.Context, Article) (Added, error)
	// Decide takes the decisions of a reviewer, all of them or none.
	Decide(context.Context, []graph.Decision) error
	// Note keeps what somebody wrote about a statement or a source.
	Note(context.Context, schema.Annotation) error
	// MarkCoded says whether a person has coded a source whole.
	MarkCoded(ctx context.Context, source string, coded bool) error
	// Import adds what a file brings, of a format that the command import reads
	// by the name of the file. A table whose columns have to be named is put
	// aside.
	Import(ctx context.Context, name string, in io.Reader) (Imported, error)
	// Table returns a table that was put aside, taken apart at a delimiter ("":
	// as found). Only some are kept; one that is not is an error of kind
	// not-found.
	Table(ctx context.Context, id, delimiter string) (Table, error)
	// ImportTable adds what a table brings, all of it or nothing. A trial writes
	// nothing and says what would be added.
	ImportTable(ctx context.Context, id string, how TableReading, trial bool) (TableReport, error)
	// Demo puts the demonstration into an empty graph.
	Demo(context.Context) error
}

// Article is a text as somebody hands it in. What it says of itself counts
// where a field is empty.
type Article struct {
	Name                                  string // of the file: its ending says how it is read
	Data                                  []byte
	Title, Author, Outlet, URL, Published string
}

// Added is what became of an article.
type Added struct {
	Source     string `json:"source"`     // its ID
	Known      bool   `json:"known"`      // the very text was there already; nothing was written
	Statements int    `json:"statements"` // proposed
}

// Imported is what became of a file.
type Imported struct {
	Said  string // in a sentence, what it brought
	Table string // the ID of the table that it is; nothing was added yet
}
