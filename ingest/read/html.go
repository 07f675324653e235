package read

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"

	readability "github.com/go-shiori/go-readability"
	"golang.org/x/net/html"

	"github.com/stancegraph/stancegraph/schema"
)

// htmlReader is the name and version under which web pages are read. Raise it
// with every change that alters the text of a page: offsets refer to it.
const htmlReader = "html/1"

// maxTags bounds the elements of a page, which cost far more memory than
// letters do: a long article with its menus has some five thousand. Pictures
// that are saved inside a page have none, so a saved page may be large.
const maxTags = 100_000

// html reads a web page: menus, advertisements and related links are left out
// by the rules of the reader view of browsers; scripts are text that is thrown
// away. What the page says of itself goes before what its text shows.
func (r *Reader) html(name string, data []byte) (page, error) {
	text, err := r.decodePage(name, data)
	if err != nil {
		return page{}, err
	}
	if strings.Count(text, "<") > maxTags {
		return page{}, schema.Errorf(schema.KindInput, "save the article alone, as plain text (.txt)", "%s: more than %d tags", name, maxTags)
	}
	return r.Apart.page(r.bounds().time, job{webPage, name, []byte(text)})
}

func readPage(name, text string) (page, error) {
	doc, err := html.Parse(strings.NewReader(strings.ReplaceAll(text, "\x00", "")))
	if err != nil {
		return page{}, damaged(name, err)
	}
	about := describe(doc)
	parser := readability.NewParser()
	parser.DisableJSONLD = true // read by describe, with the rule that chose
	article, err := parser.ParseDocument(doc, address(about.url))
	if err != nil {
		return page{}, damaged(name, err)
	}
	body := article.Node
	if body == nil { // too short for the rules: the whole page
		body = doc
	}
	title := cmp.Or(about.title, heading(doc), article.Title)
	p := page{text: withTitle(title, render(body)), meta: about.meta(), shown: about.modified, reader: htmlReader}
	p.meta.Title = title
	p.meta.Author = cmp.Or(p.meta.Author, oneLine(article.Byline))
	p.meta.Outlet = cmp.Or(p.meta.Outlet, oneLine(article.SiteName))
	return p, nil
}

// withTitle puts the title over the text where the rules took it off: speakers
// are named in headlines.
func withTitle(title, text string) string {
	if title == "" || strings.HasPrefix(text, title) || strings.TrimSpace(text) == "" {
		return text
	}
	return title + "\n\n" + text
}

// heading is the page's only first-order heading, or "".
func heading(doc *html.Node) string {
	var found []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "h1" {
			if s := oneLine(words(n)); s != "" {
				found = append(found, s)
			}
		}
	}
	if len(found) != 1 {
		return ""
	}
	return found[0]
}

// address makes links absolute; a page without one has links we never follow.
func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// fragment reads HTML inside a feed: there is nothing around the article.
func fragment(name, text string) (string, error) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return "", damaged(name, err)
	}
	return render(doc), nil
}

// dayOf is the day at the beginning of a time as metadata print it, in the
// zone in which it is printed: the outlet's own day.
func dayOf(s string) (schema.Date, error) {
	s = strings.TrimSpace(s)
	if len(s) > len("2006-01-02") {
		s = s[:len("2006-01-02")]
	}
	d, err := schema.ParseDate(s)
	if err != nil {
		return schema.Date{}, fmt.Errorf("date %q: %w", s, err)
	}
	return d, nil
}
