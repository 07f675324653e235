package server

import (
	"net/url"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// facetsView are the values that the filter could ask for next, with how many
// statements each would leave. They are counted only where they are opened.
type facetsView struct {
	OpenURL, CloseURL string // one of them
	N, Of             int
	AtLeast           int // statements that a position must have; 0 where one is enough. Facets count statements, not positions
	Facets            []facetView
}

type facetView struct {
	Name   string
	Values []facetItem
	More   int    // values that are not shown
	AllURL string // the page with all of them
}

// facetItem is a value. URL puts it into the filter, or takes it out; NotURL
// leaves its statements out instead.
type facetItem struct {
	questions.FacetValue
	URL, NotURL string
}

// The values of the parameter "facets": "open", or the name of the one facet
// that is shown whole.
const (
	paramFacets = "facets"
	facetsOpen  = "open"
)

// facetLength is how many values of a facet are shown at first.
const facetLength = 8

// facets counts what the filter could ask for next. Facets without a choice
// are left out.
func (r *request) facets(p place, f questions.Filter) (facetsView, error) {
	asked := r.query.Get(paramFacets)
	if asked == "" {
		return facetsView{OpenURL: p.with(paramFacets, facetsOpen).at(f.Values()) + "#facets"}, nil
	}
	list, err := questions.Facets(r.snap, f)
	if err != nil {
		return facetsView{}, err
	}
	v := facetsView{CloseURL: p.with(paramFacets, "").at(f.Values()), N: list.N, Of: list.Of}
	if f.MinStatements > 1 {
		v.AtLeast = f.MinStatements
	}
	p = p.with(paramFacets, asked).with("page", "").with("row-page", "")
	for _, facet := range list.Facets {
		if len(facet.Values) < 2 && !f.Values().Has(facet.Name) && !f.Values().Has(notPrefix+facet.Name) || p.own.Has(facet.Name) {
			continue
		}
		shown := facetView{Name: facet.Name}
		for _, value := range facet.Values {
			if len(shown.Values) >= facetLength && asked != facet.Name && !value.Chosen && !value.Excluded {
				shown.More++
				continue
			}
			shown.Values = append(shown.Values, facetItemOf(p, f.Values(), facet.Name, value))
		}
		if shown.More > 0 {
			shown.AllURL = p.with(paramFacets, facet.Name).at(f.Values()) + "#facets"
		}
		v.Facets = append(v.Facets, shown)
	}
	return v, nil
}

func facetItemOf(p place, values url.Values, name string, v questions.FacetValue) facetItem {
	item := facetItem{FacetValue: v}
	if name == "mode" {
		item.Label = modeLabel(schema.Mode(v.Value))
	}
	neither := withoutValue(withoutValue(values, name, v.Value), notPrefix+name, v.Value)
	item.URL, item.NotURL = p.at(added(copied(neither), name, v.Value)), p.at(added(copied(neither), notPrefix+name, v.Value))
	if v.Chosen {
		item.URL = p.at(neither)
	}
	if v.Excluded {
		item.NotURL = p.at(neither)
	}
	return item
}
