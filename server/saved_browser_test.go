package server

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/stancegraph/stancegraph/server/browsertest"
)

// inPage is the value of an expression of the page, as text.
func inPage(b *browsertest.Browser, expression string) string {
	return browsertest.Get(b, chromedp.Evaluate[string]("String("+expression+")"))
}

const (
	saving    = `#saves form`
	savedList = `dialog.drawer .saved`
	focused   = `document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent`
)

// A reader names a view, finds it in the jump box of another page, names it
// anew and removes it, by the keyboard; the focus is never lost.
func TestAViewIsSavedFoundRenamedAndRemoved(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	const view = "/matrix?issue=harbour&rows=actors"
	b.Do(chromedp.Navigate(base+view+"&data-version=0"), browsertest.Click("#saves button"), chromedp.WaitVisible(saving))
	if name := inPage(b, "document.activeElement.value"); name != "Harbour" {
		t.Errorf("the name begins as %q", name)
	}
	b.Do(browsertest.Press("Élan <b>of</b> the quay"), browsertest.Press(kb.Enter), chromedp.WaitNotPresent(saving))
	if at, told := inPage(b, focused), b.Text("#saves [role=status]"); at != "Save this view" || !strings.Contains(told, "in this browser alone") {
		t.Errorf("then the focus is on %q, and the page says %q", at, told)
	}
	b.Do(chromedp.Navigate(base+"/issues"), chromedp.WaitVisible("#saves button"), browsertest.Press("/"), chromedp.WaitVisible("#jump-view-0"),
		browsertest.Press("quay ela"), chromedp.WaitVisible(`#jump-all[href$="q=quay+ela"]`))
	if text := b.Text("#jump-list [aria-selected=true] bdi"); text != "Élan <b>of</b> the quay" {
		t.Errorf("chosen is %q", text)
	}
	b.Do(browsertest.Leads(browsertest.Press(kb.Enter)), chromedp.WaitVisible("#caption"))
	if at := inPage(b, "location.pathname + location.search"); at != view {
		t.Errorf("the view leads to %s, want %s", at, view)
	}
	b.Do(chromedp.WaitVisible("#saves button"), browsertest.Press("v"), chromedp.WaitVisible(savedList+" button"))
	if text := inPage(b, `document.querySelector("dialog textarea").value`); text != "Élan <b>of</b> the quay\t"+base+view+"\n" {
		t.Errorf("as text it is %q", text)
	}
	b.Do(browsertest.Click(savedList+" button"), chromedp.WaitVisible(savedList+" input"), browsertest.Press("no"), browsertest.Press(kb.Escape), chromedp.WaitNotPresent(savedList+" input"))
	if at := inPage(b, focused); at != "Rename Élan <b>of</b> the quay" {
		t.Errorf("after Escape the focus is on %q", at)
	}
	b.Do(browsertest.Click(savedList+" button"), chromedp.WaitVisible(savedList+" input"), browsertest.Press("Quay"), browsertest.Press(kb.Enter), chromedp.WaitNotPresent(savedList+" input"))
	if at := inPage(b, focused); at != "Rename Quay" {
		t.Errorf("after the new name the focus is on %q", at)
	}
	b.Do(browsertest.Click(savedList+" li button:last-child"), chromedp.WaitNotPresent(savedList+" li"))
	if at, told := inPage(b, focused), b.Text("dialog [role=status]"); at != "Close" || !strings.Contains(told, "“Quay” is removed") {
		t.Errorf("after the last is removed the focus is on %q, and the list says %q", at, told)
	}
	b.Do(browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"), browsertest.Press("/"), chromedp.WaitVisible("dialog.jump"))
	if n := inPage(b, `document.querySelectorAll("#jump-list li").length`); n != "0" {
		t.Errorf("the jump box still lists %s", n)
	}
}

// What a page finds in the storage may be anybody's: it shows sound entries,
// says how many others there are, and leads nowhere else.
func TestAStorageOfRubbishBreaksNoPage(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	for stored, want := range map[string][2]string{
		`{"x": 1`: {"0", "1 of what is stored"},
		`[{"name":"a","address":"javascript:alert(1)"},{"name":"b","address":"//evil.example/"},{"name":"c","address":"/\t/evil.example"},{"name":"d","address":"/\\evil.example"},
			{"name":" ","address":"/"},{"name":1,"address":"/"},null,[],"x",{"name":"good","address":"/issues"}]`: {"1", "9 of what is stored"},
		`null`: {"0", "1 of what is stored"},
		`[]`:   {"0", "No view is saved"},
	} {
		b.Do(chromedp.Navigate(base+"/issues"), chromedp.WaitVisible("#saves button"))
		inPage(b, "localStorage.setItem('stancegraph-views', `"+strings.ReplaceAll(stored, `\`, `\\`)+"`)")
		b.Do(chromedp.Navigate(base+"/matrix"), chromedp.WaitVisible("#saves button"), browsertest.Press("v"), chromedp.WaitVisible("dialog.drawer"))
		if n, told := inPage(b, `document.querySelectorAll("dialog .saved a").length`), b.Text("dialog [role=status]"); n != want[0] || !strings.Contains(told, want[1]) {
			t.Errorf("%s: %s views, and the list says %q", stored, n, told)
		}
	}
}

// Where nothing can be kept the form says so, and what was typed stays.
func TestAStorageThatIsFullOrBlockedIsSaid(t *testing.T) {
	base, b := serveFixture(t), browsertest.New(t)
	for _, c := range []struct{ how, want string }{ // the last one fills the storage for good
		{`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }`, "full or blocked"},
		{`Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })`, "full or blocked"},
		{`localStorage.setItem("stancegraph-views", JSON.stringify(Array.from({length: 48}, (_, i) => ({name: "n", address: "/search?q=" + i}))))`, "48 saved views"},
	} {
		b.Do(chromedp.Navigate(base+"/issues"), chromedp.WaitVisible("#saves button"))
		inPage(b, c.how)
		b.Do(browsertest.Click("#saves button"), browsertest.Press("mine"), browsertest.Press(kb.Enter))
		if told, typed := b.Text(saving+" [role=status]"), inPage(b, `document.querySelector("#saves input").value`); !strings.Contains(told, c.want) || typed != "mine" {
			t.Errorf("%s: it says %q, and %q was typed", c.how, told, typed)
		}
	}
}

// The form and the list hold to the rules of the W3C, in both themes.
func TestSavedViewsAreAccessible(t *testing.T) {
	axe := browsertest.Axe(t)
	base, b := serveFixture(t), browsertest.NewQuiet(t)
	for _, theme := range []string{"light", "dark"} {
		b.Do(browsertest.Theme(theme), chromedp.Navigate(base+"/issues"), browsertest.Click("#saves button"), chromedp.WaitVisible(saving))
		check := func(what string) {
			for _, v := range b.Violations(axe) {
				t.Errorf("%s, %s: %s", what, theme, v)
			}
		}
		check("the form")
		b.Do(browsertest.Press("mine"), browsertest.Press(kb.Enter), chromedp.WaitNotPresent(saving), browsertest.Press("v"), chromedp.WaitVisible(savedList))
		check("the list")
		b.Do(browsertest.Press(kb.Escape), chromedp.WaitNotPresent("dialog"), browsertest.Press("/"), chromedp.WaitVisible("#jump-view-0"))
		check("the jump box")
	}
}
