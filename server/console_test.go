package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func consoleOf() serving { return serving{New(Config{Snapshot: nothing, Query: echo})} }

func asking(text string) string {
	return "/query?" + url.Values{"language": {"gizmo"}, "q": {text}}.Encode()
}

func TestConsoleOffersExamplesAndStatesLimits(t *testing.T) {
	t.Parallel()
	page := consoleOf().page(t, "/query", http.StatusOK)
	examples := page.class("examples")[0].tags("a")
	if len(examples) != 10 {
		t.Errorf("%d examples", len(examples))
	}
	for _, want := range []string{"10s", "512 MiB", "the rest is cut"} {
		if !strings.Contains(page.text(), want) {
			t.Errorf("the limits do not say %q", want)
		}
	}
	chosen := consoleOf().page(t, examples[1].attr("href"), http.StatusOK)
	if !strings.Contains(chosen.id("query").raw(), "// ") || len(chosen.class("answer")) != 1 {
		t.Error("an example is not in the editor, or not run")
	}
}

func TestConsoleShowsTheAnswerAsATable(t *testing.T) {
	t.Parallel()
	s := consoleOf()
	page := s.page(t, asking(`g.V("</textarea><script>")`), http.StatusOK)
	rows := page.class("answer")[0].tags("tr")
	if len(rows) != 4 || rows[1].text() != `g.V("</textarea><script>")-1["<a>",2]` {
		t.Errorf("%d rows, the first is %q", len(rows), rows[1].text())
	}
	if got := page.id("query").raw(); got != `g.V("</textarea><script>")` {
		t.Errorf("in the editor stands %q", got)
	}
	if link := rows[2].tags("a")[0].attr("href"); link != "/actors/NEW:A%2Fb%20c.json.html" {
		t.Errorf("an actor leads to %s", link)
	}
	if w := s.ask(t, http.MethodGet, strings.Replace(asking("x"), "/query", "/query.csv", 1)); w.Body.String() != "id,n,list\nx,-1,\"[\"\"<a>\"\",2]\"\n<actor:NEW%3AA%2Fb%20c.json>,,\n'=1+1,,\n" {
		t.Errorf("CSV: %s", w.Body)
	}
}

func TestConsoleShowsTheLineOfAnError(t *testing.T) {
	t.Parallel()
	page := consoleOf().page(t, asking("bad\r\nline"), http.StatusBadRequest)
	faulty := page.class("faulty")
	if len(faulty) != 1 || faulty[0].text() != "line" || !strings.Contains(page.id("problem").text(), "look again") {
		t.Errorf("%d lines are marked: %s", len(faulty), page.id("problem").text())
	}
	if page.id("query").raw() != "bad\nline" {
		t.Error("the query is lost")
	}
	if busy := consoleOf().page(t, asking("busy"), http.StatusServiceUnavailable); !strings.Contains(busy.text(), "No answer for now") {
		t.Error("a busy server says that the query is wrong")
	}
}

func TestConsoleOfAServerWithoutQueries(t *testing.T) {
	t.Parallel()
	if page := serve(t, nil).page(t, "/query", http.StatusOK); !strings.Contains(page.text(), "stancegraph query") {
		t.Error("the page does not say what to do instead")
	}
}

func TestCtrlEnterRunsTheQuery(t *testing.T) {
	base := httptest.NewServer(consoleOf())
	t.Cleanup(base.Close)
	b := browsertest.New(t)
	b.Do(chromedp.Navigate(base.URL+"/query"), chromedp.SendKeys("#query", "g.V()"), browsertest.Leads(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl))), chromedp.WaitVisible(".answer"))
	if got := b.Text(".answer tbody td"); got != "g.V()" {
		t.Errorf("the answer is %q", got)
	}
}

// What a query finds leads to its page, what belongs to it likewise.
func TestTermsLeadToTheirPages(t *testing.T) {
	t.Parallel()
	for term, page := range map[string]string{
		"<actor:peskov>": "/actors/peskov", "<actor:peskov#membership-1>": "/actors/peskov", "<actor:NEW%3AA%23b>": "/actors/NEW:A%23b",
		"<statement:1>": "/statements/1", "<coder:anna>": "", "<#x>": "", "peskov": "", "<actor:>": "", "<actor:%zz>": "",
	} {
		if got := pageOfTerm(term); got != page {
			t.Errorf("%s leads to %q, expected %q", term, got, page)
		}
	}
}

// A page of another site may lead to a query, and may not ask it unseen.
func TestAQueryIsNotAskedFromBehindAnotherPage(t *testing.T) {
	t.Parallel()
	s, _ := withAccess(t, Access{})
	for dest, status := range map[string]int{"image": http.StatusForbidden, "iframe": http.StatusForbidden, "empty": http.StatusForbidden, "document": http.StatusOK} {
		if w := s.ask(t, http.MethodGet, "/query?q=x", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", dest); w.Code != status {
			t.Errorf("cross-site, for %s: status %d", dest, w.Code)
		}
		if w := s.ask(t, http.MethodGet, "/query?q=x", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", dest); w.Code != http.StatusOK {
			t.Errorf("from this server, for %s: status %d", dest, w.Code)
		}
	}
	if w := s.ask(t, http.MethodGet, "/query?q=x"); w.Code != http.StatusOK {
		t.Errorf("from a program: status %d", w.Code)
	}
}
