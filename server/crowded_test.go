package server

import (
	"net/http"
	"strings"
	"testing"
)

// A page of very many things shows some of them, says how many there are and
// leads to the rest; the JSON has all.
func TestPagesOfVeryManyThings(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 3, 2, 120))
	seen := map[string]bool{}
	for path, want := range map[string]int{"/issues/issue-0": 20, "/issues/issue-0?page=2": 20, "/issues/issue-0?page=3": 20, "/issues/issue-0?page=4": 20, "/issues/issue-0?page=5": 20, "/issues/issue-0?page=6": 20} {
		list := s.page(t, path, http.StatusOK).class("proposition")
		if len(list) != want {
			t.Errorf("%s: %d propositions, want %d", path, len(list), want)
		}
		for _, n := range list {
			seen[n.attr("id")] = true
		}
	}
	if len(seen) != 120 {
		t.Errorf("the pages of an issue show %d of 120 propositions", len(seen))
	}
	if s.page(t, "/issues/issue-0?page=9", http.StatusOK).class("proposition")[0].attr("id") != s.page(t, "/issues/issue-0?page=6", http.StatusOK).class("proposition")[0].attr("id") {
		t.Error("a page beyond the last is not the last")
	}
	var answer struct{ Positions []any }
	s.json(t, "/actors/actor-000.json", &answer)
	if len(answer.Positions) != 240 {
		t.Errorf("the JSON of an actor has %d of 240 positions", len(answer.Positions))
	}
	page := s.page(t, "/actors/actor-000", http.StatusOK)
	if n := len(page.class("standpoints")[0].tags("li")); n != pointsShown || !strings.Contains(page.text(), "70 more propositions") {
		t.Errorf("an actor with %d positions on an issue, of 120; the rest is not spoken of", n)
	}
	if text := s.page(t, "/", http.StatusOK).text(); !strings.Contains(text, "140 more sources") || !strings.Contains(text, "from 240 sources") {
		t.Errorf("the front page does not speak of the other sources: %s", text)
	}
	if text := s.page(t, "/issues", http.StatusOK).text(); strings.Count(text, "all 120 propositions") != 2 {
		t.Errorf("the list of issues does not speak of the other propositions: %s", text)
	}
	for path, kind := range map[string]string{"/issues.json": "propositions", "/codebook.json": "propositions", "/index.json": "propositions"} {
		var all struct{ Issues []map[string]any }
		s.json(t, path, &all)
		if n := len(all.Issues[0][kind].([]any)); n != 120 {
			t.Errorf("%s has %d of 120 propositions", path, n)
		}
	}
}

// Pages of a list put together are the list, by the links that they have; a page
// beyond the last is the last.
func TestListsComeInPagesThatLoseNothing(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 3, 2, 120))
	for first, want := range map[string]struct {
		items func(*node) []*node
		pages int
		all   int
	}{
		"/sources":                {func(page *node) []*node { return page.tags("tbody")[0].tags("th") }, 3, 240},
		"/actors/actor-000":       {entries, 5, 240},
		"/codebook?issue=issue-1": {func(page *node) []*node { return page.class("terms")[0].tags("dt") }, 3, 120},
	} {
		seen, pages := map[string]bool{}, 0
		for path := first; path != ""; pages++ {
			page := s.page(t, path, http.StatusOK)
			for _, item := range want.items(page) {
				href := linkNamed(item, "statement")
				if href == "" {
					href = item.tags("a")[0].attr("href")
				}
				seen[href] = true
			}
			path = nextIn(page)
		}
		if pages != want.pages || len(seen) != want.all {
			t.Errorf("%s: %d pages with %d entries, want %d with %d", first, pages, len(seen), want.pages, want.all)
		}
		beyond := first + "?page=99"
		if strings.Contains(first, "?") {
			beyond = first + "&page=99"
		}
		if items := want.items(s.page(t, beyond, http.StatusOK)); len(items) == 0 {
			t.Errorf("%s is empty", beyond)
		}
	}
	many := serve(t, votes(t, 120, 1, 1))
	p := many.page(t, "/issues/issue-0", http.StatusOK).class("proposition")[0].tags("a")[0].attr("href")
	source := many.page(t, "/sources", http.StatusOK).tags("tbody")[0].tags("a")[0].attr("href")
	for first, items := range map[string]func(*node) []*node{p: entries, source: func(page *node) []*node { return page.class("notes")[0].tags("li") }} {
		seen, pages := map[string]bool{}, 0
		for path := first; path != ""; pages++ {
			page := many.page(t, path, http.StatusOK)
			for _, item := range items(page) {
				seen[linkNamed(item, "statement")] = true
			}
			path = nextIn(page)
		}
		if pages != 3 || len(seen) != 120 {
			t.Errorf("%s: %d pages with %d statements, want 3 with 120", first, pages, len(seen))
		}
	}
	for _, path := range []string{"/codebook", "/codebook?issue=issue-0"} {
		if text := s.page(t, path, http.StatusOK).text(); !strings.Contains(text, "360 statements") {
			t.Errorf("%s does not count the statements on what it leaves out: %s", path, text)
		}
	}
	if text := many.page(t, source, http.StatusOK).text(); !strings.Contains(text, "120 statements cite it") {
		t.Errorf("a source that is only cited says otherwise: %s", text)
	}
	s.page(t, "/codebook?issue=nothing", http.StatusNotFound)
	s.page(t, "/sources?page=0", http.StatusBadRequest)
}

// entries are the statements in a list of them.
func entries(page *node) []*node { return page.class("ledger")[0].tags("li") }

func linkNamed(n *node, text string) string {
	for _, a := range n.tags("a") {
		if a.text() == text {
			return a.attr("href")
		}
	}
	return ""
}

// nextIn is the address of the page after, "" on the last.
func nextIn(page *node) string {
	for _, nav := range page.class("pager") {
		for _, a := range nav.tags("a") {
			if a.attr("rel") == "next" {
				path, _, _ := strings.Cut(a.attr("href"), "#")
				return path
			}
		}
	}
	return ""
}

// Of a side that very many take the page of an issue shows some, and leads to
// all of them.
func TestSidesThatManyTakeAreCut(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 150, 1, 1))
	page := s.page(t, "/issues/issue-0", http.StatusOK)
	held := page.class("sides")[0].tags("dd")[0]
	if n := len(held.class("holder")); n != holdersShown || !strings.Contains(held.text(), "all 60") {
		t.Fatalf("%d of 60 holders are shown: %s", n, held.text())
	}
	whole := s.page(t, held.class("onward")[0].attr("href"), http.StatusOK)
	if n := len(whole.class("sides")[0].tags("dd")[0].class("holder")); n != 60 {
		t.Errorf("the page of the proposition shows %d of 60", n)
	}
}
