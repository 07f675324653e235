package server

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// closedSource is a long quote-only text in which every word is another, with a
// short passage and one that is longer than a quotation may be.
func closedSource(t *testing.T) (snap *ledger.Snapshot, short, long schema.Statement) {
	t.Helper()
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "wörd%03d ", i)
	}
	base := fixture(t)
	src := schema.Source{Doc: "closed.txt", Title: "Closed", Text: text.String(), Rights: schema.RightsQuoteOnly}
	src.ID = schema.HashText(src.Text)
	passage := func(from, to int) schema.Statement {
		st := *base.OfActor("dubois")[0]
		st.Source, st.Doc, st.Start, st.End = src.ID, src.Doc, 8*from, 8*to-1
		st.Evidence = string([]rune(src.Text)[st.Start:st.End])
		st.ID = st.DeriveID()
		return st
	}
	short, long = passage(50, 55), passage(200, 300)
	source, _ := base.FindSource("harbour.md")
	return ledger.Build(base.Codebook, []schema.Source{*source, src}, append(base.Statements[:1:1], short, long)), short, long
}

// The public reads passages of what is quote-only; who has the token, or sits at
// a server without one, reads all of it.
func TestPublicReadsOnlyPassagesOfWhatIsQuoteOnly(t *testing.T) {
	t.Parallel()
	snap, short, long := closedSource(t)
	at := func(access Access) serving {
		return serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Desk: &notes{}, Access: access})}
	}
	open, own := at(Access{Token: testToken, PublicRead: true}), at(Access{})
	zip := func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") } // of pages that are kept
	far := []string{"wörd000", "wörd100", "wörd399"}                         // far from both passages
	near := []string{"wörd049", "wörd050", "wörd054", "wörd055", "wörd200"}
	for _, c := range []struct {
		who   string
		s     serving
		asks  []func(*http.Request)
		whole bool
		told  string
	}{
		{"the desk", own, nil, true, "not for passing on"},
		{"the public", open, nil, false, "only the passages that are coded are shown"},
		{"who has the token", open, []func(*http.Request){bearing(testToken)}, true, "not for passing on"},
		{"who has another token", open, []func(*http.Request){bearing("another")}, false, "only the passages that are coded are shown"},
	} {
		asked(c.s, http.MethodGet, "/sources/closed.txt", append(c.asks, zip)...)
		for _, path := range []string{"/sources/closed.txt", "/review/closed.txt"} {
			page := parse(t, asked(c.s, http.MethodGet, path, c.asks...).Body.String())
			text := page.class("text")[0].text()
			if !strings.Contains(page.text(), c.told) {
				t.Errorf("%s, %s: the page does not say %q", path, c.who, c.told)
			}
			for _, w := range near {
				if !strings.Contains(text, w) {
					t.Errorf("%s, %s: %s is missing", path, c.who, w)
				}
			}
			for _, w := range append([]string{"wörd260", "wörd299"}, far...) {
				if strings.Contains(text, w) != c.whole {
					t.Errorf("%s, %s: %s is there: %t, want %t", path, c.who, w, !c.whole, c.whole)
				}
			}
		}
		for _, st := range []schema.Statement{short, long} {
			text := parse(t, asked(c.s, http.MethodGet, "/statements/"+st.ID, c.asks...).Body.String()).class("context")[0].text()
			if most := schema.QuotationLimit + 2*aFewWords; !c.whole && utf8.RuneCountInString(text) > most {
				t.Errorf("%s: %d code points of context, want at most %d", c.who, utf8.RuneCountInString(text), most)
			}
			if strings.Contains(text, "……") {
				t.Errorf("%s: two ellipses: %s", c.who, text)
			}
		}
		for _, path := range []string{"/search?q=w%C3%B6rd399", "/search?q=w%C3%B6rd290", "/actors/dubois", "/cell?actor=dubois&proposition=" + short.Proposition} {
			word := "wörd298"
			if path == "/search?q=w%C3%B6rd399" {
				word = "wörd397"
			}
			if w := asked(c.s, http.MethodGet, path, c.asks...); w.Code != http.StatusOK || strings.Contains(w.Body.String(), word) != c.whole {
				t.Errorf("%s, %s: status %d, %s is there: %t, want %t", path, c.who, w.Code, word, !c.whole, c.whole)
			}
		}
	}
	words := parse(t, asked(open, http.MethodGet, "/sources/closed.txt").Body.String())
	if n := count(wordCount(snap.Sources[short.Source].Text), "word"); !strings.Contains(words.text(), n) {
		t.Errorf("the public is not told that the text has %s", n)
	}
}

// A page that was kept for somebody with the token is not sent to anybody else,
// nor the other way round.
func TestKeptPagesAreOfThoseWhoMaySeeThem(t *testing.T) {
	t.Parallel()
	snap, _, _ := closedSource(t)
	s := serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Access: Access{Token: testToken, PublicRead: true}})}
	zip := func(r *http.Request) { r.Header.Set("Accept-Encoding", "gzip") }
	tag := func(change ...func(*http.Request)) string {
		return asked(s, http.MethodGet, "/sources/closed.txt", append(change, zip)...).Header().Get("ETag")
	}
	whole, excerpts := tag(bearing(testToken)), tag()
	if whole == excerpts || tag(bearing(testToken)) != whole || tag() != excerpts {
		t.Errorf("one page for both: %s, %s", whole, excerpts)
	}
}

func TestExcerptsKeepAnchorsAndNumbers(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("a ", 100) + "said" + strings.Repeat(" b", 20) + "told" + strings.Repeat(" c", 100)
	passages := []passage{{200, 204, []int{1}}, {244, 248, []int{2}}}
	whole := highlight(text, passages, passage{})
	segments := highlight(text, passages, passage{})
	quoteOnly(segments, passages)
	for i := range whole {
		if whole[i].ID != segments[i].ID || len(whole[i].Notes) != len(segments[i].Notes) {
			t.Errorf("segment %d: %+v, want the anchors of %+v", i, segments[i], whole[i])
		}
	}
	if segments[0].Text[:len("…")] != "…" || !strings.HasSuffix(segments[0].Text, "a a ") || segments[2].Text != whole[2].Text || !strings.HasSuffix(segments[4].Text, "c …") {
		t.Errorf("%+v", segments)
	}
	none := highlight(text, nil, passage{})
	if quoteOnly(none, nil); none[0].Text != "…" {
		t.Errorf("without a passage %q is shown", none[0].Text)
	}
}
