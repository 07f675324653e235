package server

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func serveFixture(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(serve(t, fixture(t)))
	t.Cleanup(s.Close)
	return s.URL
}

// TestNoPageComplainsOrScrollsSideways opens every page wide, narrow and at
// 200 % zoom, and the first pages of an empty store; what the console complains
// about fails the test.
func TestNoPageComplainsOrScrollsSideways(t *testing.T) {
	base := serveFixture(t)
	site, _ := withDesk(t, nil)
	empty := httptest.NewServer(site)
	t.Cleanup(empty.Close)
	b := browsertest.New(t)
	addresses := []string{empty.URL + "/", empty.URL + "/matrix", empty.URL + "/add", base + "/matrix?facets=open", base + "/matrix?arrange=open&issue=harbour"}
	for path := range everyPage {
		addresses = append(addresses, base+path)
	}
	for width, scale := range map[int64]float64{1280: 1, 640: 2, 360: 1} {
		b.Do(chromedp.EmulateViewport(width, 800, chromedp.EmulateScale(scale)))
		for _, address := range addresses {
			b.Do(chromedp.Navigate(address), chromedp.WaitVisible("h1"))
			if browsertest.Get(b, chromedp.Evaluate[bool](`document.documentElement.scrollWidth > document.documentElement.clientWidth`)) {
				t.Errorf("%s scrolls sideways at %d pixels", address, width)
			}
			if browsertest.Get(b, chromedp.Evaluate[bool](`document.querySelector("main").getBoundingClientRect().top < document.querySelector(".top").getBoundingClientRect().bottom - 1`)) {
				t.Errorf("%s: the content begins behind the navigation at %d pixels", address, width)
			}
		}
	}
}

func TestKeyboardMovesInTheMatrixAndTheDrawerGivesTheFocusBack(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour&rows=actors"), chromedp.Focus(".matrix a.cell"), browsertest.Press(kb.ArrowRight))
	right := b.Focused()
	b.Do(browsertest.Press(kb.Enter), chromedp.WaitVisible("dialog .evidence"))
	if heading := b.Text("dialog h1"); !strings.Contains(heading, " on ") {
		t.Errorf("the drawer is headed %q", heading)
	}
	b.Do(browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"))
	if back := b.Focused(); back != right || !strings.Contains(back, "/cell?") {
		t.Errorf("the focus is on %q, want %q", back, right)
	}
	b.Do(browsertest.Press("?"), chromedp.WaitVisible("dialog .shortcuts"), browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"))
}

func TestReaderMovesTheDateOpensACellAndReachesTheSentence(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour"), browsertest.Follow(`.steps a[rel="prev"]`), chromedp.WaitVisible(`.steps a[rel="next"]`))
	if day := b.Text(".lede time"); day != "1 March 2025" {
		t.Errorf("one step back is %q", day)
	}
	b.Do(browsertest.Click(".matrix a.cell"), chromedp.WaitVisible("dialog .evidence"), browsertest.Follow("dialog .origin .screen a"), chromedp.WaitVisible("mark.current"))
	if passage := b.Text("mark.current"); !strings.Contains(articleText, passage) || passage == "" {
		t.Errorf("the highlighted passage is %q", passage)
	}
}

// TestGridHasOneTabStopAndTheAddressNamesTheOpenCell goes over the matrix with
// the keyboard alone, and opens a cell from its address.
func TestGridHasOneTabStopAndTheAddressNamesTheOpenCell(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour&rows=actors"), chromedp.Focus(".matrix a.cell"))
	if stops := browsertest.Get(b, chromedp.Evaluate[int](`document.querySelectorAll('.matrix [tabindex="0"]').length`)); stops != 1 {
		t.Errorf("%d tab stops in the matrix", stops)
	}
	b.Do(browsertest.Press(kb.Home))
	if head := b.Focused(); !strings.HasPrefix(head, "/actors/") {
		t.Errorf("Home leads to %q", head)
	}
	b.Do(browsertest.Press(kb.ArrowUp), browsertest.Press(kb.ArrowRight))
	if head := b.Focused(); !strings.HasPrefix(head, "/propositions/") {
		t.Errorf("one up and right of it is %q", head)
	}
	b.Do(chromedp.Navigate(base+"/matrix?issue=harbour&rows=actors#cell-dubois-rebuild"), chromedp.WaitVisible("dialog .evidence"))
	if heading := b.Text("dialog h1"); !strings.Contains(heading, "The old harbour is rebuilt") {
		t.Errorf("the address opens %q", heading)
	}
	b.Do(browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"))
	if hash := browsertest.Get(b, chromedp.Evaluate[string]("location.hash")); hash != "" {
		t.Errorf("the drawer is closed, and the address says %q", hash)
	}
}
