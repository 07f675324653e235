package server

import (
	"net/url"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// chip is one value of the filter, with the page without it and, where the
// filter can say so, the page with everything but it. A filter that works
// unseen would be taken for the data.
type chip struct {
	Name, Value, URL string
	NotURL           string // what the value lets through is left out instead, or let through again; "" where that cannot be
	Not              bool   // the value is excluded
}

// unseen are parameters that a page already shows elsewhere, in its heading or
// its date field.
var unseen = []string{"as-of", "rows", "rule"}

// chips are the values of a filter, without those that the place shows itself.
func (r *request) chips(p place, values url.Values) []chip {
	list := r.chipsOf(values, p.at)
	return slices.DeleteFunc(list, func(c chip) bool { return p.own.Has(c.Name) })
}

func (r *request) chipsOf(values url.Values, at func(url.Values) string) []chip {
	var list []chip
	for _, p := range questions.Parameters() {
		if slices.Contains(unseen, p.Name) {
			continue
		}
		for _, v := range values[p.Name] {
			name, not := strings.CutPrefix(p.Name, notPrefix)
			c := chip{Name: name, Value: r.named(name, v), Not: not, URL: at(withoutValue(values, p.Name, v))}
			if other := opposite(p.Name); other != "" {
				c.NotURL = at(added(withoutValue(values, p.Name, v), other, v))
			}
			list = append(list, c)
		}
	}
	return list
}

// whereOf are the chips as the end of a sentence: values of one name are joined
// by "or", what is left out by "nor", names by "and".
func whereOf(chips []chip) string {
	var parts []string
	for i := 0; i < len(chips); {
		var values []string
		first := chips[i]
		for ; i < len(chips) && chips[i].Name == first.Name && chips[i].Not == first.Not; i++ {
			values = append(values, chips[i].Value)
		}
		if first.Not {
			parts = append(parts, first.Name+" is not "+strings.Join(values, " nor "))
			continue
		}
		parts = append(parts, first.Name+" is "+strings.Join(values, " or "))
	}
	return strings.Join(parts, " and ")
}

// notPrefix makes a parameter leave out what it would let through.
const notPrefix = "not-"

// opposite is the parameter that excludes what this one includes, or the other
// way round; "" where there is none.
func opposite(name string) string {
	if x, not := strings.CutPrefix(name, notPrefix); not {
		return x
	}
	for _, p := range questions.Parameters() {
		if p.Name == notPrefix+name {
			return p.Name
		}
	}
	return ""
}

// named is a value of the filter as people know it.
func (r *request) named(name, value string) string {
	switch name {
	case "actor", "group":
		return r.snap.Codebook.ActorLabel(value)
	case "issue":
		return r.snap.Codebook.IssueLabel(value)
	case "proposition":
		return r.snap.Codebook.PropositionLabel(value)
	case "mode":
		return modeLabel(schema.Mode(value))
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
			list = append(list, chip{Name: k, Value: v, URL: at(rest)})
		}
	}
	return list
}
