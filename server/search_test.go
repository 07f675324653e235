package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func TestSearchShowsHitsInContext(t *testing.T) {
	t.Parallel()
	page := serve(t, fixture(t)).page(t, "/search?q=rebuilding+harbour", http.StatusOK)
	text := page.text()
	if !strings.Contains(text, "0 names, 0 quotations with 0 statements, 1 source.") || !strings.Contains(text, "wants the harbour back. “Rebuild it,” she said") {
		t.Errorf("the page says: %.600s", text)
	}
	var marks []string
	for _, m := range page.tags("mark") {
		marks = append(marks, m.text())
	}
	if got := strings.Join(marks, " "); got != "Harbour harbour Rebuild harbour" && got != "Harbour harbour Rebuild" {
		t.Errorf("marked are %q", got)
	}
}

func TestSearchFindsQuotationsWithTheirStatements(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	var a searchAnswer
	s.json(t, "/search.json?q=mayor&in=quotations", &a)
	if a.QuotationsN != 2 || len(a.Quotations) != 2 || len(a.Quotations[0].Statements)+len(a.Quotations[1].Statements) != 4 || len(a.Names)+a.SourcesN != 0 {
		t.Errorf("%d quotations: %+v", a.QuotationsN, a.Quotations)
	}
	for query, want := range map[string]int{
		"&actor=town":               1, // who said it
		"&proposition=museum":       1,
		"&actor=silent":             0,
		"&as-of=2025-01-31":         1, // the others are of later
		"&mode=indirect&actor=town": 1,
	} {
		var filtered searchAnswer
		s.json(t, "/search.json?q=mayor&in=quotations"+query, &filtered)
		if filtered.QuotationsN != want {
			t.Errorf("%s: %d quotations, want %d", query, filtered.QuotationsN, want)
		}
	}
}

func TestSearchLeavesOutNamesWithAWordAfterAMinus(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	names := func(q string) (urls []string) {
		var a searchAnswer
		s.json(t, address("/search.json", url.Values{"in": {"names"}, "q": {q}}), &a)
		for _, hit := range a.Names {
			urls = append(urls, hit.URL)
		}
		return urls
	}
	with, without := names("harbour"), names("harbour -news")
	if len(without) == 0 || len(without) >= len(with) {
		t.Errorf("with: %v, without: %v", with, without)
	}
	for _, q := range []string{"-harbour", `"`, "+"} {
		if found := names(q); len(found) > 0 {
			t.Errorf("%s finds %v", q, found)
		}
		if page := s.page(t, address("/search", url.Values{"q": {q}}), http.StatusOK); !strings.Contains(page.text(), "There is no word to look for") {
			t.Errorf("%s: the page does not say that there is no word in it", q)
		}
	}
}

func TestSearchFindsNamesByTheirBeginnings(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for typed, want := range map[string]string{
		"dub": "/actors/dubois", "thors": "/actors/dubois", "zo dub": "/actors/dubois", "lodz": "/actors/town", "the town": "/actors/town",
		"ship pay": "/propositions/toll", "harb": "/issues/harbour", "harbour news": "/sources/", "script": "/propositions/ring",
	} {
		var a searchAnswer
		s.json(t, "/search.json?in=names&q="+strings.ReplaceAll(typed, " ", "+"), &a)
		if len(a.Names) == 0 || !strings.HasPrefix(a.Names[0].URL, want) {
			t.Errorf("%s: %+v, want %s first", typed, a.Names, want)
		}
	}
}

func TestSearchSaysWhatToDoWhenNothingIsFound(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, want := range map[string]string{
		"/search?q=absent":            "Use fewer words",
		"/search?q=absent&actor=town": "without the filters",
	} {
		if text := s.page(t, path, http.StatusOK).text(); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
	for path, want := range map[string]string{
		"/search?q=x&in=elsewhere": "quotations or sources or names",
		"/search?q=x&page=0":       "from 1",
		"/search?q=x&as-of=never":  "never",
	} {
		page := s.page(t, path, http.StatusBadRequest)
		if !strings.Contains(page.text(), want) || page.id("q").attr("value") != "x" {
			t.Errorf("%s does not say %q, or loses what was typed", path, want)
		}
	}
}

func TestLongListsOfHitsComeInPages(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	base := *snap.OfActor("town")[0]
	for range 120 {
		one := base
		one.Evidence += strings.Repeat("!", len(snap.Statements))
		one.Start += len(snap.Statements)
		one.ID = one.DeriveID()
		snap = with(snap, one)
	}
	s := serve(t, snap)
	if page := s.page(t, "/search?q=mayor", http.StatusOK); len(page.class("hit")) > 2*foundInAll || !strings.Contains(page.text(), "All 12") {
		t.Errorf("everywhere there are %d hits on a page", len(page.class("hit")))
	}
	first := s.page(t, "/search?q=mayor&in=quotations", http.StatusOK)
	if !strings.Contains(first.text(), "1 to 50 of 12") {
		t.Error("the page does not say which hits it has")
	}
	last := s.page(t, "/search?q=mayor&in=quotations&page=3", http.StatusOK)
	if n := len(last.class("hit")); n < 20 || n > 30 {
		t.Errorf("the last page has %d hits", n)
	}
}

func TestWithoutAnIndexTheSearchSaysSo(t *testing.T) {
	t.Parallel()
	s := &site{templates: loadTemplates(), assets: loadAssets()}
	s.index.begin() // as if another search were building it
	p, err := s.search(&request{Request: newRequest("/search?q=mayor"), snap: fixture(t), store: fixture(t), query: newRequest("/search?q=mayor").URL.Query()})
	if err != nil || !p.view.(searchPage).Building || p.data.(searchAnswer).Ready {
		t.Errorf("%v, %+v", err, p)
	}
}

// Who searches while somebody else's search builds the index waits for that one.
func TestSearchesWaitForTheSameIndex(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	x := searchIndex{patience: time.Hour}
	x.begin()
	found := make(chan bool)
	go func() { _, fresh := x.of(snap); found <- fresh }()
	x.ready.Store(indexed(snap))
	x.end()
	if !<-found {
		t.Error("there is no index")
	}
}

func TestJumpBoxFindsANameAsItIsTyped(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	const active = `document.getElementById(document.getElementById("jump").getAttribute("aria-activedescendant")).textContent`
	opened := chromedp.Steps(browsertest.Press("/"), chromedp.WaitVisible("dialog.jump input"))
	b.Do(chromedp.Navigate(base+"/issues"), chromedp.WaitVisible("h1"), opened, browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog.jump"))
	b.Do(opened, browsertest.Press("dub"), chromedp.WaitVisible(`#jump-all[href$="q=dub"]`))
	if chosen := browsertest.Get(b, chromedp.Evaluate[string](active)); !strings.Contains(chosen, "Dubois") {
		t.Errorf("chosen is %q", chosen)
	}
	b.Do(browsertest.Press(kb.ArrowUp))
	if chosen := browsertest.Get(b, chromedp.Evaluate[string](active)); !strings.Contains(chosen, "Search the texts for “dub”") {
		t.Errorf("before the first comes %q", chosen)
	}
	b.Do(browsertest.Press(kb.ArrowDown), browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.WaitVisible("#positions-head"))
	if head := b.Text("h1"); !strings.Contains(head, "Dubois") {
		t.Errorf("Enter leads to %q", head)
	}
}
