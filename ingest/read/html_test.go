package read

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

const webArticle = `<!doctype html><html lang="en"><head><title>Quota talks stall | The Gazette</title>
<meta property="og:site_name" content="The Gazette"><meta property="og:url" content="https://gazette.example/quota">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
"headline":"Quota talks stall","datePublished":"2031-04-09T23:30:00+02:00","dateModified":"2031-04-11","author":[{"name":"Ida Holm"},{"name":"Jon Åse"}]}]}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics</a></li></ul></nav>
<article><h1>Quota talks stall</h1>
<p>Ann Lee said that <b>Norvia</b> would never accept a catch quota, the third time this month that talks have ended early.<script>alert("said no")</script></p>
<h2>What they said</h2><p>"We will not sign," Lee told reporters in Skarhaven on Tuesday, after the delegation of Estia had left the room without a word.</p>
<ul><li>Norvia wants joint patrols</li><li>Estia wants a quota</li></ul>
<table><tr><th>Issue</th><th>Norvia</th></tr><tr><td>Quota</td><td>No <i>quota</i></td></tr></table>
<p>The next round is planned for May in the harbour town.<br>Nobody expects a result.</p></article>
<aside><h3>Most read</h3><ul><li><a href="1">Ten best boats</a></li></ul></aside><footer>All rights reserved. Cookie settings</footer></body></html>`

func TestWebPageIsItsArticle(t *testing.T) {
	t.Parallel()
	s := mustText(t, "a.html", webArticle)
	want := `Quota talks stall

Ann Lee said that Norvia would never accept a catch quota, the third time this month that talks have ended early.

# What they said

"We will not sign," Lee told reporters in Skarhaven on Tuesday, after the delegation of Estia had left the room without a word.

- Norvia wants joint patrols

- Estia wants a quota

| Issue | Norvia |
| Quota | No quota |

The next round is planned for May in the harbour town.

Nobody expects a result.
`
	if s.Text != want {
		t.Errorf("got\n%s", s.Text)
	}
	if s.Title != "Quota talks stall" || s.Author != "Ida Holm, Jon Åse" || s.Outlet != "The Gazette" || s.URL != "https://gazette.example/quota" || s.Reader != "html/1" || s.Lang != "en" {
		t.Errorf("got %+v", s)
	}
}

// The outlet's own day counts, although it was still the 9th elsewhere.
func TestWebPageKeepsItsDatesApart(t *testing.T) {
	t.Parallel()
	body := "<p>" + strings.Repeat("Ann Lee said no to the quota, and left. ", 20) + "</p>"
	for _, c := range []struct{ name, html, published, page, rule string }{
		{"JSON-LD", webArticle, "2031-04-09", "2031-04-11", "datePublished, in the page's JSON-LD"},
		{"Open Graph", `<meta property="article:published_time" content="2031-05-02T01:00:00Z"><meta property="article:modified_time" content="2031-05-03">` + body, "2031-05-02", "2031-05-03", "article:published_time, in the page's metadata"},
		{"JSON-LD goes first", `<meta name="date" content="2031-05-02"><script type="application/ld+json">{"@type":["Report","NewsArticle"],"datePublished":"2031-05-01"}</script>` + body, "2031-05-01", "", "datePublished, in the page's JSON-LD"},
		{"time", `<time pubdate datetime="2031-05-02">2 May</time>` + body, "2031-05-02", "", "the page's <time> of publication"},
		{"a time of something else", `<time datetime="2031-05-02">in May</time>` + body, "", "", "none: no date in the head of the text, and none called today"},
		{"malformed JSON-LD and dates", `<script type="application/ld+json">{"@type":</script><meta name="date" content="soon">` + body, "", "", "none: no date in the head of the text, and none called today"},
		{"the text's own", `<p>today, May 4, 2031, the talks began.</p>` + body, "2031-05-04", "", `"today" with a date, in the text`},
		{"modified alone is no publication", `<meta property="article:modified_time" content="2031-05-03">` + body, "", "2031-05-03", "none: no date in the head of the text, and none called today"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := mustText(t, "a.htm", c.html)
			if s.Published.String() != c.published || s.PageDate.String() != c.page || s.DateRule != c.rule || !s.Retrieved.IsZero() {
				t.Errorf("published %q, page %q, by %q", s.Published, s.PageDate, s.DateRule)
			}
		})
	}
}

func TestWebPageEncodings(t *testing.T) {
	t.Parallel()
	latin := "<p>" + strings.Repeat("Borgermesteren i Troms\xf8 sier nei til kvoten, og fiskerne p\xe5 kaia er glade for det. ", 8)
	cyrillic := "<p>" + strings.Repeat("\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xee\xf2\xea\xe0\xe7\xe0\xeb\xf1\xff \xef\xf0\xe8\xed\xff\xf2\xfc \xea\xe2\xee\xf2\xf3. ", 20)
	for _, c := range []struct{ name, html, encoding, want string }{
		{"declared", `<meta charset="iso-8859-1">` + latin, "", "Tromsø"},
		{"declared goes before what the caller says", `<meta charset="windows-1252">` + latin, "koi8-r", "Tromsø"},
		{"detected", latin, "", "Tromsø"},
		{"detected from its letters", cyrillic, "", "Министр"},
		{"given", cyrillic, "windows-1251", "Министр"},
		{"UTF-8 after a long head", "<!--" + strings.Repeat("x", 2000) + "--><p>" + strings.Repeat("Tromsø says no. ", 20), "", "Tromsø"},
		{"byte-order mark", "\ufeff<p>" + strings.Repeat("Tromsø says no. ", 20), "", "Tromsø"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s, err := (&Reader{Encoding: c.encoding}).article("a.html", []byte(c.html), Meta{})
			if err != nil || !strings.Contains(s.Text, c.want) {
				t.Errorf("got %q, %v", s.Text, err)
			}
		})
	}
}

func TestHostilePagesEndWithAClearError(t *testing.T) {
	t.Parallel()
	for name, html := range map[string]string{
		"deep":         strings.Repeat("<div>", 100_000) + "x",
		"many tags":    strings.Repeat("<b>x</b>", maxTags),
		"only scripts": "<script>document.write('Ann Lee said no')</script>",
		"empty":        "<html></html>",
		"NUL":          "<p>a\x00b",
	} {
		s, err := Text("a.html", []byte(html), Meta{})
		if err == nil && (name != "NUL" || strings.Contains(s.Text, "\x00")) || err != nil && schema.HintOf(err) == "" {
			t.Errorf("%s: %q, %v", name, s.Text, err)
		}
	}
}
