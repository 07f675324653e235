package server

import (
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// sourceItem is a source in a list.
type sourceItem struct {
	*schema.Source
	URL        string `json:"-"`
	When       string `json:"-"`
	Digest     bool   `json:"-"`
	Words      int    `json:"words"`
	Statements int    `json:"statements"`
}

// sourcesAnswer is the JSON of the list of sources.
type sourcesAnswer struct {
	Sources []sourceItem `json:"sources"`
	Version string       `json:"version"`
}

// sources is the list of sources, in the order of their publication.
func sources(r *request) (*page, error) {
	list := r.sourceItems()
	return &page{
		template: "sources", title: "Sources", view: list, path: links{}.Sources(),
		data:  sourcesAnswer{list, r.snap.Version},
		table: func(w io.Writer) error { return writeSources(w, list) },
	}, nil
}

func (r *request) sourceItems() []sourceItem {
	list := []sourceItem{}
	for _, src := range r.snap.SourceList() {
		list = append(list, r.sourceItem(src))
	}
	return list
}

func (r *request) sourceItem(src *schema.Source) sourceItem {
	return sourceItem{
		Source: withLists(src), URL: links{}.Source(src.ID), When: longDate(src.Published), Digest: src.Kind == schema.KindDigest,
		Words: wordCount(src.Text), Statements: len(r.snap.OfSource(src.ID)),
	}
}

func writeSources(w io.Writer, list []sourceItem) error {
	t := table{head: []string{"id", "doc", "title", "outlet", "url", "kind", "lang", "published", "date_rule", "status", "words", "statements"}}
	for _, s := range list {
		t.rows = append(t.rows, []string{
			s.ID, s.Doc, s.Title, s.Outlet, s.Source.URL, s.Kind, s.Lang, s.Published.String(), s.DateRule,
			string(s.Status), strconv.Itoa(s.Words), strconv.Itoa(s.Statements),
		})
	}
	return t.write(w)
}

func wordCount(text string) int { return len(strings.Fields(text)) }

// withLists is a source whose lists are printed as lists where they are empty.
func withLists(src *schema.Source) *schema.Source {
	one := *src
	one.Extracted, one.NearTo = append([]string{}, src.Extracted...), append([]string{}, src.NearTo...)
	return &one
}
