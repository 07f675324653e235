package server

import (
	"net/url"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// field is an input of a form, or a choice where it has options. A value that
// its type cannot hold is shown as it was typed.
type field struct {
	Name, Label, Value string
	Type               string // "text", "date" or "number"; "" for a choice
	Options            []option
	Wide, Wrong        bool
	Hint               string
	Days               []string // that are suggested for a date
}

// option is a choice of a form.
type option struct {
	Value, Label string
	Chosen       bool
}

// moreFields are the parameters of every question that are no facets.
func (r *request) moreFields(query url.Values) []field {
	rule := choice("rule", "Rule", query, "latest statement", questions.Rules[1:])
	rule.Hint = "what turns statements into a position"
	known := dateField("known-by", "Known by", query, "sources published by then")
	for _, day := range publishedDays(r.snap) {
		known.Days = append(known.Days, day.String())
	}
	return []field{
		known,
		dateField("from", "Said from", query, ""),
		dateField("until", "Said until", query, "inclusive"),
		rule,
		numberField("half-life", "Half-life", query, "days, for the rule decay"),
		choice("dates", "Inexact dates", query, "count, marked possible", []string{"certain"}),
		numberField("stale", "Stale after", query, "days"),
		numberField("min-statements", "Minimum", query, "statements of a position"),
	}
}

func dateField(name, label string, query url.Values, hint string) field {
	f := field{Name: name, Label: label, Value: query.Get(name), Type: "date", Hint: hint}
	if _, err := schema.ParseDay(f.Value); err != nil && f.Value != "" {
		f.Wrong = true
	}
	return f
}

func numberField(name, label string, query url.Values, hint string) field {
	f := field{Name: name, Label: label, Value: query.Get(name), Type: "number", Hint: hint}
	if n, err := strconv.Atoi(f.Value); f.Value != "" && (err != nil || n < 0) {
		f.Type, f.Wrong = "text", true
	}
	return f
}

// optionWords are the values of choices that do not speak for themselves.
var optionWords = map[string]string{
	"mean": "mean of all", "majority": "majority of all", "decay": "decay: newer weighs more", "certain": "leave them out",
	string(questions.RowsActors): "single actors", string(questions.RowsGroups): "states and groups",
}

// choice is a field with a default, which is left out of addresses, and other
// values.
func choice(name, label string, query url.Values, unset string, values []string) field {
	f := field{Name: name, Label: label, Value: query.Get(name), Options: []option{{Label: unset, Chosen: query.Get(name) == ""}}}
	for _, v := range values {
		word := optionWords[v]
		if word == "" {
			word = v
		}
		f.Options = append(f.Options, option{v, word, v == f.Value})
	}
	return f
}

// choices is a choice whose values have labels of their own.
func choices(name, label string, query url.Values, options ...option) field {
	f := field{Name: name, Label: label, Value: query.Get(name), Options: options}
	for i := range f.Options {
		f.Options[i].Chosen = f.Options[i].Value == f.Value
	}
	return f
}

func textField(name, label string, query url.Values) field {
	return field{Name: name, Label: label, Value: query.Get(name), Type: "text"}
}

// rowsField chooses who stands in the rows: groups, where nothing is said.
func rowsField(query url.Values) field {
	return choice("rows", "Rows", query, optionWords[string(questions.RowsGroups)], []string{string(questions.RowsActors)})
}

// maxOptions is how many names a choice has; past that a name is typed.
const maxOptions = 250

func pick(name, label string, query url.Values, unset string, all []option) field {
	if len(all) > maxOptions {
		return field{Name: name, Label: label, Value: query.Get(name), Type: "text", Hint: "ID or name"}
	}
	return choices(name, label, query, append([]option{{Label: unset}}, all...)...)
}
