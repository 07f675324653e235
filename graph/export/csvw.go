package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/schema"
)

// MetadataEnding is what CSV on the Web has after the name of a table for its
// metadata.
const MetadataEnding = "-metadata.json"

// The metadata of CSV on the Web, as far as it is used here
// (https://www.w3.org/TR/tabular-metadata/).
type (
	csvwTable struct {
		Context any        `json:"@context,omitempty"`
		URL     string     `json:"url"`
		Title   string     `json:"dc:title,omitempty"`
		About   string     `json:"dc:description,omitempty"`
		Dialect any        `json:"dialect,omitempty"`
		Notes   []any      `json:"notes,omitempty"`
		Schema  csvwSchema `json:"tableSchema"`
	}
	csvwGroup struct {
		Context any         `json:"@context"`
		Title   string      `json:"dc:title,omitempty"`
		Dialect any         `json:"dialect"`
		Notes   []any       `json:"notes"`
		Tables  []csvwTable `json:"tables"`
	}
	csvwSchema struct {
		Columns     []csvwColumn     `json:"columns"`
		PrimaryKey  string           `json:"primaryKey,omitempty"`
		ForeignKeys []csvwForeignKey `json:"foreignKeys,omitempty"`
	}
	csvwColumn struct {
		Name     string `json:"name"`
		Titles   string `json:"titles"`
		About    string `json:"dc:description"`
		Datatype any    `json:"datatype"`
		Required bool   `json:"required,omitempty"`
		Null     string `json:"null"`
	}
	csvwForeignKey struct {
		Column    string        `json:"columnReference"`
		Reference csvwReference `json:"reference"`
	}
	csvwReference struct {
		Resource string `json:"resource"`
		Column   string `json:"columnReference"`
	}
)

var (
	csvwContext = []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "en"}}
	csvwDialect = map[string]any{"encoding": "utf-8", "delimiter": ",", "quoteChar": `"`, "doubleQuote": true, "header": true,
		"lineTerminators": []string{"\n"}, "skipBlankRows": false, "trim": false}
	guardNote = map[string]string{"guard": `a text that begins with = + - @, a tab, a carriage return or an apostrophe has an apostrophe before it, so that no spreadsheet runs it; take one off`}
)

// CSVMetadata writes the metadata of a CSV of statements, as CSV on the Web has
// it, for the file of a name: types, what is empty, what the keys are, how the
// file was made and what it leaves out.
func CSVMetadata(w io.Writer, file string, p Provenance) error {
	t := table(file, "statements, one a row", "id", Columns())
	t.Context, t.Title, t.Dialect = csvwContext, p.Title, csvwDialect
	t.Notes = []any{map[string]any{"provenance": p}, guardNote,
		map[string]string{"leftOut": "the texts of the sources, most of what is known of them, the codebook, and annotations: --format csv-package has them"}}
	return writeIndented(w, t)
}

func table(file, about, key string, columns []Column) csvwTable {
	t := csvwTable{URL: file, About: about, Schema: csvwSchema{PrimaryKey: key}}
	for _, c := range columns {
		t.Schema.Columns = append(t.Schema.Columns, csvwColumn{Name: c.Name, Titles: c.Name, About: c.Help, Datatype: datatype(c), Required: c.Required})
	}
	return t
}

// datatype is the type of a column with its bounds. Dates of EDTF are texts: no
// type of the standard holds them.
func datatype(c Column) any {
	switch {
	case c.Pattern != "":
		return map[string]string{"base": string(c.Type), "format": c.Pattern}
	case c.Name == "stance":
		return map[string]any{"base": string(c.Type), "minimum": -1, "maximum": 1}
	case c.Name == "confidence":
		return map[string]any{"base": string(c.Type), "minimum": 0, "maximum": 1}
	}
	return string(c.Type)
}

func writeIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write metadata: %w", err)
	}
	return nil
}

// references says that a column holds keys of another table, where all of its
// values are there.
func references(columns, file, key string) csvwForeignKey {
	return csvwForeignKey{Column: columns, Reference: csvwReference{Resource: file, Column: key}}
}

// ProvenanceEnding is what the provenance of an export has after the name of its
// file.
const ProvenanceEnding = ".provenance.json"

// ProvenanceJSON writes what an export says of itself, for a file beside it or
// inside a package.
func ProvenanceJSON(w io.Writer, p Provenance) error { return writeIndented(w, p) }

// ReadProvenance reads what ProvenanceJSON wrote.
func ReadProvenance(r io.Reader, file string) (Provenance, error) {
	var p Provenance
	if err := json.NewDecoder(r).Decode(&p); err != nil {
		return p, schema.Errorf(schema.KindInput, "export again, or remove the file and give the filter by hand", "%s: no provenance of an export: %w", file, err)
	}
	return p, nil
}
