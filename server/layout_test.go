package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

// opened is a page of a snapshot in a window of a width.
func opened(t *testing.T, s *ledger.Snapshot, path string, width int64) *browsertest.Browser {
	t.Helper()
	b := browsertest.New(t)
	server := httptest.NewServer(serve(t, s))
	t.Cleanup(server.Close)
	b.Do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(server.URL+path), chromedp.WaitVisible("h1"))
	return b
}

func holds(b *browsertest.Browser, script string) bool {
	return browsertest.Get(b, chromedp.Evaluate[bool](script))
}

// Seven propositions and what they come to are one look on a usual screen.
func TestSevenColumnsAndTheirSumFitAWindow(t *testing.T) {
	b := opened(t, votes(t, 3, 1, 7), "/matrix?issue=issue-0&rows=actors", 1280)
	if !holds(b, `(r => r.scrollWidth <= r.clientWidth)(document.querySelector(".region"))`) {
		t.Error("the matrix is wider than its region")
	}
}

// A card of a phone says what rows and columns come to, by name.
func TestPhoneHasWhatColumnsComeTo(t *testing.T) {
	b := opened(t, fixture(t), "/matrix?issue=harbour&rows=actors", 360)
	card := b.Text(".matrix tfoot tr")
	for _, says := range []string{"Together", "mean", "n 4"} {
		if !strings.Contains(card, says) {
			t.Errorf("the card of the columns does not say %q: %s", says, card)
		}
	}
	const first = `getComputedStyle(document.querySelector(".matrix tfoot td"), "::before").content`
	if name := browsertest.Get(b, chromedp.Evaluate[string](first)); name != `"Rebuild"` {
		t.Errorf("the first sum is that of %s", name)
	}
}

// Of two actors each issue has its table below its name, and a phone says
// whose position is which.
func TestTwoSidesStandBelowTheirIssue(t *testing.T) {
	const path = "/compare?by=actor&left=dubois&right=okafor"
	b := opened(t, fixture(t), path, 1280)
	if !holds(b, `(s => s.children[0].getBoundingClientRect().bottom <= s.children[1].getBoundingClientRect().top)(document.querySelector(".versus"))`) {
		t.Error("the table stands beside the name of its issue")
	}
	page := serve(t, fixture(t)).page(t, path, http.StatusOK)
	for i, want := range []string{"Zoë Dubois-Þórsdóttir", "Ọbịàgèlì Okafor"} {
		if got := page.class("pair")[0].tags("td")[i].attr("data-col"); got != want {
			t.Errorf("side %d is %q, want %q", i, got, want)
		}
	}
	if text := page.text(); strings.Contains(text, "only right") || strings.Contains(text, "only left") {
		t.Error("a side is called by its place and not by its name")
	}
}
