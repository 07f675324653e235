package server

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// What other sites may show: pictures, and only of a server that everybody may
// read.
func TestOtherSitesShowPicturesOfAPublicServerAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		access Access
		shown  []string
	}{
		{Access{}, nil},
		{Access{Token: testToken}, nil},
		{Access{Token: testToken, PublicRead: true}, []string{"/matrix.png", "/matrix.svg", "/network.svg", "/timeline.svg?actor=dubois"}},
	} {
		s, _ := withAccess(t, c.access)
		for _, path := range []string{"/matrix.png", "/matrix.svg", "/network.svg", "/timeline.svg?actor=dubois",
			"/matrix.pdf", "/matrix", "/matrix.json", "/matrix.csv", "/matrix.svg?as-of=2020-01-01", "/matrix.svg?as-of=never", "/nothing.svg", "/sources.png", "/favicon.ico", "/help/views"} {
			for _, packed := range []string{"gzip", ""} { // kept, and made anew
				for range 2 {
					w := asked(s, http.MethodGet, path, bearing(testToken), func(r *http.Request) { r.Header.Set("Accept-Encoding", packed) })
					want := "same-origin"
					if slices.Contains(c.shown, path) {
						want = "cross-origin"
					}
					if got := w.Header().Values("Cross-Origin-Resource-Policy"); len(got) != 1 || got[0] != want {
						t.Errorf("public %v: %s, status %d: %q, want %s", c.access.PublicRead, path, w.Code, got, want)
					}
				}
			}
		}
		if w := asked(s, http.MethodGet, "/matrix.svg"); c.access.Token != "" && !c.access.PublicRead && (w.Code != http.StatusUnauthorized || w.Header().Get("Cross-Origin-Resource-Policy") != "same-origin") {
			t.Errorf("without the token: status %d, %v", w.Code, w.Header())
		}
	}
}

// The snippets show the picture and lead to the view, whatever its title is.
func TestSnippetsAreWholeAndEscaped(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	for i := range snap.Codebook.Issues {
		if snap.Codebook.Issues[i].ID == "harbour" {
			snap.Codebook.Issues[i].Label = `"><script>alert('x')</script></textarea>&amp;`
		}
	}
	public := serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Access: Access{Token: testToken, PublicRead: true}})}
	const path = "/matrix?issue=harbour&rows=actors"
	page := public.page(t, path, http.StatusOK)
	full := page.class("permalink")[0].attr("href")
	for _, kind := range []string{"live", "pinned"} {
		field := page.id("embed-" + kind)
		if field == nil || !field.has("readonly") {
			t.Fatalf("%s: no field that is only read", kind)
		}
		snippet := field.raw()
		if copied := page.all(func(n *node) bool { return n.attr("data-copy") == snippet }); len(copied) != 1 {
			t.Errorf("%s: %d buttons copy it", kind, len(copied))
		}
		shown := parse(t, "<body>"+snippet)
		a, img := shown.tags("a"), shown.tags("img")
		if len(a) != 1 || len(img) != 1 || len(shown.tags("script")) != 0 || shown.text() != "" {
			t.Fatalf("%s: %s", kind, snippet)
		}
		if a[0].attr("href") != full || !slices.Contains(a[0].tags("img"), img[0]) {
			t.Errorf("%s leads to %s, want %s", kind, a[0].attr("href"), full)
		}
		if alt := img[0].attr("alt"); !strings.HasPrefix(alt, `"><script>alert('x')</script></textarea>&amp;, positions as of 31 March 2025`) {
			t.Errorf("%s is told as %q", kind, alt)
		}
		src := img[0].attr("src")
		if kind == "live" {
			local, ok := strings.CutPrefix(src, "http://127.0.0.1")
			if w := public.ask(t, http.MethodGet, local); !ok || w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/svg+xml" {
				t.Errorf("live shows %s: status %d", src, w.Code)
			}
		} else if saved := page.all(func(n *node) bool { return n.attr("download") == src }); len(saved) != 1 || !strings.Contains(src, snap.Version) {
			t.Errorf("pinned shows %s, and %d links download it", src, len(saved))
		}
	}
	closed := serve(t, snap).page(t, path, http.StatusOK)
	if closed.id("embed-live") != nil || closed.id("embed-pinned") == nil || !strings.Contains(closed.id("export-menu").text(), "only where everybody may read it") {
		t.Error("a server that not everybody may read offers a live picture, or does not say why not")
	}
	if none := public.page(t, "/sources", http.StatusOK); none.id("embed-pinned") != nil {
		t.Error("a page without a picture offers one for another site")
	}
}
