package server

import (
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/search"
)

// searchAnswer is the JSON of a search. Of each place it has the hits of the
// page, and how many there are.
type searchAnswer struct {
	Q           string      `json:"q"`
	In          string      `json:"in"`      // "" for everything
	Version     string      `json:"version"` // of the data that were searched
	Ready       bool        `json:"ready"`   // false: the index is being built, ask again in a moment
	NamesN      int         `json:"names_n"`
	Names       []nameHit   `json:"names"`
	QuotationsN int         `json:"quotations_n"`
	Quotations  []quoteJSON `json:"quotations"`
	SourcesN    int         `json:"sources_n"`
	Sources     []textJSON  `json:"sources"`
}

type quoteJSON struct {
	Pieces     []search.Piece      `json:"pieces"`
	Source     string              `json:"source"`
	Statements []*schema.Statement `json:"statements"`
}

type textJSON struct {
	Source     *schema.Source `json:"source"`
	Pieces     []search.Piece `json:"pieces"`
	Statements int            `json:"statements"`
}

// quoteJSON is a quotation as it may leave: the index has all of it.
func (d finder) quoteJSON(q search.Query, h *quoteHit) quoteJSON {
	one := quoteJSON{Pieces: h.Pieces, Source: h.all[0].Source, Statements: []*schema.Statement{}}
	for _, st := range h.all {
		if shown, ok := d.snap.Statement(st.ID); ok {
			one.Statements = append(one.Statements, shown)
			one.Pieces = q.Mark(shown.Evidence, 2*snippet)
		}
	}
	return one
}

// pieces are those of the text of a source; none of one that is quote-only.
func (d finder) pieces(src *schema.Source, found []search.Piece) []search.Piece {
	if src.QuoteOnly() {
		return []search.Piece{}
	}
	return orEmpty(found)
}

// writeFound prints the hits of the page, one a row.
func writeFound(w io.Writer, s *ledger.Snapshot, v searchPage) error {
	t := table{head: []string{"place", "id", "label", "statements", "text"}}
	for _, h := range v.Names.Hits {
		t.rows = append(t.rows, []string{h.Kind, h.ID, h.Label, strconv.Itoa(h.Statements), ""})
	}
	for _, h := range v.Quotes.Hits {
		for _, st := range h.all {
			if shown, ok := s.Statement(st.ID); ok {
				t.rows = append(t.rows, []string{"statement", st.ID, st.Actor, "1", shown.Evidence})
			}
		}
	}
	for _, h := range v.Texts.Hits {
		text := ""
		for _, p := range h.Pieces {
			if !h.Item.QuoteOnly() {
				text += p.Text
			}
		}
		t.rows = append(t.rows, []string{"source", h.Item.ID, h.Item.Heading(), strconv.Itoa(h.Item.Statements), text})
	}
	return t.write(w)
}
