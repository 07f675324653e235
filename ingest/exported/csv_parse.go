package exported

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

// record is a row of a CSV file. Its cells are good until the next one.
type record struct {
	line  int // where it begins, 1-based
	cells [][]byte
}

// records yields the rows of a CSV file as RFC 4180 has them, in LF or CRLF.
// Inside of quotation marks every byte is kept: encoding/csv would turn CRLF
// into LF there, and a text would come back changed. A row that is no CSV is
// Problems and ends the sequence, because nobody knows where the next one
// begins.
func records(r io.Reader, file string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		p := &csvParser{in: bufio.NewReaderSize(r, 256<<10), file: file, line: 1}
		if head, _ := p.in.Peek(3); bytes.Equal(head, []byte("\ufeff")) {
			_, _ = p.in.Discard(3) // they were peeked at
		}
		for {
			rec, err := p.next()
			if err == io.EOF {
				return
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

type csvParser struct {
	in   *bufio.Reader
	file string
	line int    // of what is read next
	text []byte // the cells of a row, one after the other
	ends []int  // where each ends
	row  [][]byte
}

func (p *csvParser) problem(line int, expected string) error {
	return schema.Problems{{File: p.file, Line: line, Expected: expected}}
}

// next reads one row; blank lines between rows are skipped.
func (p *csvParser) next() (record, error) {
	p.text, p.ends = p.text[:0], p.ends[:0]
	first, quoted := p.line, false
	for {
		b, err := p.readLine()
		if err != nil && (err != io.EOF || len(b) == 0) {
			switch {
			case schema.KindOf(err) != "":
				return record{}, err
			case err != io.EOF:
				return record{}, schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", p.file, err)
			case quoted:
				return record{}, p.problem(first, "a quotation mark is not closed")
			}
			return record{}, io.EOF
		}
		if !quoted && len(bytes.TrimRight(b, "\r\n")) == 0 {
			first = p.line
			continue
		}
		done, err := p.take(b, &quoted)
		if err == nil && len(p.text) > schema.MaxText {
			err = p.problem(first, "the row is longer than "+strconv.Itoa(schema.MaxText)+" bytes: a quotation mark may not be closed")
		}
		if err != nil {
			return record{}, err
		}
		if done {
			return p.record(first)
		}
	}
}

// readLine reads to the end of a line, which it includes.
func (p *csvParser) readLine() ([]byte, error) {
	b, err := p.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		long := slices.Clone(b)
		for err == bufio.ErrBufferFull {
			b, err = p.in.ReadSlice('\n')
			if long = append(long, b...); len(long) > schema.MaxText {
				return nil, schema.Errorf(schema.KindInput, "look for a quotation mark that is not closed", "%s:%d: the line is longer than %d bytes", p.file, p.line, schema.MaxText)
			}
		}
		b = long
	}
	if len(b) > 0 && b[len(b)-1] == '\n' {
		p.line++
	}
	return b, err
}

// take adds the cells of a line; the row is done unless it ends inside of
// quotation marks.
func (p *csvParser) take(b []byte, quoted *bool) (done bool, err error) {
	for {
		if !*quoted {
			if len(b) > 0 && b[0] == '"' {
				*quoted, b = true, b[1:]
				continue
			}
			end := bytes.IndexByte(b, ',')
			cell := b
			if end >= 0 {
				cell = b[:end]
			} else {
				cell = bytes.TrimSuffix(bytes.TrimSuffix(cell, []byte("\n")), []byte("\r"))
			}
			if bytes.IndexByte(cell, '"') >= 0 {
				return false, p.problem(p.line-1, "a quotation mark stands in a value that is not quoted")
			}
			p.text = append(p.text, cell...)
			p.ends = append(p.ends, len(p.text))
			if end < 0 {
				return true, nil
			}
			b = b[end+1:]
			continue
		}
		i := bytes.IndexByte(b, '"')
		if i < 0 {
			p.text = append(p.text, b...)
			return false, nil
		}
		p.text, b = append(p.text, b[:i]...), b[i+1:]
		switch rest := bytes.TrimRight(b, "\r\n"); {
		case len(b) > 0 && b[0] == '"':
			p.text, b = append(p.text, '"'), b[1:]
		case len(rest) == 0:
			p.ends, *quoted = append(p.ends, len(p.text)), false
			return true, nil
		case b[0] == ',':
			p.ends, *quoted, b = append(p.ends, len(p.text)), false, b[1:]
		default:
			return false, p.problem(p.line-1, "expected a comma after the quotation mark that ends a value")
		}
	}
}

func (p *csvParser) record(line int) (record, error) {
	p.row = p.row[:0]
	from := 0
	for _, end := range p.ends {
		p.row, from = append(p.row, p.text[from:end:end]), end
	}
	if !utf8.Valid(p.text) {
		return record{}, p.problem(line, "not UTF-8: save the file as UTF-8")
	}
	return record{line, p.row}, nil
}
