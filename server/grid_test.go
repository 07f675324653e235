package server

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

// From the page of a cell the way back leads to that cell, which has the focus,
// and opens nothing.
func TestWayBackFromACellLeadsToIt(t *testing.T) {
	base := serveChanging(t)
	both(t, func(t *testing.T, b *browsertest.Browser) {
		for _, cell := range []string{"actor=dubois&proposition=toll", "actor=dubois&issue=harbour"} {
			b.Do(chromedp.Navigate(base+"/cell?"+cell), browsertest.Follow(".crumb a"), chromedp.WaitVisible(".matrix"),
				browsertest.Until(`document.activeElement.getAttribute("href")?.startsWith("/cell?actor=dubois&")`)) // the browser follows a fragment when it draws
			if browsertest.Get(b, chromedp.Evaluate[bool](`!!document.querySelector("dialog")`)) {
				t.Errorf("%s: the drawer is open", cell)
			}
		}
	})
}

// The table of a comparison is a grid as the matrix is; a cell with several
// changes is gone through.
func TestComparisonIsAGridWithOneTabStop(t *testing.T) {
	base, b := serveChanging(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/compare?rows=actors&left=2025-02-10&right=2025-03-20"), chromedp.WaitVisible(`.diff[role="grid"]`))
	const several = `.diff tbody tr:has(td a + a)`
	b.Do(chromedp.WaitVisible(several))
	if stops := browsertest.Get(b, chromedp.Evaluate[int](`[...document.querySelectorAll(".diff :is(a, th, td)")].filter(e => e.tabIndex === 0).length`)); stops != 1 {
		t.Errorf("%d tab stops in the table", stops)
	}
	b.Do(chromedp.Focus(several + " td:has(a + a) a"))
	first := b.Focused()
	b.Do(browsertest.Press(kb.ArrowRight))
	second := b.Focused()
	if !strings.Contains(first, "#change-") || !strings.Contains(second, "#change-") || first == second {
		t.Errorf("from %q the right arrow leads to %q", first, second)
	}
	b.Do(browsertest.Press(kb.ArrowLeft))
	if back := b.Focused(); back != first {
		t.Errorf("and back is %q", back)
	}
	b.Do(browsertest.Press(kb.Home))
	if head := b.Focused(); !strings.HasPrefix(head, "/actors/") {
		t.Errorf("Home leads to %q", head)
	}
}
