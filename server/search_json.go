package server

import (
	"io"
	"strconv"

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

// writeFound prints the hits of the page, one a row.
func writeFound(w io.Writer, v searchPage) error {
	t := table{head: []string{"place", "id", "label", "statements", "text"}}
	for _, h := range v.Names.Hits {
		t.rows = append(t.rows, []string{h.Kind, h.ID, h.Label, strconv.Itoa(h.Statements), ""})
	}
	for _, h := range v.Quotes.Hits {
		for _, st := range h.all {
			t.rows = append(t.rows, []string{"statement", st.ID, st.Actor, "1", st.Evidence})
		}
	}
	for _, h := range v.Texts.Hits {
		text := ""
		for _, p := range h.Pieces {
			text += p.Text
		}
		t.rows = append(t.rows, []string{"source", h.Item.ID, h.Item.Heading(), strconv.Itoa(h.Item.Statements), text})
	}
	return t.write(w)
}
