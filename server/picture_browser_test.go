package server

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

// A reader comes closer, moves, goes from node to node by the keyboard, sees
// neighbours set off, and opens the network around one.
func TestNetworkIsReadByKeyboard(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/network"), chromedp.WaitVisible(".zoom button"))
	shown := func() string {
		return browsertest.Get(b, chromedp.Evaluate[string](`document.querySelector("svg.picture").getAttribute("viewBox")`))
	}
	all := shown()
	b.Do(browsertest.Press("+"), browsertest.Press("+"))
	closer := shown()
	b.Do(chromedp.Focus(".drawn"), browsertest.Press(kb.ArrowRight))
	if moved := shown(); closer == all || moved == closer {
		t.Errorf("shown are %q, closer %q, moved %q", all, closer, moved)
	}
	b.Do(browsertest.Press("0"))
	if back := shown(); back != all {
		t.Errorf("all of it is %q, want %q", back, all)
	}
	tied, _, _ := strings.Cut(browsertest.Get(b, chromedp.Evaluate[string](`document.querySelector(".pg-tie").dataset.key`)), " ")
	b.Do(chromedp.Focus(`a.pg-node[data-key="` + tied + `"]`))
	if n := browsertest.Get(b, chromedp.Evaluate[int](`document.querySelectorAll(".looking .pg-node.near").length`)); n < 2 {
		t.Errorf("%d nodes are near the one with the focus", n)
	}
	ego := b.Focused()
	b.Do(browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.WaitVisible(`.lede a[href*="/network"]`))
	if heading := b.Text("h1"); !strings.HasPrefix(heading, "Around ") || !strings.Contains(ego, "ego=") {
		t.Errorf("%s is headed %q", ego, heading)
	}
}

// A mark of a timeline leads to its statement, by keyboard and without a script.
func TestTimelineMarksLeadToStatements(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	b.Do(chromedp.Navigate(base+"/timeline?actor=dubois"), chromedp.Focus("a.pg-dot"))
	if mark := b.Focused(); !strings.HasPrefix(mark, "/statements/") {
		t.Errorf("the mark leads to %q", mark)
	}
	b.Do(browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.WaitVisible("blockquote"))
}
