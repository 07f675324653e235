package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/search"
)

// finder answers one search.
type finder struct {
	*request
	l     links
	f     questions.Filter
	index *searchable
	typed string
	in    string
	page  int // from 1
}

func (d finder) fill(v *searchPage, a *searchAnswer) {
	q := search.Parse(d.typed)
	if d.in == inAll || d.in == inNames {
		matches := d.index.named(q)
		var shown []nameMatch
		shown, v.Names.found = shownOf(d, matches, inNames)
		for _, m := range shown {
			v.Names.Hits = append(v.Names.Hits, m.hit(d.l, q))
		}
		a.Names, a.NamesN = append(a.Names, v.Names.Hits...), len(matches)
	}
	if d.in == inAll || d.in == inQuotes {
		d.quotes(q, v, a)
	}
	if d.in == inAll || d.in == inSources {
		d.texts(q, v, a)
	}
}

func (d finder) quotes(q search.Query, v *searchPage, a *searchAnswer) {
	keep := func(st *schema.Statement) bool { return d.f.Describes(d.index.snap, st) }
	var all []quoteHit
	for _, hit := range d.index.inQuotes.Find(q, nil) {
		p := d.index.passages[hit.Text]
		if said := p.described(keep); len(said) > 0 {
			all = append(all, quoteHit{Evidence: p.evidence, all: said})
			v.Quotes.Statements += len(said)
		}
	}
	v.Quotes.Hits, v.Quotes.found = shownOf(d, all, inQuotes)
	for i := range v.Quotes.Hits {
		h := &v.Quotes.Hits[i]
		if shown, ok := d.snap.Statement(h.all[0].ID); ok {
			h.Evidence = shown.Evidence // the index has all of it
		}
		h.Pieces = q.Mark(h.Evidence, 2*snippet)
		h.Said = d.exhibits(d.l, h.all[:min(len(h.all), said)])
		h.Source, h.More = h.Said[0], len(h.all)-len(h.Said)
		a.Quotations = append(a.Quotations, d.quoteJSON(q, h))
	}
	a.QuotationsN = len(all)
}

func (d finder) texts(q search.Query, v *searchPage, a *searchAnswer) {
	everything := len(d.f.Values()) == 0
	hits := d.index.inTexts.Find(q, func(i int) bool {
		return everything || slices.ContainsFunc(d.index.snap.OfSource(d.index.sources[i].ID), func(st *schema.Statement) bool { return d.f.Describes(d.index.snap, st) })
	})
	shown, n := shownOf(d, hits, inSources)
	for _, hit := range shown {
		src := d.index.sources[hit.Text]
		h := textHit{Item: d.sourceItem(src), Title: q.Mark(src.Heading(), 0), Pieces: q.Mark(src.Text, snippet), URL: d.l.Source(src.ID)}
		if h.Closed = d.closed(src); h.Closed != nil && h.Closed.Excerpts {
			h.Pieces = nil
		}
		v.Texts.Hits = append(v.Texts.Hits, h)
		a.Sources = append(a.Sources, textJSON{withLists(src), d.pieces(src, h.Pieces), h.Item.Statements})
	}
	v.Texts.found, a.SourcesN = n, len(hits)
}

// found is how many there are, and where the rest is.
type found struct {
	N        int
	From     int    // number of the first that is shown, from 1
	AllURL   string // where all of them are; "" where that is here
	PrevURL  string
	NextURL  string
	Distinct int // shown
}

// Until is the number of the last that is shown.
func (f found) Until() int { return f.From + f.Distinct - 1 }

// shownOf cuts the hits of a place to those of a page.
func shownOf[T any](d finder, hits []T, place string) ([]T, found) {
	if d.in == inAll {
		f := found{N: len(hits), From: 1, Distinct: min(len(hits), foundInAll)}
		if len(hits) > foundInAll {
			f.AllURL = d.l.Search(d.typed, place, 1)
		}
		return hits[:f.Distinct], f
	}
	from := min((d.page-1)*foundInOne, len(hits))
	until := min(from+foundInOne, len(hits))
	f := found{N: len(hits), From: from + 1, Distinct: until - from}
	if from > 0 {
		f.PrevURL = d.l.Search(d.typed, place, d.page-1)
	}
	if until < len(hits) {
		f.NextURL = d.l.Search(d.typed, place, d.page+1)
	}
	return hits[from:until], f
}
