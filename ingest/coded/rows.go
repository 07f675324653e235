package coded

import (
	"bufio"
	"io"
	"iter"
	"strings"
)

// row is one row of a table: its line, counted from 1, and its values beside
// the columns of the table. Values end where the row ends; they are valid until
// the next row.
type row struct {
	line   int
	values []string
}

// rows reads a table row by row.
type rows interface {
	// columns are the names of the columns so far; those of JSON Lines grow.
	columns() []string
	// all yields the rows. A bad row is a schema.Problems and the sequence goes
	// on; any other error ends it.
	all() iter.Seq2[row, error]
}

// newRows tells CSV from JSON Lines: an object begins with a brace, which no
// header does.
func newRows(s *stream, opt *Options) (rows, error) {
	b := s.Reader.(*bufio.Reader)
	for {
		head, err := b.Peek(1)
		if err != nil && err != io.EOF {
			return nil, readError(opt.Name, err)
		}
		if len(head) > 0 && strings.ContainsRune(" \t\r\n", rune(head[0])) {
			_, _ = b.Discard(1) // it was peeked at
			continue
		}
		if len(head) > 0 && head[0] == '{' {
			return newJSONRows(b, opt), nil
		}
		return newCSVRows(b, opt)
	}
}
