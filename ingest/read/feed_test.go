package read

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

const rssFeed = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title><language>en_GB</language>
<item><title>Quota talks stall</title><link>https://gazette.example/1</link><pubDate>Wed, 09 Apr 2031 23:30:00 -0500</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Ann Lee of Troms` + "\xf8" + ` said no.</p><script>x()</script><p>Estia left.</p>]]></content:encoded></item>
<item><title>Patrols</title><description>Joint patrols &lt;b&gt;begin&lt;/b&gt;.</description></item>
</channel></rss>`

const atomFeed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Patrols</title><author><name>Ida Holm</name></author>
<link href="https://wire.example/1"/><published>2031-04-09T00:30:00+02:00</published><updated>2031-04-10T00:30:00+02:00</updated><content type="html">&lt;p&gt;They begin.&lt;/p&gt;</content></entry></feed>`

func TestFeedIsASourceForEachItem(t *testing.T) {
	t.Parallel()
	list, errs := collect(new(Reader), mustWrite(t, "news.xml", []byte(rssFeed)))
	if len(errs) > 0 || len(list) != 2 {
		t.Fatalf("got %v, %v", list, errs)
	}
	a, b := list[0], list[1]
	if !strings.HasSuffix(a.Doc, "news#1.xml") || a.Text != "Quota talks stall\n\nAnn Lee of Tromsø said no.\n\nEstia left.\n" || a.Lang != "en-GB" || a.Outlet != "The Gazette" {
		t.Errorf("got %+v", a)
	}
	if a.Published.String() != "2031-04-09" || a.DateRule != "published, in the feed" || a.URL != "https://gazette.example/1" || a.Reader != "feed/1" {
		t.Errorf("got %+v", a)
	}
	if b.Text != "Patrols\n\nJoint patrols begin.\n" || !b.Published.IsZero() {
		t.Errorf("got %+v", b)
	}
	list, errs = collect(new(Reader), mustWrite(t, "wire.atom", []byte(atomFeed)))
	if len(errs) > 0 || len(list) != 1 || list[0].Published.String() != "2031-04-09" || list[0].PageDate.String() != "2031-04-10" || list[0].Author != "Ida Holm" {
		t.Errorf("got %+v, %v", list, errs)
	}
}

func TestFeedErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, data, want string }{
		{"no feed", "<note>hello</note>", "not an RSS or Atom feed"},
		{"cut short", rssFeed[:300], "not an RSS or Atom feed"},
		{"JSON", `{"version":"https://jsonfeed.org/version/1","title":"x","items":[{"id":"1","content_text":"x"}]}`, "not an RSS or Atom feed"},
		{"no items", "<rss version='2.0'><channel><title>x</title></channel></rss>", "a feed without items"},
		{"item without words", "<rss version='2.0'><channel><item><link>x</link></item></channel></rss>", "news#1.xml: empty"},
		{"unknown encoding", `<?xml version="1.0" encoding="klingon"?><rss/>`, `encoding "klingon": unknown`},
	} {
		_, errs := collect(new(Reader), mustWrite(t, "news.xml", []byte(c.data)))
		if len(errs) != 1 || !strings.Contains(errs[0].Error(), c.want) || schema.HintOf(errs[0]) == "" {
			t.Errorf("%s: got %v", c.name, errs)
		}
	}
	if _, err := Text("news.rss", []byte(rssFeed), Meta{}); err == nil || !strings.Contains(err.Error(), "more than one article") {
		t.Errorf("got %v", err)
	}
}
