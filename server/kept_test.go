package server

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func unzipped(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A kept page is the page that is made anew, until there is a newer snapshot or
// another day.
func TestKeptPageIsThePage(t *testing.T) {
	t.Parallel()
	snap, day := fixture(t), time.Date(2025, 6, 1, 12, 0, 0, 0, time.UTC)
	h := New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Now: func() time.Time { return day }})
	ask := func(path string, headers ...string) *httptest.ResponseRecorder {
		q := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
		for i := 0; i < len(headers); i += 2 {
			q.Header.Set(headers[i], headers[i+1])
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, q)
		return w
	}
	for _, path := range []string{"/", "/matrix", "/matrix.json", "/matrix.csv", "/actors/dubois", "/issues/harbour?rows=actors", "/timeline.svg?actor=dubois"} {
		anew := ask(path)
		if anew.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: compressed for somebody who does not take it", path)
		}
		for _, which := range []string{"first", "second"} {
			w := ask(path, "Accept-Encoding", "gzip")
			h := w.Header()
			if h.Get("Content-Type") != anew.Header().Get("Content-Type") || h.Get("ETag") != anew.Header().Get("ETag") || h.Get("Content-Length") != fmt.Sprint(w.Body.Len()) {
				t.Errorf("%s: the %s time the headers are %v, made anew %v", path, which, h, anew.Header())
			}
			if unzipped(t, w) != anew.Body.String() {
				t.Errorf("%s: the %s time it is another page", path, which)
			}
		}
		if w := ask(path, "Accept-Encoding", "gzip", "If-None-Match", anew.Header().Get("ETag")); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
			t.Errorf("%s: status %d and %d bytes for somebody who has it", path, w.Code, w.Body.Len())
		}
	}
	before := unzipped(t, ask("/matrix", "Accept-Encoding", "gzip"))
	day = day.AddDate(0, 0, 1)
	if unzipped(t, ask("/matrix", "Accept-Encoding", "gzip")) == before {
		t.Error("a day later the citation still has the day before")
	}
	before = unzipped(t, ask("/matrix", "Accept-Encoding", "gzip"))
	snap = with(snap, codedPassage{"town", "rebuild", "2025-05-01", "signed", schema.Oppose, nil}.statement(t, snap.Codebook))
	if unzipped(t, ask("/matrix", "Accept-Encoding", "gzip")) == before {
		t.Error("the page is of the snapshot before")
	}
	if w := ask("/matrix?as-of=never", "Accept-Encoding", "gzip"); w.Code != http.StatusBadRequest || w.Header().Get("Content-Encoding") != "" {
		t.Errorf("an error: status %d, encoding %q", w.Code, w.Header().Get("Content-Encoding"))
	}
}

func TestKeptPagesAreBounded(t *testing.T) {
	t.Parallel()
	k := newKeptPages()
	body := make([]byte, maxKept/20)
	for i := range 40 {
		k.put(&keptPage{key: fmt.Sprint(i), zipped: body})
		k.get("0") // is asked for again and again
	}
	if k.size > maxKept || k.newest.Len() != len(k.byKey) || len(k.byKey) != 19 {
		t.Errorf("%d bytes of %d pages are kept", k.size, len(k.byKey))
	}
	if k.get("0") == nil || k.get("39") == nil || k.get("1") != nil {
		t.Error("what is asked for last is not what is kept")
	}
	if _, made := k.claim("x"); made == nil {
		t.Error("nobody is to make a page that is not there")
	} else {
		got := make(chan *keptPage)
		go func() { p, _ := k.claim("x"); got <- p }()
		k.put(&keptPage{key: "x", zipped: []byte("made")})
		made()
		if p := <-got; p == nil || string(p.zipped) != "made" {
			t.Errorf("who waited for a page got %v", p)
		}
	}
	k.put(&keptPage{key: "large", zipped: make([]byte, maxKept/10)})
	if k.get("large") != nil {
		t.Error("a page that would drive out many others is kept")
	}
}
