package exported

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// ErrColumns says that a table is none that export has written: its columns
// have to be named.
var ErrColumns = errors.New("a table needs --map, unless it has the columns that export writes")

// cell reads one cell of a column into a record.
type cell[T any] func(*T, string) error

// columns says how the columns of a table are read, in their order. One without
// a cell follows from others and is not read.
type columns[T any] []struct {
	name string
	read cell[T]
}

func (cs columns[T]) names() []string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = c.name
	}
	return names
}

// rows yields the records of a table. Everything that is wrong with a row is
// Problems, and the sequence goes on; a wrong header ends it.
func (cs columns[T]) rows(r io.Reader, file string) iter.Seq2[row[T], error] {
	return func(yield func(row[T], error) bool) {
		var header []cell[T]
		var names []string
		for rec, err := range records(r, file) {
			if err != nil {
				yield(row[T]{}, err)
				return
			}
			if header == nil {
				if names, header, err = cs.header(rec, file); err != nil {
					yield(row[T]{}, err)
					return
				}
				continue
			}
			out, problems := readRow(rec, header, names, file)
			if len(problems) > 0 {
				err = problems
			}
			if !yield(out, err) {
				return
			}
		}
		if header == nil {
			yield(row[T]{}, schema.Errorf(schema.KindInput, "export it again", "%s: the file is empty: expected a header", file))
		}
	}
}

// readRow reads one row, and says what is wrong with it.
func readRow[T any](rec record, header []cell[T], names []string, file string) (out row[T], problems schema.Problems) {
	out.line = rec.line
	if len(rec.cells) != len(header) {
		return out, schema.Problems{{File: file, Line: rec.line, Value: strconv.Itoa(len(rec.cells)) + " values", Expected: fmt.Sprintf("expected %d, as many as the header has", len(header))}}
	}
	for i, read := range header {
		if read == nil {
			continue
		}
		text := schema.Unguard(string(rec.cells[i]))
		if err := read(&out.record, text); err != nil {
			problems = append(problems, schema.Problem{File: file, Line: rec.line, Field: names[i], Value: text, Expected: err.Error()})
		}
	}
	return out, problems
}

// row is a record and where it begins.
type row[T any] struct {
	line   int
	record T
}

// header finds the columns: all that are read must be there, and no others than
// are known.
func (cs columns[T]) header(rec record, file string) ([]string, []cell[T], error) {
	var names []string
	var header []cell[T]
	var problems schema.Problems
	for _, b := range rec.cells {
		name := schema.Unguard(string(b))
		i := slices.Index(cs.names(), name)
		if i < 0 || slices.Contains(names, name) {
			problems = append(problems, schema.Problem{File: file, Line: rec.line, Field: "header", Value: name,
				Expected: "no such column, or there twice" + schema.DidYouMean(name, slices.Values(cs.names()))})
			i = 0
		}
		names, header = append(names, name), append(header, cs[i].read)
	}
	for _, c := range cs {
		if c.read != nil && !slices.Contains(names, c.name) {
			problems = append(problems, schema.Problem{File: file, Line: rec.line, Field: "header", Expected: "the column " + c.name + " is missing"})
		}
	}
	switch {
	case len(problems) > len(cs)/2:
		return nil, nil, schema.Errorf(schema.KindInput, "say which column is which: --map actor=COLUMN,proposition=COLUMN,stance=COLUMN,date=COLUMN,source=COLUMN",
			"%s: %w", file, ErrColumns)
	case len(problems) > 0:
		return nil, nil, problems
	}
	return names, header, nil
}

// The cells of the types of columns. An empty cell is the zero value.

func text[T any](at func(*T) *string) cell[T] {
	return func(r *T, s string) error { *at(r) = s; return nil }
}

func word[T any, W ~string](at func(*T) *W) cell[T] {
	return func(r *T, s string) error { *at(r) = W(s); return nil }
}

func date[T any](at func(*T) *schema.Date) cell[T] {
	return func(r *T, s string) (err error) {
		if *at(r), err = schema.ParseDate(s); err != nil {
			return fmt.Errorf("%s", afterColon(err))
		}
		return nil
	}
}

// afterColon is what an error says of a value without naming it again.
func afterColon(err error) string {
	if _, rest, ok := strings.Cut(err.Error(), `": `); ok {
		return rest
	}
	return err.Error()
}

func count[T any](at func(*T) *int) cell[T] {
	return func(r *T, s string) error {
		n, err := strconv.Atoi(s)
		if err != nil {
			return fmt.Errorf("expected a whole number")
		}
		*at(r) = n
		return nil
	}
}

func decimal[T any](at func(*T) *float64) cell[T] {
	return func(r *T, s string) error {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return fmt.Errorf("expected a number")
		}
		*at(r) = x
		return nil
	}
}

func texts[T any](at func(*T) *[]string) cell[T] {
	return func(r *T, s string) error {
		if s == "" {
			return nil
		}
		if json.Unmarshal([]byte(s), at(r)) != nil {
			return fmt.Errorf(`expected a JSON list of texts, such as ["TASS"]`)
		}
		return nil
	}
}

func object[T any](at func(*T) *map[string]string) cell[T] {
	return func(r *T, s string) error {
		if s == "" {
			return nil
		}
		if json.Unmarshal([]byte(s), at(r)) != nil {
			return fmt.Errorf(`expected a JSON object of texts, such as {"vote": "yes"}`)
		}
		return nil
	}
}
