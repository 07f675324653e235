package server

import (
	"maps"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/server/browsertest"
)

// everyView is one address of each page that there is, those that take forms
// and those of errors among them.
func everyView(t *testing.T) (base string, paths []string) {
	t.Helper()
	snap := fixture(t)
	s := httptest.NewServer(New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo, Desk: &notes{}, Export: telling}))
	t.Cleanup(s.Close)
	paths = slices.Sorted(maps.Keys(everyPage))
	return s.URL, append(paths, "/statements/"+snap.Statements[0].ID, "/query?q=1", "/add", "/review/harbour.md", "/export?issue=harbour",
		"/nothing", "/matrix?as-of=never", "/query?q=bad%0Aline", "/search?q=absent")
}

// TestEveryPageIsAccessible checks what a program can check of the rules of the
// W3C, on every page, in both themes.
func TestEveryPageIsAccessible(t *testing.T) {
	axe := browsertest.Axe(t)
	base, paths := everyView(t)
	b := browsertest.NewQuiet(t)
	for _, theme := range []string{"light", "dark"} {
		b.Do(browsertest.Theme(theme), chromedp.EmulateViewport(1280, 900))
		for _, path := range paths {
			b.Do(chromedp.Navigate(base+path), chromedp.WaitVisible("h1"))
			for _, v := range b.Violations(axe) {
				t.Errorf("%s, %s: %s", path, theme, v)
			}
		}
	}
}

// TestScreenshots keeps every page in four shapes, for people to look at.
func TestScreenshots(t *testing.T) {
	dir := browsertest.Screenshots(t)
	base, paths := everyView(t)
	b := browsertest.NewQuiet(t)
	for _, shape := range []struct {
		name  string
		width int64
		set   chromedp.Action[chromedp.Void]
	}{
		{"light", 1280, browsertest.Theme("light")}, {"dark", 1280, browsertest.Theme("dark")}, {"360", 360, browsertest.Theme("light")}, {"print", 794, browsertest.OnPaper()},
	} {
		b.Do(shape.set, chromedp.EmulateViewport(shape.width, 900))
		for _, path := range paths {
			b.Do(chromedp.Navigate(base+path), chromedp.WaitVisible("h1"))
			name := strings.Trim(strings.Map(func(r rune) rune {
				if strings.ContainsRune("/?&=%", r) {
					return '-'
				}
				return r
			}, path), "-")
			if name == "" {
				name = "front"
			}
			b.Save(filepath.Join(dir, name+"-"+shape.name+".png"))
		}
	}
}
