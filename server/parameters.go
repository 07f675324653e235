package server

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// oneOf reads a parameter of a page that has a closed list of values; "" is
// not given.
func (r *request) oneOf(name string, allowed ...string) (string, error) {
	v := r.query.Get(name)
	if v != "" && len(allowed) == 1 && v != allowed[0] {
		return "", schema.Errorf(schema.KindUsage, "leave it out, or write "+name+"="+allowed[0], "%s=%q: expected %s or nothing", name, v, allowed[0])
	}
	if v != "" && !slices.Contains(allowed, v) {
		return "", schema.Errorf(schema.KindUsage, "the values of "+name+" are "+strings.Join(allowed, ", "),
			"%s=%q: expected %s%s", name, v, strings.Join(allowed, " or "), schema.DidYouMean(v, slices.Values(allowed)))
	}
	return v, nil
}

// whole reads a parameter of a page that is a whole number of at least least.
func (r *request) whole(name string, unset, least int) (int, error) {
	v := r.query.Get(name)
	if v == "" {
		return unset, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < least {
		return 0, schema.Errorf(schema.KindUsage, "write a number such as "+name+"="+strconv.Itoa(max(least, 1)),
			"%s=%q: expected a whole number from %d on", name, v, least)
	}
	return n, nil
}

// rowsOr reads who stands in the rows; a question about actors is about them
// and not about the groups that they are heard for.
func (r *request) rowsOr(f questions.Filter) (questions.Rows, error) {
	if len(f.Actors) > 0 {
		return r.rows(questions.RowsActors)
	}
	return r.rows(questions.RowsGroups)
}

// rows reads who stands in the rows: unset where nothing is said.
func (r *request) rows(unset questions.Rows) (questions.Rows, error) {
	v, err := r.oneOf("rows", string(questions.RowsGroups), string(questions.RowsActors))
	return cmp.Or(questions.Rows(v), unset), err
}

// otherRows are those that a page does not show.
func otherRows(rows questions.Rows) questions.Rows {
	if rows == questions.RowsGroups {
		return questions.RowsActors
	}
	return questions.RowsGroups
}

func termsOf[T ~string](terms []T) []string {
	list := make([]string, len(terms))
	for i, t := range terms {
		list[i] = string(t)
	}
	return list
}
