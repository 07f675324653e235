package coded

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Side is a second table that says something of the propositions of the first:
// their titles or their issues.
type Side struct {
	Path      string
	ID, Label string // columns; empty to find them by their names
}

// ParseSide reads FILE or FILE:ID=COLUMN,LABEL=COLUMN.
func ParseSide(flag, text string) (Side, error) {
	at := strings.LastIndexByte(text, ':')
	if at < 0 || !strings.Contains(text[at:], "=") {
		return Side{Path: text}, nil
	}
	s := Side{Path: text[:at]}
	for pair := range strings.SplitSeq(text[at+1:], ",") {
		switch key, column, _ := strings.Cut(pair, "="); strings.TrimSpace(key) {
		case "ID":
			s.ID = strings.TrimSpace(column)
		case "LABEL":
			s.Label = strings.TrimSpace(column)
		default:
			return s, schema.Errorf(schema.KindUsage, "write it as "+flag+" titles.csv:ID=rcid,LABEL=short", "%s %q: expected ID=COLUMN or LABEL=COLUMN", flag, pair)
		}
	}
	return s, nil
}

// labelColumns are what the column of a label is called where nobody says so.
var labelColumns = []string{"label", "title", "name", "issue", "short"}

// ReadSide reads a side table: for each proposition, as the first table names
// it, its labels in the order of the rows. proposition is the column that the
// first table is mapped by: it, or "id", is looked for here.
func ReadSide(ctx context.Context, open Input, side Side, name, proposition string) (map[string][]string, error) {
	opt := &Options{Name: name}
	s, err := openStream(open, name, nil)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	rows, err := newRows(s, opt)
	if err != nil {
		return nil, asError(err)
	}
	r := sideReader{bad: &problems{file: name}, side: side, proposition: proposition, labels: map[string][]string{}}
	for row, err := range rows.all() {
		var list schema.Problems
		switch {
		case errors.As(err, &list):
			for _, p := range list {
				r.bad.put(p)
			}
			continue
		case err != nil:
			return nil, readError(name, err)
		case ctx.Err() != nil:
			return nil, ctx.Err()
		}
		if err := r.take(rows.columns(), row); err != nil {
			return nil, err
		}
	}
	return r.labels, r.bad.err("correct the rows above; nothing was written")
}

type sideReader struct {
	bad         *problems
	side        Side
	proposition string
	labels      map[string][]string
}

func (r *sideReader) take(columns []string, row row) error {
	id, err := r.find(columns, r.side.ID, []string{r.proposition, "id"}, "ID")
	if err != nil {
		return err
	}
	label, err := r.find(columns, r.side.Label, r.labelNames(columns, id), "LABEL")
	if err != nil {
		return err
	}
	key, value := cell(row, id), cell(row, label)
	switch {
	case key == "":
		r.bad.add(row.line, columns[id], "", "the cell is empty: expected a proposition")
	case value != "" && !slices.Contains(r.labels[key], value):
		r.labels[key] = append(r.labels[key], value)
	}
	return nil
}

// labelNames are the columns to try for the label; of two columns, it is the
// other one.
func (r *sideReader) labelNames(columns []string, id int) []string {
	if len(columns) == 2 {
		return []string{columns[1-id]}
	}
	return labelColumns
}

// find returns the place of a column: the one that was named, else the first of
// those that it may be called.
func (r *sideReader) find(columns []string, named string, maybe []string, key string) (int, error) {
	if named != "" {
		maybe = []string{named}
	}
	for _, name := range maybe {
		if at := slices.Index(columns, name); at >= 0 && name != "" {
			return at, nil
		}
	}
	return 0, schema.Errorf(schema.KindInput, "say which it is: "+r.side.Path+":ID=COLUMN,LABEL=COLUMN; the columns are "+strings.Join(columns, ", "),
		"%s: no column for %s: looked for %s", r.bad.file, key, strings.Join(maybe, ", "))
}

func cell(r row, at int) string {
	if at >= len(r.values) {
		return ""
	}
	return strings.Clone(strings.TrimSpace(r.values[at]))
}

func itoa(n int) string     { return strconv.Itoa(n) }
func quote(s string) string { return strconv.Quote(s) }
