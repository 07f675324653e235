package coded

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// jsonRows reads JSON Lines: each key is a column.
type jsonRows struct {
	r     io.Reader
	name  string
	names []string
	index map[string]int
}

func newJSONRows(r io.Reader, opt *Options) *jsonRows {
	return &jsonRows{r: r, name: opt.Name, index: map[string]int{}}
}

func (j *jsonRows) columns() []string { return j.names }

func (j *jsonRows) all() iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for line, err := range schema.ReadLines(j.r, j.name) {
			var values []string
			if err == nil {
				values, err = j.decode(line)
			}
			if !yield(row{line.Number, values}, err) {
				return
			}
		}
	}
}

func (j *jsonRows) decode(line schema.Line) ([]string, error) {
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(line.Bytes))
	dec.UseNumber()
	err := dec.Decode(&object)
	if err == nil && dec.More() {
		err = fmt.Errorf("more follows the object")
	}
	if err != nil {
		return nil, schema.Problems{{File: j.name, Line: line.Number, Expected: "expected one JSON object a line: " + err.Error()}}
	}
	values := make([]string, len(j.names), len(j.names)+len(object))
	for _, key := range slices.Sorted(maps.Keys(object)) {
		at, known := j.index[key]
		if !known {
			at = len(j.names)
			j.index[key], j.names, values = at, append(j.names, key), append(values, "")
		}
		values[at] = scalar(object[key])
	}
	return values, nil
}

// scalar is a value as a cell of a table: a list of texts is separated by
// semicolons, anything deeper stays JSON.
func scalar(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return fmt.Sprint(v)
	case []any:
		texts := make([]string, len(v))
		for i, item := range v {
			text, ok := item.(string)
			if !ok {
				return compact(v)
			}
			texts[i] = text
		}
		return strings.Join(texts, ";")
	}
	return compact(v)
}

func compact(v any) string {
	b, _ := json.Marshal(v) // it was JSON a moment ago
	return string(b)
}
