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

// sourcesPage is a page of the list of sources.
type sourcesPage struct {
	Of    int // in the whole list
	List  []sourceItem
	Pager pager
}

// sourcesShown is how many sources a page lists.
const sourcesShown = 100

// sources is the list of sources, in the order of their publication: by pages
// for people, whole for files and programs.
func sources(r *request) (*page, error) {
	number, err := r.whole("page", 1, 1)
	if err != nil {
		return nil, err
	}
	all := r.snap.SourceList()
	at := func(page int) string { return place{path: links{}.Sources()}.onPage(page).at(nil) }
	shown, pages := cut(all, number, sourcesShown, "sources", at)
	return &page{
		template: "sources", title: "Sources", view: sourcesPage{len(all), r.sourceItems(shown), pages}, path: at(pages.Page),
		whole: func() any { return sourcesAnswer{r.sourceItems(all), r.snap.Version} },
		table: func(w io.Writer) error { return writeSources(w, r.sourceItems(all)) },
	}, nil
}

func (r *request) sourceItems(sources []*schema.Source) []sourceItem {
	list := make([]sourceItem, 0, len(sources))
	for _, src := range sources {
		list = append(list, r.sourceItem(src))
	}
	return list
}

func (r *request) sourceItem(src *schema.Source) sourceItem {
	return sourceItem{
		Source: withLists(src), URL: links{}.Source(src.ID), When: longDate(src.Published), Digest: src.Kind == schema.KindDigest,
		Words: wordCount(r.textOf(src)), Statements: r.snap.CountOfSource(src.ID),
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
