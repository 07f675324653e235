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
	Says             string // name and value as a clause; "" where "name is value" is one
}

// clauses say what the parameters do that are no property of a statement.
var clauses = map[string]func(value string) string{
	"min-confidence": func(v string) string { return "confidence is at least " + v },
	"from":           func(v string) string { return "statements are from " + dayOf(v) + " or later" },
	"until":          func(v string) string { return "statements are from " + dayOf(v) + " or earlier" },
	"known-by":       func(v string) string { return "sources were published by " + dayOf(v) },
	"min-statements": func(v string) string { return "positions have " + v + " statements or more" },
	"independent":    func(string) string { return "reports of one utterance count once" },
	"dates":          func(string) string { return "dates are certain" },
	"half-life":      func(v string) string { return "the weight of a statement halves in " + v + " days" },
	"stale":          func(v string) string { return "positions older than " + v + " days are stale" },
}

// dayOf is a day of a filter in words.
func dayOf(v string) string {
	d, err := schema.ParseDay(v)
	if err != nil {
		return v
	}
	return longDay(d)
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
			if says := clauses[name]; says != nil {
				c.Says = says(v)
			}
			if other := opposite(p.Name); other != "" {
				c.NotURL = at(added(withoutValue(values, p.Name, v), other, v))
			}
			list = append(list, c)
		}
	}
	return list
}

// words are those of a chip alone.
func (c chip) words() string {
	if c.Says != "" {
		return "“" + c.Says + "”"
	}
	return c.Name + " " + c.Value
}

// whereOf are the chips as the end of a sentence: values of one name are joined
// by "or", what is left out by "nor", names by "and".
func whereOf(chips []chip) string {
	var parts []string
	for i := 0; i < len(chips); {
		var values []string
		first := chips[i]
		if first.Says != "" {
			parts, i = append(parts, first.Says), i+1
			continue
		}
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
