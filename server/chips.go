package server

import (
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// chip is one value of the filter, with the page without it. A filter that
// works unseen would be taken for the data.
type chip struct {
	Name, Value, URL string
}

// unseen are parameters that a page already shows elsewhere, in its heading or
// its date field.
var unseen = []string{"as-of", "rows", "rule"}

// chips are the values of the filter of a matrix. The opened issue is the
// heading and no chip.
func (r *request) chips(f questions.Filter, spec questions.MatrixSpec) []chip {
	values := f.Values()
	if spec.Issue != "" {
		values.Del("issue")
	}
	return r.chipsOf(values, func(q url.Values) string { return links{q}.Matrix(spec.Rows, spec.Issue) })
}

func (r *request) chipsOf(values url.Values, without func(url.Values) string) []chip {
	var list []chip
	for _, p := range questions.Parameters() {
		if slices.Contains(unseen, p.Name) {
			continue
		}
		for i, v := range values[p.Name] {
			rest := copied(values)
			rest[p.Name] = slices.Delete(rest[p.Name], i, i+1)
			if len(rest[p.Name]) == 0 {
				rest.Del(p.Name)
			}
			list = append(list, chip{p.Name, r.named(p.Name, v), without(rest)})
		}
	}
	return list
}

// named is a value of the filter as people know it.
func (r *request) named(name, value string) string {
	switch name {
	case "actor", "group":
		return r.snap.Codebook.ActorLabel(value)
	case "issue":
		return issueLabel(r.snap.Codebook, value)
	case "proposition":
		return propositionLabel(r.snap.Codebook, value)
	}
	return value
}

// rawChips are the values of a query that could not be read, as they were
// typed, so that the wrong one can be taken out and the others stay.
func rawChips(query url.Values, at func(url.Values) string) []chip {
	var list []chip
	for _, k := range keysOf(query) {
		if slices.Contains(unseen, k) && k != "rule" {
			continue
		}
		for i, v := range query[k] {
			rest := copied(query)
			rest[k] = slices.Delete(rest[k], i, i+1)
			list = append(list, chip{k, v, at(rest)})
		}
	}
	return list
}

func issueLabel(cb *schema.Codebook, id string) string {
	if i, ok := cb.Issue(id); ok {
		return i.Label
	}
	return id
}

func propositionLabel(cb *schema.Codebook, id string) string {
	if p, ok := cb.Proposition(id); ok {
		return p.Label
	}
	return id
}
