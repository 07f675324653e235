package coded

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Field is a field of a statement, or of its source, that a column can fill.
type Field struct {
	Name     string
	Help     string
	Required bool
}

// Fields lists what can be mapped, in the order of the documentation.
var Fields = []Field{
	{Name: "actor", Help: "who takes the stance: an ID, a label or an alias of the codebook, or a new name", Required: true},
	{Name: "proposition", Help: "what it is for or against: an ID or a label of the codebook, or a new name", Required: true},
	{Name: "stance", Help: "-1, -0.5, 0, 0.5 or 1", Required: true},
	{Name: "date", Help: "a day, a month, a year or an interval (2025-10-21, 2025-10, 2025, 2025-10-16/2025-10-31); empty is unknown"},
	{Name: "source", Help: "the document: its symbol or citation, or the file name of a source of the store; empty falls back to the proposition"},
	{Name: "evidence", Help: "the words of the evidence, without offsets; empty falls back to the source"},
	{Name: "on_behalf_of", Help: "whom the actor speaks for"},
	{Name: "issue", Help: "the issue of the proposition"},
	{Name: "condition", Help: "the condition of the stance, in words"},
	{Name: "act", Help: "the speech act; by default support, oppose or report, by the sign of the stance"},
	{Name: "mode", Help: "quote, indirect, document, action or narrative; by default action"},
	{Name: "date_basis", Help: "stated or article; by default stated"},
	{Name: "via", Help: "the relays, nearest first, separated by semicolons"},
	{Name: "coder", Help: "who coded it; by default the name of the file"},
	{Name: "confidence", Help: "0 to 1; by default 1"},
	{Name: "status", Help: "proposed, accepted or rejected; by default accepted"},
	{Name: "reason", Help: "why it was rejected"},
	{Name: "outlet", Help: "the outlet of the source"},
	{Name: "title", Help: "the title of the source"},
	{Name: "url", Help: "the address of the source"},
}

// Mapping says which column fills a field, or which value it has everywhere.
type Mapping map[string]string

// ParseMapping reads FIELD=VALUE pairs, separated by commas; a pair with a
// comma in it stands in double quotes. flag names the option for messages.
func ParseMapping(flag string, pairs []string) (Mapping, error) {
	m := Mapping{}
	for _, text := range pairs {
		parts, err := csv.NewReader(strings.NewReader(text)).Read()
		if err != nil && err != io.EOF {
			return nil, schema.Errorf(schema.KindUsage, `put a pair with a comma in double quotes`, "%s %s: %w", flag, text, err)
		}
		for _, pair := range parts {
			if err := m.add(flag, pair); err != nil {
				return nil, err
			}
		}
	}
	return m, nil
}

func (m Mapping) add(flag, pair string) error {
	field, value, ok := strings.Cut(pair, "=")
	field, value = strings.TrimSpace(field), strings.TrimSpace(value)
	switch {
	case !ok || value == "":
		return schema.Errorf(schema.KindUsage, "write it as actor=country", "%s %q: expected FIELD=VALUE", flag, pair)
	case !isField(field):
		return schema.Errorf(schema.KindUsage, "the fields are "+strings.Join(fieldNames(), ", "),
			"%s: no field is called %q%s", flag, field, schema.DidYouMean(field, slices.Values(fieldNames())))
	case m[field] != "":
		return schema.Errorf(schema.KindUsage, "name it once", "%s: %s stands twice", flag, field)
	}
	m[field] = value
	return nil
}

// complete reports the required fields that neither a column nor a constant
// fills.
func complete(columns, constants Mapping) error {
	for _, f := range Fields {
		if f.Required && columns[f.Name] == "" && constants[f.Name] == "" {
			return schema.Errorf(schema.KindUsage, "name its column, or one value for all rows; for the command: --map "+f.Name+"=COLUMN", "no column for %s", f.Name)
		}
	}
	return nil
}

// String is the mapping in one order, for the record of an import.
func (m Mapping) String() string {
	pairs := make([]string, 0, len(m))
	for _, field := range slices.Sorted(maps.Keys(m)) {
		pairs = append(pairs, fmt.Sprintf("%s=%s", field, m[field]))
	}
	return strings.Join(pairs, ",")
}

// FieldHelp lists the fields with what they mean, for the help of a command.
func FieldHelp() string {
	var b strings.Builder
	for _, f := range Fields {
		help := f.Help
		if f.Required {
			help += " (required)"
		}
		fmt.Fprintf(&b, "  %-13s %s\n", f.Name, help)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func isField(name string) bool { return slices.Contains(fieldNames(), name) }

func fieldNames() []string {
	names := make([]string, len(Fields))
	for i, f := range Fields {
		names[i] = f.Name
	}
	return names
}
