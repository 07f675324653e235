package server

import (
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

// serveChanging is a site on which somebody changes sides.
func serveChanging(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(serve(t, changing(t)))
	t.Cleanup(s.Close)
	return s.URL
}

// both runs a test with scripts and without.
func both(t *testing.T, run func(*testing.T, *browsertest.Browser)) {
	t.Run("scripts", func(t *testing.T) { run(t, browsertest.New(t)) })
	t.Run("no scripts", func(t *testing.T) {
		b := browsertest.New(t)
		b.Do(browsertest.WithoutScripts)
		run(t, b)
	})
}

func query(b *browsertest.Browser) string {
	_, q, _ := strings.Cut(browsertest.Get(b, chromedp.Location()), "?")
	q, _, _ = strings.Cut(q, "#")
	return q
}

// Who signs in for a page is on that page.
func TestSigningInLeadsToThePage(t *testing.T) {
	s, _ := withAccess(t, Access{Token: testToken})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		b.Do(chromedp.Navigate(server.URL+address("/sign-in", url.Values{"to": {"/issues/harbour?as-of=2025-02-10"}})),
			chromedp.SendKeys("#token", testToken), browsertest.Leads(browsertest.Press(kb.Enter)))
		if at := browsertest.Get(b, chromedp.Location()); at != server.URL+"/issues/harbour?as-of=2025-02-10" {
			t.Errorf("signed in, the reader is at %s", at)
		}
		b.Do(chromedp.Navigate(server.URL+"/sign-in"), browsertest.Follow(`button[name="leave"]`), chromedp.WaitVisible("#token"))
	})
}

// What was typed while the sign-in ran out is taken after another one, as the
// page says.
func TestAFormOutlivesItsSignIn(t *testing.T) {
	s, desk := withAccess(t, Access{Token: testToken})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	b := browsertest.NewQuiet(t)
	signedIn := func(fields string) chromedp.Action[string] {
		return chromedp.Evaluate[string](`(() => { const other = new XMLHttpRequest(); other.open("POST", "/sign-in", false); ` +
			`other.setRequestHeader("Content-Type", "application/x-www-form-urlencoded"); other.send("` + fields + `"); return "" + other.status })()`)
	}
	b.Do(chromedp.Navigate(server.URL+"/sign-in"), chromedp.SendKeys("#token", testToken), browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.Navigate(server.URL+"/add"))
	browsertest.Get(b, signedIn("leave=yes"))
	b.Do(chromedp.SendKeys("#text", "The mayor wants the harbour back."), browsertest.Leads(chromedp.Submit("#text")), chromedp.WaitVisible("#token"))
	if said := b.Text("main"); !strings.Contains(said, "Nothing was written.") || len(desk.articles) != 0 {
		t.Fatalf("%d articles, and the page says %q", len(desk.articles), said)
	}
	browsertest.Get(b, signedIn("token="+testToken))
	b.Do(chromedp.Reload(), chromedp.WaitVisible("#review"))
	if len(desk.articles) != 1 || string(desk.articles[0].Data) != "The mayor wants the harbour back." {
		t.Errorf("handed in: %+v", desk.articles)
	}
}

// A reader narrows down, sees the choice as a chip, turns it round, takes it
// out, and goes back to the selection before.
func TestFacetsNarrowDownExcludeAndGoBack(t *testing.T) {
	base := serveChanging(t)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		const chip = "ul.chips"
		b.Do(chromedp.Navigate(base+"/matrix?rows=actors"), browsertest.Follow(".facets-head a"), chromedp.WaitVisible(".facet-list"),
			browsertest.Follow(`.facet a[href*="&mode=quote"]`), chromedp.WaitVisible(chip))
		if says := b.Text(chip); !strings.HasPrefix(says, "mode quotation") {
			t.Errorf("the chip says %q", says)
		}
		b.Do(browsertest.Follow(".chip a.flip"), chromedp.WaitVisible(".chip.not"))
		if q := query(b); !strings.Contains(q, "not-mode=quote") {
			t.Errorf("excluded, the address says %q", q)
		}
		b.Do(chromedp.NavigateBack(), chromedp.WaitVisible(".chip:not(.not)"))
		if q := query(b); !strings.Contains(q, "&mode=quote") {
			t.Errorf("one back, the address says %q", q)
		}
		b.Do(browsertest.Follow(".chip a:last-of-type"), chromedp.WaitNotPresent(".chip"), chromedp.WaitVisible(".matrix"))
	})
}

func TestSliderMovesTheDateByKeyboard(t *testing.T) {
	base, b := serveChanging(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour"), chromedp.WaitVisible("input.drag"))
	before := b.Text(".lede time")
	b.Do(chromedp.Focus("input.drag"), browsertest.Leads(browsertest.Press(kb.ArrowLeft)), chromedp.WaitVisible(`.steps a[rel="next"]`))
	if day := b.Text(".lede time"); day == before || day != "20 March 2025" {
		t.Errorf("from %s one step back is %q", before, day)
	}
	if f := browsertest.Get(b, chromedp.Evaluate[string]("document.activeElement.className")); f != "drag" {
		t.Errorf("the focus is on %q and no more on the slider", f)
	}
}

// Two dates are typed; the cells say what became of them, and lead to both
// passages, each of which leads to its place in the source.
func TestComparisonOfDatesLeadsToBothPassages(t *testing.T) {
	base := serveChanging(t)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		b.Do(chromedp.Navigate(base+"/compare?issue=harbour&rows=actors"), chromedp.SetValue("#left", "2025-02-10"), chromedp.SetValue("#right", "2025-03-20"),
			browsertest.Leads(chromedp.Submit("#left")), chromedp.WaitVisible("table.diff"))
		for _, says := range []string{"new", "unchanged", "reversed"} {
			if !strings.Contains(b.Text("table.diff"), says) {
				t.Errorf("no cell is %s", says)
			}
		}
		b.Do(browsertest.Follow("a.diff-item.moved"), chromedp.WaitVisible(".change:target"))
		if n := browsertest.Get(b, chromedp.Evaluate[int](`document.querySelectorAll(".change:target .passage").length`)); n != 2 {
			t.Errorf("the change shows %d passages", n)
		}
		toTheSource(t, b, ".change:target")
	})
}

func TestShiftsAndConflictsReachTheirPassages(t *testing.T) {
	base := serveChanging(t)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		for _, path := range []string{"/shifts?rows=actors", "/conflicts"} {
			b.Do(chromedp.Navigate(base+path), chromedp.WaitVisible(".change"))
			toTheSource(t, b, ".change")
		}
	})
}

// toTheSource follows the first passage within a part of the page.
func toTheSource(t *testing.T, b *browsertest.Browser, within string) {
	t.Helper()
	b.Do(browsertest.Follow(within+` a[href*="passage="]`), chromedp.WaitVisible("mark.current"))
	if passage := b.Text("mark.current"); passage == "" || !strings.Contains(articleText, passage) {
		t.Errorf("the highlighted passage is %q", passage)
	}
}

// By keyboard alone: from the first link of the page into the matrix, to the
// sentence in its source, and back to the cell.
func TestKeyboardAloneReachesTheSentenceAndReturns(t *testing.T) {
	base := serveChanging(t)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		b.Do(chromedp.Navigate(base+"/matrix?issue=harbour&rows=actors"), chromedp.WaitVisible(".matrix"))
		press(t, b, kb.Tab, ".matrix :is(a, td)")
		if browsertest.Get(b, chromedp.Evaluate[bool](`!!document.querySelector('.matrix [tabindex="-1"]')`)) { // a grid, in which the arrows move
			press(t, b, kb.ArrowDown, "a.cell")
		} else {
			press(t, b, kb.Tab, "a.cell")
		}
		cell := b.Focused()
		b.Do(browsertest.Press(kb.Enter), chromedp.WaitVisible(".evidence"))
		press(t, b, kb.Tab, `a[href*="passage="]`)
		b.Do(browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.WaitVisible("mark.current"))
		if passage := b.Text("mark.current"); !strings.Contains(articleText, passage) {
			t.Errorf("the highlighted passage is %q", passage)
		}
		b.Do(chromedp.NavigateBack(), chromedp.WaitVisible(".evidence"))
		if browsertest.Get(b, chromedp.Evaluate[bool](`!!document.querySelector("dialog")`)) {
			b.Do(browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"))
			if back := b.Focused(); back != cell {
				t.Errorf("the focus is on %q, and was on %q", back, cell)
			}
			return
		}
		b.Do(chromedp.NavigateBack(), chromedp.WaitVisible(`a.cell[href="`+cell+`"]`)) // where the focus is then, is up to the browser
	})
}

// press presses a key until an element has the focus.
func press(t *testing.T, b *browsertest.Browser, key, selector string) {
	t.Helper()
	for range 80 {
		if browsertest.Get(b, chromedp.Evaluate[bool](`document.activeElement.matches('`+selector+`')`)) {
			return
		}
		b.Do(browsertest.Press(key))
	}
	t.Fatalf("the key does not reach %s", selector)
}

// A matrix on paper has its heads, its cells and where it comes from, and
// nothing that can only be pressed.
func TestMatrixIsPrinted(t *testing.T) {
	base, b := serveChanging(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour&rows=actors"), chromedp.WaitVisible(".matrix"))
	words := onPaper(t, b)
	for _, says := range []string{"Harbour", "Dubois", "rebuild", "opposition", "rule=latest"} {
		if !strings.Contains(strings.ToLower(words), strings.ToLower(says)) {
			t.Errorf("paper does not say %q: %s", says, words)
		}
	}
	for _, button := range []string{"Filter by", "Copy link", "earlier:", "Rule, dates and limits", "part 1 of"} {
		if strings.Contains(words, button) {
			t.Errorf("paper has %q", button)
		}
	}
}

// A matrix that is wider than a page is several tables on paper, each with the
// heads of its rows; rule, legend and citation stand there once. On the screen
// it stays one table.
func TestWideMatrixIsPrintedInParts(t *testing.T) {
	b := opened(t, votes(t, 3, 1, 12), "/matrix?issue=issue-0&rows=actors", 1280)
	words := onPaper(t, b)
	for says, times := range map[string]int{"part 1 of 2": 1, "part 2 of 2": 1, "actor-002": 2, "R 0/0": 1, "R 0/11": 1, "Positions by the rule": 1, "Legend": 1, "Cite this view": 1} {
		if n := strings.Count(words, says); n != times {
			t.Errorf("paper says %q %d times, want %d: %s", says, n, times, words)
		}
	}
	b.Do(browsertest.Until(`document.querySelectorAll("table.matrix").length === 1`)) // the parts do not stay on the page
}

// onPaper are the words of the page on paper.
func onPaper(t *testing.T, b *browsertest.Browser) string {
	t.Helper()
	pdf := browsertest.Get(b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Fatal("what is printed is no PDF")
	}
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("no pdftotext here: the words on paper were not looked at")
	}
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), tool, "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}
