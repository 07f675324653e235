package server

import (
	"cmp"
	"maps"
	"net/http/httptest"
	"os"
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
	return s.URL, append(paths, "/statements/"+snap.Statements[0].ID, "/query?q=1", "/add", "/sign-in", "/import/t1", "/import/t1?actor=country", "/review/harbour.md", "/export?issue=harbour",
		"/nothing", "/matrix?as-of=never", "/query?q=bad%0Aline", "/search?q=absent")
}

// TestEveryPageIsAccessible checks what a program can check of the rules of the
// W3C, on every page, in both themes.
func TestEveryPageIsAccessible(t *testing.T) {
	axe := browsertest.Axe(t)
	base, paths := everyView(t)
	b := browsertest.NewQuiet(t)
	b.Do(chromedp.EmulateViewport(1280, 900))
	for _, path := range paths {
		b.Do(chromedp.Navigate(base+path), chromedp.WaitVisible("h1"))
		for _, theme := range []string{"light", "dark"} {
			b.Do(browsertest.Theme(theme))
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
	open := func(path string) { b.Do(chromedp.Navigate(base+path), chromedp.WaitVisible("h1")) }
	for _, shape := range []struct {
		name, theme string
		width       int64
	}{{"light", "light", 1280}, {"dark", "dark", 1280}, {"360", "light", 360}} {
		b.Do(browsertest.Theme(shape.theme), chromedp.EmulateViewport(shape.width, 900))
		for _, path := range paths {
			open(path)
			b.Save(filepath.Join(dir, fileOf(path)+"-"+shape.name+".png"))
		}
	}
	for _, path := range paths {
		open(path)
		if err := os.WriteFile(filepath.Join(dir, fileOf(path)+"-print.pdf"), browsertest.Get(b, chromedp.PrintToPDF()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// fileOf is an address as the name of a file.
func fileOf(path string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune("/?&=%", r) {
			return '-'
		}
		return r
	}, path)
	return cmp.Or(strings.Trim(name, "-"), "front")
}
