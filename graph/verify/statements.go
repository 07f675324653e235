package verify

import (
	"bytes"
	"errors"
	"io"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Statements checks records in JSON Lines. The number is how many were read;
// the error is one of reading.
func Statements(s *ledger.Snapshot, r io.Reader, file string) (int, schema.Problems, error) {
	n := 0
	var problems schema.Problems
	for record, err := range schema.ReadStatements(r, file) {
		var bad schema.Problems
		switch {
		case errors.As(err, &bad):
			problems = append(problems, bad...)
		case err != nil:
			return n, nil, err
		default:
			problems = append(problems, at(file, record.Line, statement(s, &record.Statement))...)
		}
		n++
	}
	return n, problems, nil
}

// at says in which line of which file problems are.
func at(file string, line int, problems schema.Problems) schema.Problems {
	for i := range problems {
		problems[i].File, problems[i].Line = file, line
	}
	return problems
}

// statement checks one record by itself, against its source, and against the
// record of the store.
func statement(s *ledger.Snapshot, st *schema.Statement) schema.Problems {
	var problems schema.Problems
	if st.ID != st.DeriveID() {
		problems = append(problems, problem("id", st.ID, "its fields derive "+st.DeriveID()+": one of them was changed"))
	}
	problems = append(problems, passage(s, st.Source, st.Start, st.End, st.Evidence)...)
	known, ok := s.Statement(st.ID)
	if !ok {
		return append(problems, problem("id", st.ID, "the store has no such statement"))
	}
	return append(problems, differences(st, known)...)
}

// passage checks that a source is there, that its text is the one that was
// hashed, and that the quotation stands at its offsets.
func passage(s *ledger.Snapshot, source string, start, end int, quotation string) schema.Problems {
	if start == end {
		return nil // a citation: there is no text to look into
	}
	src, ok := s.Sources[source]
	if !ok {
		return schema.Problems{problem("source", source, "the store has no such source: ingest the text")}
	}
	var problems schema.Problems
	if hash := schema.HashText(src.Text); hash != source {
		problems = append(problems, problem("source", source, "the text of "+src.Doc+" has the hash "+hash+": it was changed"))
	}
	if text, ok := schema.Passage(src.Text, start, end); !ok || text != quotation {
		problems = append(problems, problem("evidence", quotation, "the text of "+src.Doc+" has “"+text+"” at these offsets"))
	}
	return problems
}

// differences compares a record with the store's, field by field as printed.
func differences(st, known *schema.Statement) schema.Problems {
	a, errA := st.MarshalJSON()
	b, errB := known.MarshalJSON()
	if errA != nil || errB != nil {
		return schema.Problems{problem("stance", "", "missing: a statement has one")}
	}
	if bytes.Equal(a, b) {
		return nil
	}
	return compareFields(a, b)
}

func problem(field, value, expected string) schema.Problem {
	return schema.Problem{Field: field, Value: value, Expected: expected}
}
