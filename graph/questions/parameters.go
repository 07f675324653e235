package questions

import (
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// Parameter is one name of the filter, for the URL query and for command-line
// flags alike.
type Parameter struct {
	Name  string
	Many  bool   // may be given several times
	Value string // what stands for the value in a usage line
	Help  string

	read  func(r *reader, f *Filter, values []string)
	print func(f Filter) []string
}

// Parameters lists the names of the filter, in the order in which Values and
// help print them.
func Parameters() []Parameter { return parameters }

var parameters = []Parameter{
	many("actor", "ID", "statements that this actor made or signed", (*reader).actor, func(f *Filter) *[]string { return &f.Actors }),
	many("group", "ID", "statements of those who belonged to this group, or spoke for it, on the statement's date", (*reader).group, func(f *Filter) *[]string { return &f.Groups }),
	many("issue", "ID", "statements on this issue", (*reader).issue, func(f *Filter) *[]string { return &f.Issues }),
	many("proposition", "ID", "statements on this proposition", (*reader).proposition, func(f *Filter) *[]string { return &f.Propositions }),
	many("source", "ID|FILE", "statements from this source, by ID or file name", (*reader).source, func(f *Filter) *[]string { return &f.Sources }),
	many("outlet", "NAME", "statements from sources of this outlet", (*reader).outlet, func(f *Filter) *[]string { return &f.Outlets }),
	many("coder", "NAME", "statements of this coder, with or without its version", (*reader).coder, func(f *Filter) *[]string { return &f.Coders }),
	many("mode", "MODE", "quote, indirect, document, action or narrative", oneOf(schema.Modes), func(f *Filter) *[]string { return &f.Modes }),
	many("status", "STATUS", "proposed, accepted or rejected; rejected ones are listed and never count", oneOf(schema.Statuses), func(f *Filter) *[]string { return &f.Statuses }),
	{Name: "min-confidence", Value: "0..1", Help: "statements coded with at least this confidence",
		read:  func(r *reader, f *Filter, v []string) { f.MinConfidence = r.fraction(v) },
		print: func(f Filter) []string { return number(f.MinConfidence) }},
	day("from", "statements that may be from this day or after", func(f *Filter) **schema.Day { return &f.From }),
	day("until", "statements that may be from this day or before", func(f *Filter) **schema.Day { return &f.Until }),
	day("as-of", "positions on this day (default: the last statement date in the store)", func(f *Filter) **schema.Day { return &f.AsOf }),
	day("known-by", "statements from sources published by this day", func(f *Filter) **schema.Day { return &f.KnownBy }),
	count("min-statements", "N", "positions on fewer counted statements are given as no statement", func(f *Filter) *int { return &f.MinStatements }),
	{Name: "dates", Value: "possible|certain", Help: "certain leaves out what may be later than the as-of date",
		read: func(r *reader, f *Filter, v []string) {
			f.Certain = r.choice(v, []string{datesPossible, datesCertain}) == datesCertain
		},
		print: func(f Filter) []string { return given(f.Certain, datesCertain) }},
	{Name: "rule", Value: "RULE", Help: "how statements become a position: latest (default), mean, majority or decay",
		read:  func(r *reader, f *Filter, v []string) { f.Rule = r.choice(v, Rules) },
		print: func(f Filter) []string { return given(f.Rule != "", f.Rule) }},
	{Name: "half-life", Value: "DAYS", Help: "for rule decay: after how many days a statement weighs half (default: " + strconv.Itoa(DefaultHalfLife) + ")",
		read:  func(r *reader, f *Filter, v []string) { f.HalfLife = r.days(v) },
		print: func(f Filter) []string { return number(float64(f.HalfLife)) }},
	count("stale", "DAYS", "call positions stale that are older than this many days", func(f *Filter) *int { return &f.Stale }),
}

const (
	datesPossible = "possible"
	datesCertain  = "certain"
)

// many is a parameter that lists texts; check reports a value that names
// nothing and returns what the filter keeps of it.
func many(name, value, help string, check func(*reader, string) string, field func(*Filter) *[]string) Parameter {
	return Parameter{Name: name, Many: true, Value: value, Help: help,
		read: func(r *reader, f *Filter, values []string) {
			for _, v := range values {
				*field(f) = append(*field(f), check(r, v))
			}
		},
		print: func(f Filter) []string { return *field(&f) }}
}

func day(name, help string, field func(*Filter) **schema.Day) Parameter {
	return Parameter{Name: name, Value: "YYYY-MM-DD", Help: help,
		read: func(r *reader, f *Filter, v []string) { *field(f) = r.day(v) },
		print: func(f Filter) []string {
			if d := *field(&f); d != nil {
				return []string{d.String()}
			}
			return nil
		}}
}

func count(name, value, help string, field func(*Filter) *int) Parameter {
	return Parameter{Name: name, Value: value, Help: help,
		read:  func(r *reader, f *Filter, v []string) { *field(f) = r.count(v) },
		print: func(f Filter) []string { return number(float64(*field(&f))) }}
}

func number(v float64) []string {
	return given(v != 0, strconv.FormatFloat(v, 'g', -1, 64))
}

func given(is bool, value string) []string {
	if !is {
		return nil
	}
	return []string{value}
}
