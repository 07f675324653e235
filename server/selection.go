package server

import (
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// selection is the part of a question page that says which statements the
// answer is about, and with which a reader changes that: a form with the
// fields of the page and those of every page, the dates, and the filter in
// force as chips. It is the template "selection".
type selection struct {
	Problem  *problem // what cannot be read; the form then has what was typed
	Fields   []field  // of the page itself
	More     []field  // of every page, folded away
	MoreOpen bool     // one of them may be what cannot be read
	Clock    clock    // its Action and Hidden are those of the form
	Timeless bool     // the page is not about one day
	Facets   facetsView
	Views    []viewLink // the same otherwise; nil where there is nothing of the kind
	Chips    []chip
	Where    string // the filter as the end of a sentence; "" where there is none
	ClearURL string // the page without a filter
	LastURL  string // the page without the last value of the filter
	LastName string
	WiderURL string // the page on the last statement date; "" where it is there
}

// selection is the form of a question page with a filter that could be read.
func (r *request) selection(p place, f questions.Filter, own ...field) selection {
	values := f.Values()
	if asked := r.query.Get(paramFacets); asked != "" {
		p = p.with(paramFacets, asked)
	}
	v := r.form(p, p.query(values), own)
	v.Chips, v.ClearURL = r.chips(p, values), p.at(url.Values{})
	v.Where = whereOf(v.Chips)
	v.Facets, _ = r.facets(p, f) // the filter has been read: there is nothing left to be wrong with it
	if n := len(v.Chips); n > 0 {
		v.LastURL, v.LastName = v.Chips[n-1].URL, v.Chips[n-1].words()
	}
	if p.timeless {
		return v
	}
	c := r.clock(p.path, nil, f, questions.Days(r.snap, f), func(d schema.Day) string {
		return p.at(set(copied(values), "as-of", d.String()))
	})
	c.Hidden = v.Clock.Hidden
	v.Clock = c
	if c.Last != nil {
		v.WiderURL = c.Last.URL
	}
	return v
}

// brokenSelection is the form again, with all that was typed and what is wrong
// with it.
func (r *request) brokenSelection(p place, err error, own ...field) selection {
	v := r.form(p, r.query, own)
	v.Problem, v.MoreOpen = tell(err), true
	v.Clock = r.brokenClock(p.path, nil)
	v.Clock.Hidden = hiddenBut(r.query, append(v.shown(), r.unknown()...)) // what no page reads is not sent again
	v.Chips = rawChips(r.query, func(q url.Values) string { return address(p.path, q) })
	return v
}

// form has the fields for the values of a query and keeps the others hidden.
func (r *request) form(p place, query url.Values, own []field) selection {
	v := selection{Fields: own, More: r.moreFields(query), Timeless: p.timeless}
	v.Clock.Action = p.path
	v.Clock.Hidden = hiddenBut(query, v.shown())
	return v
}

// shown are the names of the parameters that the form has fields for.
func (v selection) shown() []string {
	names := []string{"as-of"}
	if v.Timeless {
		names = nil
	}
	for _, f := range slices.Concat(v.Fields, v.More) {
		names = append(names, f.Name)
	}
	return names
}

func hiddenBut(query url.Values, shown []string) []param {
	return slices.DeleteFunc(hidden(query), func(p param) bool { return slices.Contains(shown, p.Name) })
}
