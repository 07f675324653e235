package server

import (
	"net/http"
	"strings"
	"testing"
)

// facetOf is the list of a facet, by its name.
func facetOf(t *testing.T, page *node, name string) *node {
	t.Helper()
	for _, f := range page.class("facet") {
		if f.tags("h3")[0].text() == name {
			return f
		}
	}
	t.Fatalf("no facet %q", name)
	return nil
}

func TestFacetsAreCountedWhereTheyAreOpenedAndFollowTheFilter(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	closed := s.page(t, "/matrix?rows=actors&coder=ada", http.StatusOK)
	if len(closed.class("facet")) != 0 {
		t.Fatal("facets are counted that nobody opened")
	}
	address, _, _ := strings.Cut(closed.id("facets").tags("a")[0].attr("href"), "#")
	open := s.page(t, address, http.StatusOK)
	mode := facetOf(t, open, "mode").text()
	if !strings.Contains(mode, "reported speech 10 statements") || !strings.Contains(mode, "quotation 1 statements") {
		t.Errorf("modes of the coder: %s", mode)
	}
	quote := facetOf(t, open, "mode").tags("li")[1]
	chosen := s.page(t, quote.tags("a")[0].attr("href"), http.StatusOK)
	if lede := chosen.class("lede")[0].text(); !strings.Contains(lede, "where coder is ada and mode is quotation") || !strings.Contains(lede, "1 of 5 statements") {
		t.Errorf("the selection reads %q", lede)
	}
	if len(facetOf(t, chosen, "mode").class("chosen")) != 1 {
		t.Error("the chosen value is not marked, or its neighbours have gone")
	}
	excluded := s.page(t, quote.tags("a")[1].attr("href"), http.StatusOK)
	chips := excluded.class("chip")
	if last := chips[len(chips)-1].text(); !strings.HasPrefix(last, "not mode quotation include") {
		t.Errorf("the chip reads %q", last)
	}
	if !strings.Contains(excluded.class("lede")[0].text(), "mode is not quotation") {
		t.Error("the sentence does not say what is excluded")
	}
}
