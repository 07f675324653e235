package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// csvwTable is what a reader of CSV on the Web takes from the metadata: it knows
// nothing of this program.
type csvwTable struct {
	URL         string
	TableSchema struct {
		Columns []struct {
			Name     string
			Required bool
			Null     *string
			Datatype any
		}
		PrimaryKey  string
		ForeignKeys []struct {
			ColumnReference string
			Reference       struct{ Resource, ColumnReference string }
		}
	}
}

// load reads a CSV by its metadata alone: every cell becomes a value of its
// declared type, or an error.
func (m csvwTable) load(t *testing.T, file string) []map[string]any {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", m.URL, err)
	}
	var table []map[string]any
	seen := map[any]bool{}
	for i, row := range rows {
		values := map[string]any{}
		for k, c := range m.TableSchema.Columns {
			switch {
			case i == 0 && row[k] != c.Name:
				t.Fatalf("%s: column %d is %q, the metadata say %q", m.URL, k, row[k], c.Name)
			case i == 0:
			case row[k] == *c.Null && c.Required:
				t.Errorf("%s, row %d: %s is required and empty", m.URL, i, c.Name)
			case row[k] == *c.Null:
				values[c.Name] = nil
			default:
				if values[c.Name], err = typed(c.Datatype, row[k]); err != nil {
					t.Errorf("%s, row %d, %s: %v", m.URL, i, c.Name, err)
				}
			}
		}
		if key := values[m.TableSchema.PrimaryKey]; i > 0 && (key == nil || seen[key]) {
			t.Errorf("%s, row %d: the key %v is empty or there twice", m.URL, i, key)
		} else if i > 0 {
			seen[key] = true
			table = append(table, values)
		}
	}
	return table
}

func typed(datatype any, text string) (any, error) {
	base, format := datatype, ""
	var least, most any
	if m, ok := datatype.(map[string]any); ok {
		base, least, most = m["base"], m["minimum"], m["maximum"]
		format, _ = m["format"].(string)
	}
	if format != "" && !regexp.MustCompile("^(?:"+format+")$").MatchString(text) {
		return nil, fmt.Errorf("%q does not match %s", text, format)
	}
	switch base {
	case "string":
		return text, nil
	case "json":
		var v any
		err := json.Unmarshal([]byte(text), &v)
		return v, err
	case "date":
		return time.Parse(time.DateOnly, text)
	case "nonNegativeInteger":
		return strconv.ParseUint(text, 10, 64)
	case "decimal":
		x, err := strconv.ParseFloat(text, 64)
		if least != nil && x < least.(float64) || most != nil && x > most.(float64) || strings.ContainsAny(text, "eE") {
			err = fmt.Errorf("%s is out of bounds", text)
		}
		return x, err
	}
	return nil, fmt.Errorf("unknown datatype %v", base)
}

func TestCSVLoadsWithTheDeclaredTypes(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]*ledger.Snapshot{"what parsers trip over": corpus(t), "generated": generated(t)} {
		var data, meta bytes.Buffer
		p := export.Provenance{Title: "Test", DataVersion: s.Version, Command: "stancegraph export"}
		if err := export.CSV(&data, s, questions.Filter{}); err != nil {
			t.Fatal(err)
		}
		if err := export.CSVMetadata(&meta, "x.csv", p); err != nil {
			t.Fatal(err)
		}
		var m struct {
			csvwTable
			Context any `json:"@context"`
		}
		if err := json.Unmarshal(meta.Bytes(), &m); err != nil {
			t.Fatal(err)
		}
		if m.URL != "x.csv" || !strings.Contains(fmt.Sprint(m.Context), "http://www.w3.org/ns/csvw") || !strings.Contains(meta.String(), s.Version) || !strings.Contains(meta.String(), "leftOut") {
			t.Errorf("%s: metadata\n%s", name, meta.String())
		}
		table := m.load(t, data.String())
		if len(table) != len(s.Statements) {
			t.Fatalf("%s: %d rows of %d", name, len(table), len(s.Statements))
		}
		for i, row := range table {
			st := &s.Statements[i]
			if row["stance"] != st.Stance.Value() || row["confidence"] != st.Confidence || row["start"] != uint64(st.Start) {
				t.Errorf("%s, row %d: %v", name, i, row)
			}
			if d, ok := row["latest"].(time.Time); ok != (st.Date.Latest() != schema.MaxDay) || ok && schema.DayOf(d) != st.Date.Latest() {
				t.Errorf("%s, row %d: latest %v of %s", name, i, row["latest"], st.Date)
			}
		}
	}
}

// A package is a database: every table loads by the metadata, and every key
// that is said to lead somewhere does.
func TestCSVPackageLoadsWithTheDeclaredTypes(t *testing.T) {
	t.Parallel()
	s := generated(t)
	var b bytes.Buffer
	if err := export.CSVPackage(&b, s, export.Provenance{DataVersion: s.Version}); err != nil {
		t.Fatal(err)
	}
	files := unzipped(t, b.Bytes())
	var group struct{ Tables []csvwTable }
	if err := json.Unmarshal([]byte(files["csv-metadata.json"]), &group); err != nil {
		t.Fatal(err)
	}
	tables := map[string][]map[string]any{}
	for _, table := range group.Tables {
		tables[table.URL] = table.load(t, files[table.URL])
	}
	keys := 0
	for _, table := range group.Tables {
		for _, key := range table.TableSchema.ForeignKeys {
			for _, row := range tables[table.URL] {
				value := row[key.ColumnReference]
				if value != nil && !slices.ContainsFunc(tables[key.Reference.Resource], func(r map[string]any) bool { return r[key.Reference.ColumnReference] == value }) {
					t.Errorf("%s: %s %v is not in %s", table.URL, key.ColumnReference, value, key.Reference.Resource)
				}
				keys++
			}
		}
	}
	if keys == 0 || len(tables["sources.csv"]) != len(s.Sources) || !strings.Contains(files["provenance.json"], s.Version) {
		t.Errorf("%d keys, tables %v", keys, len(tables))
	}
	for id, src := range s.Sources {
		if files["texts/"+id+".txt"] != src.Text {
			t.Errorf("the text of %s is not as it was", src.Doc)
		}
	}
}

func unzipped(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}
