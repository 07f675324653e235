package server

import (
	"cmp"
	"io"
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/search"
)

// The places that can be searched: the parameter in.
const (
	inAll      = ""
	inQuotes   = "quotations"
	inSources  = "sources"
	inNames    = "names"
	foundInAll = 10 // of each place, when all are searched
	foundInOne = 50 // on a page, when one is
	snippet    = 280
	said       = 6 // statements shown with a quotation
)

// searchPage is what was found, by place.
type searchPage struct {
	Q, In    string
	Problem  *problem
	Chips    []chip
	Hidden   []param
	Places   []option
	Building bool // no index yet
	Behind   bool // the index is that of an earlier version of the data
	Asked    bool
	Names    foundNames
	Quotes   foundQuotes
	Texts    foundTexts
	Nothing  bool
	Wordless bool   // nothing is looked for: no word, or only words with a minus
	ClearURL string // the same search without filters
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

type foundNames struct {
	found
	Hits []nameHit
}

type foundQuotes struct {
	found
	Statements int
	Hits       []quoteHit
}

type quoteHit struct {
	Pieces   []search.Piece
	Source   exhibit // of the first statement: outlet, title, passage
	Said     []exhibit
	More     int
	Evidence string
	all      []*schema.Statement
}

type foundTexts struct {
	found
	Hits []textHit
}

type textHit struct {
	Item   sourceItem
	Title  []search.Piece
	Pieces []search.Piece
	URL    string // at the first hit, where a passage is near
	Closed *closedText
}

func (s *site) search(r *request) (*page, error) {
	q := copied(r.query)
	typed := q.Get("q")
	for _, name := range []string{"q", "in", "page"} {
		q.Del(name)
	}
	f, err := r.filter("q", "in", "page")
	in, wrongPlace := r.oneOf("in", inQuotes, inSources, inNames)
	at, wrongPage := r.whole("page", 1, 1)
	err = cmp.Or(err, wrongPlace, wrongPage)
	v := searchPage{Q: typed, In: in, Asked: typed != "", Hidden: hidden(q), Places: places(in)}
	without := func(q url.Values) string { return links{filter: q}.Search(typed, in, 1) }
	if err != nil {
		told := problemOf(err)
		v.Problem, v.Chips = &told, rawChips(q, without)
		return nil, &formError{err, &page{template: "search", title: "Search", view: v}}
	}
	l := linksOf(f)
	v.Chips, v.ClearURL = r.chipsOf(f.Values(), without), links{}.Search(typed, in, 1)
	a := searchAnswer{Q: typed, In: in, Version: r.snap.Version, Ready: true, Names: []nameHit{}, Quotations: []quoteJSON{}, Sources: []textJSON{}}
	if v.Asked {
		index, fresh := s.index.of(r.store)
		if index == nil {
			v.Building, a.Ready = true, false
		} else {
			v.Behind = !fresh
			a.Version = index.snap.Version
			finder{r, l, f, index, typed, in, at}.fill(&v, &a)
		}
	}
	v.Wordless = v.Asked && search.Parse(typed).Empty()
	v.Nothing = v.Asked && !v.Building && v.Names.N+v.Quotes.N+v.Texts.N == 0
	title := "Search"
	if v.Asked {
		title = typed + " \u2013 search"
	}
	return &page{
		template: "search", title: title, view: v, data: a, path: l.Search(typed, in, at), cite: "search for \u201c" + typed + "\u201d",
		table: func(w io.Writer) error { return writeFound(w, r.snap, v) },
	}, nil
}

func places(in string) []option {
	list := []option{{inAll, "everything", false}, {inQuotes, "quotations", false}, {inSources, "texts of sources", false}, {inNames, "names", false}}
	for i := range list {
		list[i].Chosen = list[i].Value == in
	}
	return list
}

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

// Until is the number of the last that is shown.
func (f found) Until() int { return f.From + f.Distinct - 1 }
