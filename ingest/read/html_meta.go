package read

import (
	"cmp"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/stancegraph/stancegraph/schema"
)

// description is what a web page says of itself.
type description struct {
	title, author, site, url, lang string
	published, modified            schema.Date
	rule                           string // where published stands
}

// describe reads JSON-LD, then Open Graph and the usual names of meta
// elements, then a <time> that says that it is the time of publication. The
// first that says a thing is believed.
func describe(doc *html.Node) description {
	var d description
	var metas, times []*html.Node
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			d.lang = attr(n, "lang")
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				d.linkedData(n.FirstChild.Data)
			}
		case atom.Meta:
			metas = append(metas, n)
		case atom.Time:
			times = append(times, n)
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				d.url = cmp.Or(d.url, attr(n, "href"))
			}
		}
	}
	for _, n := range metas {
		d.metaElement(n)
	}
	for _, n := range times {
		if attr(n, "itemprop") == "datePublished" || has(n, "pubdate") {
			d.publish(attr(n, "datetime"), "the page's <time> of publication")
		}
	}
	return d
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func (d *description) publish(value, rule string) {
	if !d.published.IsZero() {
		return
	}
	if day, err := dayOf(value); err == nil && !day.IsZero() {
		d.published, d.rule = day, rule
	}
}

func (d *description) modify(value string) {
	if day, err := dayOf(value); err == nil && d.modified.IsZero() {
		d.modified = day
	}
}

// metaElement reads one <meta>; their names are those in wide use.
func (d *description) metaElement(n *html.Node) {
	key := strings.ToLower(cmp.Or(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
	value := attr(n, "content")
	switch key {
	case "og:title", "twitter:title", "dc.title", "headline":
		d.title = cmp.Or(d.title, oneLine(value))
	case "author", "article:author", "dc.creator", "parsely-author", "byl":
		if !strings.Contains(value, "://") { // article:author may be an address
			d.author = cmp.Or(d.author, oneLine(value))
		}
	case "og:site_name", "application-name", "dc.publisher":
		d.site = cmp.Or(d.site, oneLine(value))
	case "og:url":
		d.url = cmp.Or(d.url, value)
	case "article:published_time", "og:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "pubdate",
		"publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "citation_publication_date", "date":
		d.publish(value, key+", in the page's metadata")
	case "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified":
		d.modify(value)
	}
}

// maxLinked bounds the nodes of JSON-LD that are looked at.
const maxLinked = 1000

// linkedData reads schema.org's description of an article. What is no JSON
// tells nothing; the page may still be read.
func (d *description) linkedData(text string) {
	var v any
	if json.Unmarshal([]byte(text), &v) != nil {
		return
	}
	queue := []any{v}
	for n := 0; n < len(queue) && n < maxLinked; n++ {
		switch v := queue[n].(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			if isArticle(v["@type"]) {
				d.linkedArticle(v)
			}
			queue = append(queue, v["@graph"], v["mainEntity"])
		}
	}
}

func (d *description) linkedArticle(v map[string]any) {
	d.title = cmp.Or(d.title, oneLine(name(v["headline"])))
	d.author = cmp.Or(d.author, oneLine(name(v["author"])))
	d.site = cmp.Or(d.site, oneLine(name(v["publisher"])))
	d.publish(name(v["datePublished"]), "datePublished, in the page's JSON-LD")
	d.modify(name(v["dateModified"]))
}

// isArticle reports whether a type is one of schema.org's articles.
func isArticle(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, t := range v {
			if isArticle(t) {
				return true
			}
		}
	}
	return false
}

// name is the text of a value: itself, its name, or those of a list.
func name(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		s, _ := v["name"].(string)
		return s
	case []any:
		var list []string
		for _, e := range v {
			if s := name(e); s != "" {
				list = append(list, s)
			}
		}
		return strings.Join(list, ", ")
	}
	return ""
}

func (d description) meta() Meta {
	m := Meta{Title: d.title, Author: d.author, Outlet: d.site, Published: d.published, dateRule: d.rule}
	if address(d.url) != nil {
		m.URL = d.url
	}
	return m
}
