package verify

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/schema"
)

// csvFile is a CSV file by lines; rows are without the head.
type csvFile struct {
	name string
	head []string
	rows [][]string
	line []int
}

func readTable(r io.Reader, name, first string) (csvFile, error) {
	c := csv.NewReader(r)
	f := csvFile{name: name}
	for {
		row, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return f, schema.Errorf(schema.KindInput, "save it as CSV with commas, in UTF-8", "%s: %w", name, err)
		}
		if f.head == nil {
			f.head = row
			continue
		}
		at, _ := c.FieldPos(0)
		f.rows, f.line = append(f.rows, row), append(f.line, at)
	}
	if len(f.head) == 0 || f.head[0] != first {
		return f, schema.Errorf(schema.KindInput, "verify the files that stancegraph table or export --format csv wrote", "%s: expected a table whose first column is %q", name, first)
	}
	return f, nil
}

func (f csvFile) column(name string) []string {
	i := slices.Index(f.head, name)
	var values []string
	for _, row := range f.rows {
		if i >= 0 {
			values = append(values, export.Unguard(row[i]))
		}
	}
	return values
}

// differ compares the file with what is written again. Rows are found by the
// columns that name them, so that one row more or less is one problem.
func (f csvFile) differ(write func(io.Writer) error, keys ...string) schema.Problems {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return schema.Problems{{File: f.name, Expected: err.Error()}}
	}
	want, err := readTable(&b, f.name, keys[0])
	if err != nil || !slices.Equal(f.head, want.head) {
		return schema.Problems{{File: f.name, Line: 1, Expected: "the columns " + strings.Join(want.head, ",")}}
	}
	left := map[string][]string{}
	for _, row := range want.rows {
		left[key(row, len(keys))] = row
	}
	var problems schema.Problems
	for i, row := range f.rows {
		k := key(row, len(keys))
		again, ok := left[k]
		if !ok {
			problems = append(problems, schema.Problem{File: f.name, Line: f.line[i], Field: keys[0], Value: k, Expected: "the store gives no such row, or it stands twice"})
			continue
		}
		delete(left, k)
		problems = append(problems, f.compare(i, row, again)...)
	}
	for _, row := range want.rows {
		if k := key(row, len(keys)); left[k] != nil {
			problems = append(problems, schema.Problem{File: f.name, Field: keys[0], Value: k, Expected: "missing: the store gives this row"})
		}
	}
	return problems
}

func key(row []string, n int) string { return strings.Join(row[:n], " × ") }

func (f csvFile) compare(i int, row, again []string) schema.Problems {
	var problems schema.Problems
	for j, value := range row {
		if value != again[j] {
			problems = append(problems, schema.Problem{File: f.name, Line: f.line[i], Field: f.head[j], Value: value, Expected: fmt.Sprintf("recomputed: %q", again[j])})
		}
	}
	return problems
}
