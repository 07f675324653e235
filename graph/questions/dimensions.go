package questions

import "github.com/stancegraph/stancegraph/schema"

// excluding is what the names of parameters that keep values out begin with.
const excluding = "not-"

// dimension is what every statement has one value of, or several: a filter may
// ask for some of them and keep others out.
type dimension struct {
	name, value, help string
	check             func(*reader, string) string // reports a value that names nothing, returns what the filter keeps of it
	asked             func(*Filter) *[]string
	excluded          func(*Exclusion) *[]string
}

var dimensions = []dimension{
	{"actor", "ID", "statements that this actor made or signed", (*reader).actor,
		func(f *Filter) *[]string { return &f.Actors }, func(e *Exclusion) *[]string { return &e.Actors }},
	{"group", "ID", "statements of those who belonged to this group, or spoke for it, on the statement's date", (*reader).group,
		func(f *Filter) *[]string { return &f.Groups }, func(e *Exclusion) *[]string { return &e.Groups }},
	{"issue", "ID", "statements on this issue", (*reader).issue,
		func(f *Filter) *[]string { return &f.Issues }, func(e *Exclusion) *[]string { return &e.Issues }},
	{"proposition", "ID", "statements on this proposition", (*reader).proposition,
		func(f *Filter) *[]string { return &f.Propositions }, func(e *Exclusion) *[]string { return &e.Propositions }},
	{"source", "ID|FILE", "statements from this source, by ID or file name", (*reader).source,
		func(f *Filter) *[]string { return &f.Sources }, func(e *Exclusion) *[]string { return &e.Sources }},
	{"outlet", "NAME", "statements from sources of this outlet", (*reader).outlet,
		func(f *Filter) *[]string { return &f.Outlets }, func(e *Exclusion) *[]string { return &e.Outlets }},
	{"coder", "NAME", "statements of this coder, with or without its version", (*reader).coder,
		func(f *Filter) *[]string { return &f.Coders }, func(e *Exclusion) *[]string { return &e.Coders }},
	{"mode", "MODE", "quote, indirect, document, action or narrative", oneOf(schema.Modes),
		func(f *Filter) *[]string { return &f.Modes }, func(e *Exclusion) *[]string { return &e.Modes }},
	{"status", "STATUS", "proposed, accepted or rejected; rejected ones are listed and never count", oneOf(schema.Statuses),
		func(f *Filter) *[]string { return &f.Statuses }, func(e *Exclusion) *[]string { return &e.Statuses }},
	{"stance", "STANCE", "coded 1, 0.5, 0, -0.5 or -1", (*reader).stance,
		func(f *Filter) *[]string { return &f.Stances }, func(e *Exclusion) *[]string { return &e.Stances }},
	{"act", "ACT", "demand, offer, accept, reject, support, oppose, threaten, warn or report", oneOf(schema.Acts),
		func(f *Filter) *[]string { return &f.Acts }, func(e *Exclusion) *[]string { return &e.Acts }},
	{"year", "YEAR", "statements of this year, by the last day that the date may mean; undated for those without a date", (*reader).year,
		func(f *Filter) *[]string { return &f.Years }, func(e *Exclusion) *[]string { return &e.Years }},
}

func askingFor(dimensions []dimension) []Parameter {
	var list []Parameter
	for _, d := range dimensions {
		list = append(list, many(d.name, "", d.value, d.help, d.check, d.asked))
	}
	return list
}

func keepingOut(dimensions []dimension) []Parameter {
	var list []Parameter
	for _, d := range dimensions {
		list = append(list, many(excluding+d.name, d.name, d.value, "leave out what --"+d.name+" asks for", d.check,
			func(f *Filter) *[]string { return d.excluded(&f.Not) }))
	}
	return list
}
