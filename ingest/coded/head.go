package coded

import (
	"bufio"
	"bytes"
	"errors"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Head is the beginning of a table, for who has to say which column is which.
type Head struct {
	Columns   []string
	Rows      [][]string // beside the columns; a row may end before them
	Delimiter rune       // between the columns; a comma for JSON Lines, which has none
}

// Delimiters are what may stand between the columns of a table.
const Delimiters = ",;\t|"

// ReadHead reads the columns and the first n rows of a table. With delimiter 0
// the columns are separated by what its first line has most of.
func ReadHead(open Input, name string, delimiter rune, n int) (h Head, err error) {
	s, err := openStream(open, name, nil)
	if err != nil {
		return h, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if h.Delimiter = delimiter; delimiter == 0 {
		line, _ := s.Reader.(*bufio.Reader).Peek(32 << 10)
		h.Delimiter = separator(line)
	}
	opt := Options{Name: name, Delimiter: h.Delimiter}
	rows, err := newRows(s, &opt)
	if err != nil {
		return h, asError(err)
	}
	for row, err := range rows.all() {
		var bad schema.Problems
		if errors.As(err, &bad) {
			return h, bad.Err(correct)
		}
		if err != nil {
			return h, readError(name, err)
		}
		if h.Rows = append(h.Rows, slices.Clone(row.values)); len(h.Rows) == n {
			break
		}
	}
	h.Columns = slices.Clone(rows.columns())
	return h, nil
}

// separator is the one that stands most often in a line; a comma where none
// does.
func separator(text []byte) rune {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	best, most := ',', 0
	for _, one := range Delimiters {
		if k := bytes.Count(line, []byte(string(one))); k > most {
			best, most = one, k
		}
	}
	return best
}
