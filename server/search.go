package server

import (
	"cmp"
	"io"
	"net/url"

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
	typed, q := r.query.Get("q"), without(r.query, "q", "in", "page")
	f, err := r.filter("q", "in", "page")
	in, wrongPlace := r.oneOf("in", inQuotes, inSources, inNames)
	at, wrongPage := r.whole("page", 1, 1)
	err = cmp.Or(err, wrongPlace, wrongPage)
	v := searchPage{Q: typed, In: in, Asked: typed != "", Hidden: hidden(q), Places: places(in)}
	found := func(q url.Values) string { return links{filter: q}.Search(typed, in, 1) }
	if err != nil {
		v.Problem, v.Chips = tell(err), rawChips(q, found)
		return nil, &formError{err, &page{template: "search", title: "Search", view: v}}
	}
	l := linksOf(f)
	v.Chips, v.ClearURL = r.chipsOf(f.Values(), found), links{}.Search(typed, in, 1)
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
