package schema

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"slices"
)

// MaxLine bounds one line of a JSON Lines file, in bytes. A statement is a few
// hundred bytes; a longer line is a mistake or an attack.
const MaxLine = 1 << 20

// MarshalJSON prints the record with empty lists instead of null, so that the
// shape never varies.
func (s Statement) MarshalJSON() ([]byte, error) {
	type record Statement // without this method
	r := record(s)
	r.Signatories, r.Via, r.Trace = list(r.Signatories), list(r.Via), list(r.Trace)
	if r.Variables == nil {
		r.Variables = map[string]string{}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("statement %s: %w", s.ID, err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// WriteStatement prints one record and a newline.
func WriteStatement(w io.Writer, s *Statement) error {
	// Not json.Marshal: it would escape < and > again.
	b, err := s.MarshalJSON()
	if err != nil {
		return err
	}
	if _, err := w.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("write statement %s: %w", s.ID, err)
	}
	return nil
}

// Line is one line of a JSON Lines file, without its newline.
type Line struct {
	Number int // 1-based
	Bytes  []byte
}

// ReadLines yields the lines of a JSON Lines file that are not blank. A line
// over MaxLine yields a Problem and is skipped without being held in memory;
// any other error ends the sequence.
func ReadLines(r io.Reader, file string) iter.Seq2[Line, error] { return readLines(r, file, MaxLine) }

func readLines(r io.Reader, file string, limit int) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		br := bufio.NewReaderSize(r, 64<<10)
		for n := 1; ; n++ {
			b, tooLong, err := readLine(br, limit)
			line := Line{Number: n, Bytes: bytes.TrimSpace(b)}
			switch {
			case tooLong:
				p := Problem{File: file, Line: n, Expected: fmt.Sprintf("the line is longer than %d bytes: expected one record a line", limit)}
				if !yield(line, Problems{p}) {
					return
				}
			case len(line.Bytes) > 0 && !yield(line, nil):
				return
			}
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(line, fmt.Errorf("read %s: %w", file, err))
				return
			}
		}
	}
}

func readLine(br *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if len(line)+len(part) > limit {
			line, tooLong = nil, true
		} else if !tooLong {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

// EachLine hands the lines of a JSON Lines file that are not blank to read, which
// says what is wrong with one. It returns all that is wrong, with the file and
// the line; the error is one of reading.
func EachLine(r io.Reader, file string, read func(Line) Problems) (Problems, error) {
	var all Problems
	for line, err := range ReadLines(r, file) {
		var bad Problems
		if err == nil {
			bad = read(line)
			for i := range bad {
				bad[i].File, bad[i].Line = file, line.Number
			}
		} else if !errors.As(err, &bad) {
			return nil, err
		}
		all = append(all, bad...)
	}
	return all, nil
}

var (
	jsonUnknownField = regexp.MustCompile(`unknown field "(.*)"`)
	statementFields  = []string{"id", "doc", "source", "start", "end", "evidence", "actor", "on_behalf_of", "signatories",
		"issue", "proposition", "stance", "condition", "act", "date", "date_basis", "mode", "via", "coder", "confidence",
		"status", "codebook", "revises", "reason", "reviewer", "variables", "trace"}
)

// decodeStrict reads one record; what it does not know is a problem and not
// dropped.
func decodeStrict(b []byte, record any, fields []string) *Problem {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	err := dec.Decode(record)
	if err == nil && dec.More() {
		err = errors.New("expected one JSON object a line, found more after it")
	}
	if err == nil {
		return nil
	}
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) && typ.Field != "" {
		return &Problem{Field: typ.Field, Value: typ.Value, Expected: "expected " + jsonType(typ.Type.String())}
	}
	if m := jsonUnknownField.FindStringSubmatch(err.Error()); m != nil {
		return &Problem{Field: m[1], Expected: "unknown field" + DidYouMean(m[1], slices.Values(fields)) + elsewhere(fields)}
	}
	return &Problem{Expected: err.Error()}
}

// elsewhere says where more may stand, for records that have a place for it.
func elsewhere(fields []string) string {
	if slices.Contains(fields, "variables") {
		return "; what the record has no place for belongs in variables"
	}
	return ""
}

func jsonType(goType string) string {
	switch goType {
	case "int":
		return "a whole number"
	case "float64":
		return "a number"
	case "[]string":
		return "a list of texts"
	case "map[string]string":
		return "an object of texts"
	}
	return "a text"
}
