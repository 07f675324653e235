package server

import (
	"net/http"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

func TestThinnedKeepsBothEnds(t *testing.T) {
	t.Parallel()
	var list []int
	for i := range 1000 {
		list = append(list, i)
	}
	some := thinned(list, mostPublished)
	if len(some) != mostPublished || some[0] != 0 || some[len(some)-1] != 999 {
		t.Errorf("%v", some)
	}
	if all := thinned(list[:mostPublished], mostPublished); len(all) != mostPublished || all[1] != 1 {
		t.Errorf("%v", all)
	}
}

func TestDaysOfPublicationAreSuggested(t *testing.T) {
	t.Parallel()
	days := publishedDays(changing(t))
	page := serve(t, changing(t)).page(t, "/matrix", http.StatusOK)
	list := page.id("known-by-days")
	if len(days) == 0 || list == nil || len(list.tags("option")) != len(days) || page.id("known-by").attr("list") != "known-by-days" {
		t.Errorf("%d days; the page has %v", len(days), list)
	}
}

// The day until which sources are known is dragged, too; the form is sent when
// its button is pressed.
func TestKnownByIsDragged(t *testing.T) {
	base := serveChanging(t)
	b := browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/matrix"), browsertest.Click(".further summary"), chromedp.WaitVisible(".known input[type=range]"),
		chromedp.Focus(".known input[type=range]"), browsertest.Press(kb.Home))
	days := publishedDays(changing(t))
	if got := browsertest.Get(b, chromedp.Value("#known-by")); got != days[0].String() {
		t.Errorf("at its beginning the slider says %q, want %s", got, days[0])
	}
	b.Do(browsertest.Press(kb.End))
	if got := browsertest.Get(b, chromedp.Value("#known-by")); got != "" {
		t.Errorf("at its end it says %q, and not that everything is known", got)
	}
}
