package server

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// What readers ask for again and again is made of the next snapshot before they
// get it, is the page that is made when somebody asks, and is not shown before.
func TestPreparedPages(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	v := New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Now: now})
	ask := func(path string) *httptest.ResponseRecorder {
		q := newRequest(path)
		q.Header.Set("Accept-Encoding", "gzip")
		q.Header.Set("Cookie", "reviewer=Bea")
		w := httptest.NewRecorder()
		v.ServeHTTP(w, q)
		return w
	}
	often := []string{"/", "/matrix?actor=dubois", "/matrix.json", "/issues/harbour", "/timeline.svg?actor=dubois"}
	for _, path := range append(often, often...) {
		ask(path)
	}
	ask("/actors/dubois") // once
	ask("/search?q=mayor")
	shown, before := snap, ask("/matrix.json").Body.String()
	next := with(snap, codedPassage{"town", "rebuild", "2025-05-01", "signed", schema.Oppose, nil}.statement(t, snap.Codebook))
	v.Prepare(next)
	if ask("/matrix.json").Body.String() != before {
		t.Error("a page of the next snapshot is shown")
	}
	made := keptOf(next).byKey
	if len(made) != len(often) {
		t.Errorf("%d pages were made, %d were asked for again and again", len(made), len(often))
	}
	for key, e := range made {
		r := e.Value.(*keptPage).from
		if len(r.Header["Cookie"])+len(r.Header["Accept-Encoding"]) > 0 || r.snap != nil {
			t.Errorf("%q keeps who asked for it", key)
		}
	}
	snap = next
	if s := v.site.index.coming.Load(); s == nil || s.snap != next {
		t.Error("the next snapshot has no index")
	}
	if page := unzipped(t, ask("/search?q=mayor")); strings.Contains(page, "earlier version") {
		t.Error("the index is behind")
	}
	fresh := New(Config{Snapshot: func() *ledger.Snapshot { return next }, Now: now})
	for _, path := range often {
		q := newRequest(path)
		w := httptest.NewRecorder()
		fresh.ServeHTTP(w, q)
		if got := unzipped(t, ask(path)); got != w.Body.String() {
			t.Errorf("%s: prepared it is another page", path)
		}
	}
	if len(keptOf(shown).lately()) != len(often) {
		t.Error("what was asked for before has changed")
	}
}

// A page that the next snapshot does not have is not kept, and one that fails
// does not end the server.
func TestPreparedPagesThatAreNone(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	v := New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Now: now})
	fails := func(*request) (*page, error) { panic("on purpose") }
	gone := func(*request) (*page, error) { return nil, errMethod }
	for _, h := range []handler{fails, gone, home} {
		v.site.makeAnew(&request{Request: newRequest("/"), shape: formatHTML, handler: h}, snap)
	}
	if n := len(keptOf(snap).byKey); n != 1 {
		t.Errorf("%d pages are kept", n)
	}
}
