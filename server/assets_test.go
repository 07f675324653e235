package server

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// TestScriptsImportEachOtherByChecksum follows the imports from a page: none
// may lead to a plain name, which a browser would keep when the file changes.
func TestScriptsImportEachOtherByChecksum(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/matrix", http.StatusOK)
	asked := map[string]bool{}
	for _, l := range page.tags("link") {
		if l.attr("rel") == "modulepreload" {
			asked[l.attr("href")] = true
		}
	}
	imported := map[string]bool{}
	queue := []string{page.tags("script")[0].attr("src")}
	for len(queue) > 0 {
		w := s.ask(t, http.MethodGet, queue[0])
		if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Fatalf("%s: status %d, %q", queue[0], w.Code, w.Header().Get("Cache-Control"))
		}
		queue = queue[1:]
		for _, m := range regexp.MustCompile(`(?m)^import .*"\./(.*)";$`).FindAllStringSubmatch(w.Body.String(), -1) {
			to := "/static/" + m[1]
			if !regexp.MustCompile(`-[0-9a-f]{12}\.js$`).MatchString(to) {
				t.Errorf("%s is imported by a name without a checksum", to)
			}
			if !imported[to] {
				imported[to], queue = true, append(queue, to)
			}
		}
	}
	if len(imported) < 3 || len(imported) != len(asked) {
		t.Errorf("%d modules are imported, and %d asked for in advance", len(imported), len(asked))
	}
	for to := range imported {
		if !asked[to] {
			t.Errorf("%s is not asked for in advance", to)
		}
	}
}
