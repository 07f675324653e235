package dna

import (
	"context"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// row is one row of a table. Values of the wrong type are problems and read as
// empty.
type row struct {
	r      *reader
	table  table
	values map[string]any
}

// each calls f with every row of a table, in the order of its first two
// columns. A table that may be missing has no rows then.
func (r *reader) each(ctx context.Context, t table, f func(row)) error {
	return r.eachOf(ctx, t, t.columns, f)
}

func (r *reader) eachOf(ctx context.Context, t table, columns []string, f func(row)) error {
	if !r.tables.has(t) {
		return nil
	}
	rows, err := r.db.QueryContext(ctx, selection(t.name, columns))
	if err != nil {
		return damaged(ctx, r.path, err)
	}
	defer rows.Close()
	cells := make([]any, len(columns))
	for rows.Next() {
		into := make([]any, len(cells))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			return damaged(ctx, r.path, err)
		}
		f(r.row(t, columns, cells))
		if r.budget < 0 {
			return schema.Errorf(schema.KindInput, "open and save the file in DNA, or take an earlier copy of it",
				"dna file %s is damaged: it says that it has more text than its size allows", r.path)
		}
	}
	return damaged(ctx, r.path, rows.Err())
}

// selection reads columns with a plus, which makes them expressions: the driver
// then gives what is stored and not what the column declares.
func selection(table string, columns []string) string {
	list := make([]string, len(columns))
	for i, c := range columns {
		list[i] = `+"` + strings.ReplaceAll(c, `"`, `""`) + `"`
	}
	return "SELECT " + strings.Join(list, ", ") + " FROM " + table + " ORDER BY 1, 2"
}

func (r *reader) row(t table, columns []string, cells []any) row {
	values := make(map[string]any, len(cells))
	for i, c := range columns {
		values[c] = cells[i]
		switch v := cells[i].(type) {
		case string:
			r.budget -= int64(len(v))
		case []byte:
			r.budget -= int64(len(v))
		}
	}
	return row{r, t, values}
}

// name is how messages call a row.
func (row row) name() string {
	for _, key := range []string{"ID", "StatementId", "EntityId", "Label", "Property"} {
		if v, ok := row.values[key]; ok {
			return row.table.name + " " + shown(v)
		}
	}
	return row.table.name
}

func (row row) bad(field, value, expected string) {
	row.r.problems = append(row.r.problems, schema.Problem{File: row.r.path, Record: row.name(), Field: field, Value: value, Expected: expected})
}
