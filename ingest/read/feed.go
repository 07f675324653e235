package read

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"

	"github.com/stancegraph/stancegraph/schema"
)

// feedReader is the name and version under which feeds are read.
const feedReader = "feed/1"

// feed yields the items of an RSS or Atom file, a source each. An item is
// named for its place in the file: "news.xml" has "news#1.xml", "news#2.xml".
// Items of a few words announce an article and are read all the same: what is
// not there cannot be coded, but the source is on record.
func (r *Reader) feed(name string, data []byte, yield func(schema.Source, error) bool) bool {
	found, err := within(r.bounds().time, name, func() (*gofeed.Feed, error) { return r.parseFeed(name, data) })
	if err != nil {
		return yield(schema.Source{}, err)
	}
	if len(found.Items) > r.bounds().members {
		return yield(schema.Source{}, tooMany(name, r.bounds().members))
	}
	for i, item := range found.Items {
		doc := itemName(name, i+1)
		src, err := r.item(doc, found, item)
		if !yield(src, err) {
			return false
		}
	}
	return true
}

func tooMany(name string, n int) error {
	return schema.Errorf(schema.KindInput, "split it", "%s: more than %d articles", name, n)
}

func itemName(name string, n int) string {
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s#%d%s", strings.TrimSuffix(name, ext), n, ext)
}

func (r *Reader) parseFeed(name string, data []byte) (*gofeed.Feed, error) {
	text, err := r.decodeFeed(name, data)
	if err != nil {
		return nil, err
	}
	found, err := gofeed.NewParser().Parse(strings.NewReader(text))
	if err != nil || found.FeedType == "json" {
		return nil, schema.Errorf(schema.KindInput, "give an RSS or Atom file, or save its articles as web pages (.html)", "%s: not an RSS or Atom feed: %v", name, err)
	}
	if len(found.Items) == 0 {
		return nil, schema.Errorf(schema.KindInput, "remove it, or fetch it again", "%s: a feed without items", name)
	}
	return found, nil
}

// declaration is the XML declaration with the encoding that it names.
var declaration = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["'][^>]*\?>`)

// decodeFeed reads a feed by its mark or its declaration, else as plain text.
// The declaration goes, because the text is UTF-8 now.
func (r *Reader) decodeFeed(name string, data []byte) (string, error) {
	head := data[:min(len(data), 1024)]
	m := declaration.FindSubmatch(head)
	if m == nil || wideMark(data) != "" {
		return r.decode(name, data)
	}
	e, _ := charset.Lookup(string(m[1]))
	if e == nil {
		return "", schema.Errorf(schema.KindInput, "save it as UTF-8", "%s:1: encoding %q: unknown", name, m[1])
	}
	text, err := convert(name, data, e)
	return strings.TrimPrefix(text, string(bytes.TrimLeft(m[0], "\ufeff"))), err
}

// item makes a source of an item: its title, and its content or, where it has
// none, its description.
func (r *Reader) item(doc string, f *gofeed.Feed, item *gofeed.Item) (schema.Source, error) {
	body, err := fragment(doc, cmp.Or(item.Content, item.Description))
	if err != nil {
		return schema.Source{}, err
	}
	title := oneLine(item.Title)
	p := page{text: strings.TrimSpace(title+"\n\n"+strings.TrimSpace(body)) + "\n", reader: feedReader}
	p.meta = Meta{Title: title, Outlet: oneLine(f.Title), Author: authors(item), URL: item.Link, Lang: tag(f.Language)}
	if item.PublishedParsed != nil {
		p.meta.Published, p.meta.dateRule = localDay(item.Published, *item.PublishedParsed), "published, in the feed"
	}
	if item.UpdatedParsed != nil {
		p.shown = localDay(item.Updated, *item.UpdatedParsed)
	}
	return p.source(doc, r.Meta.For(doc))
}

func authors(item *gofeed.Item) string {
	var names []string
	for _, a := range item.Authors {
		if n := oneLine(cmp.Or(a.Name, a.Email)); n != "" {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// tag is a language tag as the record has it.
func tag(s string) string { return strings.ReplaceAll(strings.TrimSpace(s), "_", "-") }

// localDay is the day as it is printed: an article of the late evening is not
// of the next day because the parser counts in UTC.
func localDay(printed string, utc time.Time) schema.Date {
	if d, err := dayOf(printed); err == nil && !d.IsZero() {
		return d
	}
	at := utc
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST"} {
		if t, err := time.Parse(layout, strings.TrimSpace(printed)); err == nil {
			at = t
			break
		}
	}
	d, _ := dayOf(at.Format(time.DateOnly)) // a year past 9999 has no day here
	return d
}
