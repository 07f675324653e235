package questions

import (
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// Parameter is one name of the filter, for the URL query and for command-line
// flags alike.
type Parameter struct {
	Name     string
	Many     bool   // may be given several times
	Flag     bool   // has no value on the command line; in a URL it is "yes"
	Excludes string // the parameter whose values this one keeps out: "actor" of "not-actor"; else ""
	Value    string // what stands for the value in a usage line
	Help     string

	read  func(r *reader, f *Filter, values []string)
	print func(f Filter) []string
}

// Parameters lists the names of the filter, in the order in which Values and
// help print them.
func Parameters() []Parameter { return parameters }

var parameters = slices.Concat(askingFor(dimensions), scales, keepingOut(dimensions))

// scales are the parameters of one value.
var scales = []Parameter{
	{Name: "min-confidence", Value: "0..1", Help: "statements coded with at least this confidence",
		read:  func(r *reader, f *Filter, v []string) { f.MinConfidence = r.fraction(v) },
		print: func(f Filter) []string { return number(f.MinConfidence) }},
	day("from", "statements that may be from this day or after", func(f *Filter) **schema.Day { return &f.From }),
	day("until", "statements that may be from this day or before", func(f *Filter) **schema.Day { return &f.Until }),
	day("as-of", "positions on this day (default: the last statement date in the store)", func(f *Filter) **schema.Day { return &f.AsOf }),
	day("known-by", "statements from sources published by this day", func(f *Filter) **schema.Day { return &f.KnownBy }),
	count("min-statements", "N", "positions on fewer counted statements are given as no statement", func(f *Filter) *int { return &f.MinStatements }),
	{Name: "independent", Flag: true, Value: "yes", Help: "count reports that relay the same utterance once",
		read:  func(r *reader, f *Filter, v []string) { f.Independent = r.choice(v, []string{"yes", "no"}) == "yes" },
		print: func(f Filter) []string { return given(f.Independent, "yes") }},
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

// many is a parameter that lists texts.
func many(name, excludes, value, help string, check func(*reader, string) string, field func(*Filter) *[]string) Parameter {
	return Parameter{Name: name, Many: true, Excludes: excludes, Value: value, Help: help,
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
