package coded

import (
	"path"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Options says how to read a table.
type Options struct {
	Name          string            // of the file, for messages
	Columns       Mapping           // field -> column
	Constants     Mapping           // field -> its value in every row, or where the cell is empty
	Delimiter     rune              // between the columns of CSV; 0 is a comma
	DropVariables bool              // leave out what is not mapped; by default it is kept in variables
	ActorKind     schema.ActorKind  // of actors that are made; "" is state
	CodebookName  string            // where there is no codebook yet; "" is derived from the name
	Titles        map[string]string // proposition as the table names it -> label
	Issues        map[string][]string
}

// base is the name of a file without folder and endings.
func base(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	for _, ending := range []string{".gz", ".csv", ".tsv", ".txt", ".jsonl", ".ndjson", ".json"} {
		name = strings.TrimSuffix(name, ending)
	}
	return strings.NewReplacer("/", "-", " ", "-").Replace(name)
}

// withDefaults fills in what the caller left open.
func (o Options) withDefaults() (Options, error) {
	if o.ActorKind == "" {
		o.ActorKind = schema.KindState
	}
	constants := Mapping{"mode": string(schema.ModeAction), "date_basis": string(schema.DateStated),
		"status": string(schema.StatusAccepted), "confidence": "1", "coder": base(o.Name)}
	for field, value := range o.Constants {
		constants[field] = value
	}
	o.Constants = constants
	if o.CodebookName == "" {
		o.CodebookName = base(o.Name)
	}
	return o, complete(o.Columns, o.Constants)
}
