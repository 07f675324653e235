package server

import (
	"encoding/json"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// serving is a handler over a snapshot, asked without a network.
type serving struct {
	http.Handler
}

// now is when the tests are.
func now() time.Time { return time.Date(2026, 11, 2, 12, 0, 0, 0, time.UTC) }

func serve(t testing.TB, s *ledger.Snapshot) serving {
	t.Helper()
	return serving{New(Config{Snapshot: func() *ledger.Snapshot { return s }, Now: now, Version: "test"})}
}

func (s serving) ask(t testing.TB, method, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1"+path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// page asks for a page and parses it; it must have the given status.
func (s serving) page(t testing.TB, path string, status int) *node {
	t.Helper()
	w := s.ask(t, http.MethodGet, path)
	if w.Code != status {
		t.Fatalf("GET %s: status %d, want %d\n%s", path, w.Code, status, w.Body)
	}
	return parse(t, w.Body.String())
}

func (s serving) json(t testing.TB, path string, into any) {
	t.Helper()
	w := s.ask(t, http.MethodGet, path)
	if got := w.Header().Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Fatalf("GET %s: content type %q\n%s", path, got, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
		t.Fatalf("GET %s: %v", path, err)
	}
}

// node is a parsed element with the few questions that tests ask.
type node html.Node

func parse(t testing.TB, s string) *node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return (*node)(n)
}

func (n *node) attr(key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (n *node) has(key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// all returns the elements for which the test holds, in document order.
func (n *node) all(test func(*node) bool) []*node {
	var list []*node
	for d := range (*html.Node)(n).Descendants() {
		if d.Type == html.ElementNode && test((*node)(d)) {
			list = append(list, (*node)(d))
		}
	}
	return list
}

func (n *node) tags(names ...string) []*node {
	return n.all(func(d *node) bool {
		for _, name := range names {
			if d.Data == name {
				return true
			}
		}
		return false
	})
}

func (n *node) class(name string) []*node {
	return n.all(func(d *node) bool { return strings.Contains(" "+d.attr("class")+" ", " "+name+" ") })
}

func (n *node) id(id string) *node {
	if list := n.all(func(d *node) bool { return d.attr("id") == id }); len(list) == 1 {
		return list[0]
	}
	return nil
}

// descendants are the nodes inside an element, texts included.
func (n *node) descendants() iter.Seq[*html.Node] { return (*html.Node)(n).Descendants() }

// raw is the text of an element without what the test leaves out.
func (n *node) raw(without ...string) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(d *html.Node) {
		for _, tag := range without {
			if d.Type == html.ElementNode && d.Data == tag {
				return
			}
		}
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		for c := d.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk((*html.Node)(n))
	return b.String()
}

// text is what a reader reads, with spaces folded.
func (n *node) text() string { return strings.Join(strings.Fields(n.raw()), " ") }

func newRequest(path string) *http.Request {
	return httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
}
