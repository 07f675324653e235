package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

// opened is a page of a snapshot in a window of a width.
func opened(t *testing.T, s *ledger.Snapshot, path string, width int64) *browsertest.Browser {
	t.Helper()
	server := httptest.NewServer(serve(t, s))
	t.Cleanup(server.Close) // after the browser has gone: a page that still loads would complain
	b := browsertest.New(t)
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

// Days are typed as they stand in addresses, whatever the browser's country
// writes, and one that is none stays in its field.
func TestDaysAreTypedAsInAddresses(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, want := range map[string]map[string]string{
		"/matrix?as-of=2025-03-01&until=2025-03-02": {"as-of": "2025-03-01", "until": "2025-03-02", "known-by": ""},
		"/compare":                {"left": "2025-02-10", "right": "2025-03-31"},
		"/actors/dubois":          {"as-of": "2025-03-31"},
		"/matrix?as-of=1/3/2025":  {"as-of": "1/3/2025"},
		"/matrix?known-by=Easter": {"known-by": "Easter"},
	} {
		page := parse(t, s.ask(t, http.MethodGet, path).Body.String())
		for name, value := range want {
			field := page.id(name)
			if field == nil || field.attr("type") != "text" || field.attr("value") != value {
				t.Errorf("%s: the field %q is not %q as text", path, name, value)
			}
		}
	}
}

// The thumb of the slider stands below the bar of its day.
func TestSliderStandsBelowItsDay(t *testing.T) {
	b := opened(t, fixture(t), "/matrix?issue=harbour&as-of=2025-03-01", 1280)
	b.Do(chromedp.WaitVisible("input.drag"))
	const apart = `(() => {
		const slider = document.querySelector(".drag"), box = slider.getBoundingClientRect();
		const bar = document.querySelector(".tick.now rect:not(.reach)").getBoundingClientRect();
		const thumb = box.left + (slider.value - slider.min) / (slider.max - slider.min) * box.width;
		return Math.abs(thumb - (bar.left + bar.right) / 2);
	})()`
	if px := browsertest.Get(b, chromedp.Evaluate[float64](apart)); px > 10 {
		t.Errorf("the thumb is %.0f pixels off", px)
	}
}

// Names as long as sentences, and in scripts from the right, stay in the window.
func TestLongNamesStayInTheWindow(t *testing.T) {
	cb, err := schema.LoadCodebook("long.yaml", []byte(`
codebook: long
version: 1
issues:
  - id: one
    label: `+strings.Repeat("a question that somebody wrote as a whole sentence ", 5)+`
    short: one
    propositions:
      - {id: a, label: `+strings.Repeat("Donaudampfschifffahrtsgesellschaft", 4)+`, short: Donaudampfschifffahrtsgesellschaft}
      - {id: b, label: הפסקת אש מיידית, short: הפסקת אש}
actors:
  - {id: long, type: organisation, label: `+strings.Repeat("International Federation ", 8)+`}
  - {id: hebrew, type: state, label: מדינת ישראל}
`))
	if err != nil {
		t.Fatal(err)
	}
	var list []schema.Statement
	for _, actor := range []string{"long", "hebrew"} {
		for _, p := range []string{"a", "b"} {
			list = append(list, codedPassage{actor, p, "2025-03-01", "signed", schema.Support, nil}.statement(t, cb))
		}
	}
	b := opened(t, ledger.Build(cb, []schema.Source{fixtureSource()}, list), "/", 1280)
	home := browsertest.Get(b, chromedp.Location())
	for _, width := range []int64{1280, 360} {
		b.Do(chromedp.EmulateViewport(width, 900))
		for _, path := range []string{"", "matrix", "matrix?issue=one", "timeline", "network", "compare?by=group&left=long&right=hebrew", "actors/long", "issues/one", "propositions/a"} {
			b.Do(chromedp.Navigate(home+path), chromedp.WaitVisible("h1"))
			if holds(b, `document.documentElement.scrollWidth > document.documentElement.clientWidth`) {
				t.Errorf("/%s scrolls sideways at %d pixels", path, width)
			}
		}
	}
}

// Two outlets have no before and after: a cell says which of them has a
// position, by name.
func TestDifferencesOfOutletsAreNoChanges(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	other := fixtureSource()
	other.Text += " Again."
	other.ID, other.Doc, other.Outlet = schema.HashText(other.Text), "other.md", "The Gazette"
	st := codedPassage{"guild", "toll", "2025-03-01", "signed", schema.Support, nil}.statement(t, snap.Codebook)
	st.Doc, st.Source = other.Doc, other.ID
	st.ID = st.DeriveID()
	s := serve(t, ledger.Build(snap.Codebook, []schema.Source{fixtureSource(), other}, append(fixtureStatements(t, snap.Codebook), st)))
	diff := s.page(t, "/compare?by=outlet&rows=actors&left=The+Gazette&right=Dagblaðið&issue=harbour", http.StatusOK).class("diff")[0].text()
	for _, says := range []string{"++ support only The Gazette", "only Dagblaðið"} {
		if !strings.Contains(diff, says) {
			t.Errorf("the table does not say %q: %s", says, diff)
		}
	}
	for _, wrong := range []string{"→", "then", "only left", "only right"} {
		if strings.Contains(diff, wrong) {
			t.Errorf("the table says %q: %s", wrong, diff)
		}
	}
}

// What rows come to stays in sight beside columns that go on, and nothing that
// has the focus lies under it or under the heads.
func TestSumsStayInSightAndNothingFocusedIsCovered(t *testing.T) {
	b := opened(t, votes(t, 30, 1, 14), "/matrix?issue=issue-0&rows=actors", 1280)
	const covered = `(() => {
		const box = (e) => e.getBoundingClientRect(), at = (x, y) => document.elementFromPoint(x, y)?.closest("th, td");
		const region = box(document.querySelector(".region")), head = document.querySelector(".sum-head"), found = [];
		if (at(region.right - 40, region.top + 12) !== head) found.push("the head of the sums is out of sight");
		if (!at(region.right - 40, region.top + 200)?.matches(".together")) found.push("the sums are out of sight");
		const rows = [...document.querySelectorAll(".matrix tbody tr")];
		const way = [];
		for (let row = 20, column = 1; column <= 14; column++) way.push([row, column]);
		for (let row = 20, column = 14; row >= 0; row--) way.push([row, column]);
		for (let row = 0, column = 14; column >= 1; column--) way.push([row, column]);
		for (let row = 0, column = 1; row <= 20; row++) way.push([row, column]);
		for (const [row, column] of way) {
			const link = rows[row].cells[column].querySelector("a");
			link.focus();
			const b = box(link);
			for (const [x, y] of [[b.left + 3, b.top + 3], [b.right - 3, b.bottom - 3]])
				if (at(x, y) !== link.closest("td")) found.push("covered: row " + row + ", column " + column);
		}
		return found.join("; ");
	})()`
	if found := browsertest.Get(b, chromedp.Evaluate[string](covered)); found != "" {
		t.Error(found)
	}
}
