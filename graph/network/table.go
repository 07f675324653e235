package network

import (
	"maps"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// Table is coded statements beside the values of their variables: what networks
// are computed from. Make one with NewTable or FromLedger; it is not changed
// afterwards, so readers share it.
type Table struct {
	Events    []Event
	Documents []time.Time // when every document appeared, those without statements too
	NotInUse  int         // statements that review left out: rejected, revised, superseded

	column func(name string) (Column, bool)
	names  func() []string
}

// Event is one coded statement without its values.
type Event struct {
	ID    string    // of the statement; a joint statement is one event for each who signed it
	First time.Time // first instant the statement may be from; zero where unknown
	Last  time.Time // last instant; equal to First where the date is exact
	Doc   string    // tells documents apart and orders those of one time
	Start int       // offsets order statements of one document
	End   int
	Rank  string // orders statements of one passage
}

// Kind says what the values of a variable are.
type Kind uint8

// The kinds of variables. DNA's long texts are texts here.
const (
	Text    Kind = iota
	Integer      // "-2", "0", "10"
	Boolean      // "0" and "1"
	Stance       // "-1", "-0.5", "0", "0.5", "1"
)

func (k Kind) String() string { return [...]string{"text", "integer", "boolean", "stance"}[k] }

// Column is the values of one variable, beside Table.Events. "" is "not coded".
type Column struct {
	Kind     Kind
	Document bool // a property of the document and not of the statement
	Values   []string
}

// NewTable returns a table of columns that are at hand. Every column must have
// one value for each event.
func NewTable(events []Event, documents []time.Time, columns map[string]Column) *Table {
	return &Table{Events: events, Documents: documents,
		column: func(name string) (Column, bool) { c, ok := columns[name]; return c, ok },
		names:  func() []string { return slices.Sorted(maps.Keys(columns)) },
	}
}

// Column returns the values of a variable. An unknown name is an error of kind
// usage that lists the names there are.
func (t *Table) Column(name string) (Column, error) {
	if c, ok := t.column(name); ok {
		return c, nil
	}
	names := t.names()
	return Column{}, schema.Errorf(schema.KindUsage, "variables here: "+list(names, ", "),
		"no variable %q%s", name, schema.DidYouMean(name, slices.Values(names)))
}

// Names lists the variables, sorted.
func (t *Table) Names() []string { return t.names() }
