package server

import (
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

// The menu of the exports opens by its key, with both snippets, on a narrow
// screen too; what is in it holds to the rules of the W3C.
func TestSnippetsAreReadInTheOpenMenu(t *testing.T) {
	axe := browsertest.Axe(t)
	site, _ := withAccess(t, Access{Token: testToken, PublicRead: true})
	s := httptest.NewServer(site)
	t.Cleanup(s.Close)
	b := browsertest.NewQuiet(t)
	for theme, width := range map[string]int64{"light": 1280, "dark": 360} {
		b.Do(browsertest.Theme(theme), chromedp.EmulateViewport(width, 800), chromedp.Navigate(s.URL+"/matrix?issue=harbour"), chromedp.WaitVisible("#saves"),
			browsertest.Press("e"), chromedp.WaitVisible("#embed-live"), chromedp.WaitVisible("#embed-pinned"))
		if wide := inPage(b, "document.documentElement.scrollWidth > document.documentElement.clientWidth"); wide != "false" {
			t.Errorf("the page scrolls sideways at %d pixels", width)
		}
		for _, v := range b.Violations(axe) {
			t.Errorf("%s: %s", theme, v)
		}
		b.Do(chromedp.Focus("#embed-live"), browsertest.Press(kb.Tab))
		if at := inPage(b, focused); at != "Copy the live picture" {
			t.Errorf("after the field comes %q", at)
		}
	}
}
