package exported

import (
	"errors"
	"io"
	"iter"

	"github.com/stancegraph/stancegraph/schema"
)

// CSV reads the CSV of statements that export writes. What follows from other
// columns is not read.
func CSV(r io.Reader, file string) (*Graph, error) {
	var c collector
	if err := c.take(entries(statementColumns.rows(r, file), file, statementEntry), file); err != nil {
		return nil, err
	}
	return c.graph()
}

func statementEntry(s *schema.Statement) (schema.Entry, error) {
	return schema.Entry{Kind: schema.RecordStatement, Statement: s}, nil
}

// entries turns the rows of a table into entries. What entry finds wrong is in
// the line of its row, unless it says otherwise.
func entries[T any](rows iter.Seq2[row[T], error], file string, entry func(*T) (schema.Entry, error)) iter.Seq2[schema.Entry, error] {
	return func(yield func(schema.Entry, error) bool) {
		for r, err := range rows {
			var e schema.Entry
			if err == nil {
				e, err = entry(&r.record)
				e.Line = r.line
				err = located(err, file, r.line)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// located says where problems are that do not say it themselves.
func located(err error, file string, line int) error {
	var problems schema.Problems
	if errors.As(err, &problems) {
		for i := range problems {
			if problems[i].File == "" {
				problems[i].File, problems[i].Line = file, line
			}
		}
	}
	return err
}
