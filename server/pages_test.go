package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// crawl follows every link inside the site from the front page, and returns
// the pages by address. Every one of them must answer. Of each page it takes
// one PNG and one PDF, since an SVG draws the same and sooner, and of each path
// at most as many addresses as there are ways to ask.
func crawl(t *testing.T, s serving) map[string]*node {
	t.Helper()
	pages, queue := map[string]*node{}, []string{"/"}
	drawn, asked := map[string]bool{}, map[string]int{}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if _, seen := pages[path]; seen || len(pages) > 600 {
			continue
		}
		file, _, _ := strings.Cut(path, "?")
		if asked[file]++; asked[file] > 60 {
			continue
		}
		if strings.HasSuffix(file, ".png") || strings.HasSuffix(file, ".pdf") {
			if drawn[file] {
				continue
			}
			drawn[file] = true
		}
		w := s.ask(t, http.MethodGet, path)
		if w.Code != http.StatusOK {
			t.Errorf("GET %s: status %d", path, w.Code)
			continue
		}
		pages[path] = nil
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || w.Header().Get("Content-Disposition") != "" {
			continue
		}
		pages[path] = parse(t, w.Body.String())
		queue = append(queue, linksIn(t, path, pages[path])...)
	}
	return pages
}

// linksIn are the addresses on the same host that a page leads to.
func linksIn(t *testing.T, base string, page *node) []string {
	t.Helper()
	from, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, n := range page.tags("a", "link", "script") {
		if n.attr("rel") == "nofollow" { // another arrangement of the same page: there is no end to them
			continue
		}
		href := n.attr("href") + n.attr("src")
		to, err := from.Parse(href)
		if err != nil {
			t.Errorf("%s: link %q: %v", base, href, err)
			continue
		}
		if to.Host == "" {
			to.Fragment, to.RawFragment = "", ""
			list = append(list, to.String())
		}
	}
	return list
}

func TestEveryLinkLeadsToAPage(t *testing.T) {
	t.Parallel()
	pages := crawl(t, serve(t, fixture(t)))
	for _, want := range []string{"/matrix", "/issues", "/actors", "/sources", "/help/positions", "/issues/harbour", "/actors/dubois"} {
		if pages[want] == nil {
			t.Errorf("no link leads to %s", want)
		}
	}
}

func TestEveryFragmentNamesAnElement(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	pages := crawl(t, s)
	for path, page := range pages {
		if page == nil {
			continue
		}
		for _, a := range page.tags("a") {
			to, err := url.Parse(a.attr("href"))
			if err != nil || to.Fragment == "" || to.Host != "" || a.attr("rel") == "nofollow" {
				continue
			}
			target := page
			if to.Path != "" {
				fragment := to.Fragment
				to.Fragment = ""
				target, to.Fragment = pages[to.String()], fragment
			}
			if target == nil || target.id(to.Fragment) == nil {
				t.Errorf("%s: %q names no element", path, a.attr("href"))
			}
		}
	}
}

func TestPagesAreWellBuilt(t *testing.T) {
	t.Parallel()
	for name, snapshot := range map[string]*ledger.Snapshot{"with data": fixture(t), "empty": nil} {
		for path, page := range crawl(t, serve(t, snapshot)) {
			if page == nil {
				continue
			}
			for _, problem := range structure(page) {
				t.Errorf("%s: %s: %s", name, path, problem)
			}
		}
	}
}

// structure lists what is wrong with a page for those who do not see it.
func structure(page *node) []string {
	var wrong []string
	check := func(ok bool, what string) {
		if !ok {
			wrong = append(wrong, what)
		}
	}
	check(page.tags("html")[0].attr("lang") == "en", "no language")
	title := page.tags("head")[0].tags("title")
	check(len(title) == 1 && title[0].text() != "", "not exactly one title")
	check(len(page.tags("h1")) == 1, "not exactly one h1")
	for _, landmark := range []string{"header", "nav", "main", "footer"} {
		check(len(page.tags(landmark)) > 0, "no "+landmark)
	}
	check(len(page.tags("main")) == 1, "not exactly one main")
	first := page.tags("body")[0].tags("a")[0]
	check(first.attr("href") == "#main" && page.id("main") != nil, "the first link does not skip to the content")
	wrong = append(wrong, headingOrder(page)...)
	wrong = append(wrong, names(page)...)
	wrong = append(wrong, duplicates(page)...)
	for _, n := range page.all(func(n *node) bool { return n.has("style") || n.has("onclick") || n.has("onload") }) {
		wrong = append(wrong, "inline style or script on "+n.Data)
	}
	for _, n := range page.tags("script", "style") {
		check(n.attr("src") != "" && n.raw() == "", "inline "+n.Data)
	}
	for _, n := range page.all(func(n *node) bool { return n.has("tabindex") }) {
		check(n.attr("tabindex") == "0" || n.attr("tabindex") == "-1", "positive tabindex")
	}
	return wrong
}

// headingOrder reports headings that skip a level.
func headingOrder(page *node) []string {
	level := 0
	for _, h := range page.tags("h1", "h2", "h3", "h4") {
		next := int(h.Data[1] - '0')
		if next > level+1 {
			return []string{"heading " + h.text() + " skips a level"}
		}
		level = next
	}
	return nil
}

// names reports fields, links and landmarks that nothing names.
func names(page *node) []string {
	var wrong []string
	labels := map[string]bool{}
	for _, l := range page.tags("label") {
		labels[l.attr("for")] = l.text() != ""
	}
	for _, n := range page.tags("input", "select", "textarea") {
		if n.attr("type") != "hidden" && !labels[n.attr("id")] {
			wrong = append(wrong, "field without a label: "+n.attr("name"))
		}
	}
	for _, n := range page.tags("a", "button", "summary", "th") {
		if n.text() == "" && n.attr("aria-label") == "" {
			wrong = append(wrong, n.Data+" without a name: "+n.attr("href"))
		}
	}
	for _, n := range page.all(func(n *node) bool { return n.has("aria-labelledby") || n.has("aria-describedby") }) {
		for _, id := range strings.Fields(n.attr("aria-labelledby") + " " + n.attr("aria-describedby")) {
			if page.id(id) == nil {
				wrong = append(wrong, "aria refers to missing "+id)
			}
		}
	}
	return wrong
}

func duplicates(page *node) []string {
	seen, wrong := map[string]bool{}, []string(nil)
	for _, n := range page.all(func(n *node) bool { return n.has("id") }) {
		if seen[n.attr("id")] && !slices.Contains(wrong, "id twice: "+n.attr("id")) {
			wrong = append(wrong, "id twice: "+n.attr("id"))
		}
		seen[n.attr("id")] = true
	}
	return wrong
}
