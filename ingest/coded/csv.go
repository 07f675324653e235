package coded

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

type csvRows struct {
	name   string
	csv    *csv.Reader
	bound  *bound
	header []string
	last   int // line of the last row that was read
}

func newCSVRows(r io.Reader, opt *Options) (*csvRows, error) {
	c := &csvRows{name: opt.Name, bound: &bound{r: r}}
	c.csv = csv.NewReader(c.bound)
	c.csv.ReuseRecord = true
	if opt.Delimiter != 0 {
		c.csv.Comma = opt.Delimiter
	}
	header, err := c.csv.Read()
	switch {
	case err == io.EOF:
		return nil, schema.Errorf(schema.KindInput, "the first line of a table has the names of its columns", "%s: the file is empty", opt.Name)
	case err != nil:
		return nil, c.error(err)
	}
	for _, name := range header {
		c.header = append(c.header, strings.TrimSpace(strings.Clone(name)))
	}
	c.last = 1
	return c, c.check(opt)
}

// check finds a header that was not taken apart, because a file is separated by
// something else than commas.
func (c *csvRows) check(opt *Options) error {
	if len(c.header) == 1 && opt.Delimiter == 0 {
		for _, d := range []struct{ text, flag, name string }{{";", ";", "semicolons"}, {"\t", "tab", "tabs"}, {"|", "|", "bars"}} {
			if strings.Contains(c.header[0], d.text) {
				return schema.Errorf(schema.KindInput, fmt.Sprintf("say so: --delimiter '%s'", d.flag),
					"%s: the columns are separated by %s, not by commas", opt.Name, d.name)
			}
		}
	}
	for i, name := range c.header {
		if name != "" && slices.Contains(c.header[:i], name) {
			return schema.Errorf(schema.KindInput, "give each column a name of its own", "%s:1: two columns are called %q", opt.Name, name)
		}
	}
	return nil
}

func (c *csvRows) columns() []string { return c.header }

func (c *csvRows) all() iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		for {
			c.bound.n = 0
			values, err := c.csv.Read()
			if err == io.EOF {
				return
			}
			line := 0
			if len(values) > 0 {
				line, _ = c.csv.FieldPos(0)
				c.last = line
			}
			if err != nil {
				err = c.error(err)
			} else {
				err = c.checkText(line, values)
			}
			var bad schema.Problems
			if !yield(row{line, values}, err) || err != nil && !errors.As(err, &bad) {
				return
			}
		}
	}
}

func (c *csvRows) checkText(line int, values []string) error {
	for i, v := range values {
		if !utf8.ValidString(v) {
			return schema.Problems{{File: c.name, Line: line, Field: c.header[i], Value: strings.ToValidUTF8(v, "?"), Expected: "not UTF-8: save the file as UTF-8"}}
		}
	}
	return nil
}

// error says what is wrong with a row in the terms of other problems.
func (c *csvRows) error(err error) error {
	var parse *csv.ParseError
	if errors.Is(err, errLongRow) {
		return schema.Errorf(schema.KindInput, "look for a quotation mark that is not closed",
			"%s:%d: %w", c.name, c.last+1, err)
	}
	if !errors.As(err, &parse) {
		return readError(c.name, err)
	}
	p := schema.Problem{File: c.name, Line: parse.Line, Expected: parse.Err.Error()}
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		p.Expected = fmt.Sprintf("expected %d values, as many as the header has", len(c.header))
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		p.Line, p.Expected = parse.StartLine, "a quotation mark is not closed, or stands in a value that is not quoted"
	}
	return schema.Problems{p}
}

// bound refuses a row that never ends: a quotation mark that is not closed
// would take the rest of the file into memory.
type bound struct {
	r io.Reader
	n int // bytes since the last row
}

// readAhead is how much of the following rows the parser may hold.
const readAhead = 64 << 10

func (b *bound) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.n += n; b.n > schema.MaxLine+readAhead {
		return 0, errLongRow
	}
	return n, err
}

var errLongRow = fmt.Errorf("the row is longer than %d bytes", schema.MaxLine)
