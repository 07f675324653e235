package server

import (
	"net/http"
	"net/url"
	"testing"
)

// Matrix, timeline and network lead to each other with the same selection.
func TestOtherViewsKeepTheSelection(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	rowsIn := map[string][2]string{"/matrix": {"rows", "actors"}, "/timeline": {"rows", "actors"}, "/network": {"var1", "actor"}}
	const selection = "as-of=2025-03-01&issue=harbour&coder=ada"
	for from, own := range rowsIn {
		page := s.page(t, from+"?"+own[0]+"="+own[1]+"&"+selection, http.StatusOK)
		seen := map[string]bool{}
		for _, a := range page.tags("a") {
			to, err := url.Parse(a.attr("href"))
			if err != nil {
				t.Fatal(err)
			}
			want := rowsIn[to.Path]
			if text := a.text(); to.Path == from || text != "Matrix" && text != "Timeline" && text != "Network" || to.RawQuery == "" {
				continue
			}
			seen[to.Path] = true
			q := to.Query()
			if q.Get(want[0]) != want[1] || q.Get("as-of") != "2025-03-01" || q.Get("issue") != "harbour" || q.Get("coder") != "ada" {
				t.Errorf("from %s, %s loses the selection", from, to)
			}
			s.page(t, to.String(), http.StatusOK)
		}
		if len(seen) != 2 {
			t.Errorf("%s leads to %v", from, seen)
		}
	}
}
