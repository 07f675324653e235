package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// Compressed bytes that the page of the matrix may take in all, and its scripts.
const (
	pageWeight   = 60_000
	scriptWeight = 25_000
)

func TestMatrixPageIsLightAndAsksNoOtherHost(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	weigh := func(path string) int {
		w := s.ask(t, http.MethodGet, path, "Accept-Encoding", "gzip")
		if w.Code != http.StatusOK || w.Header().Get("Content-Encoding") != "gzip" {
			t.Errorf("%s: status %d, encoding %q", path, w.Code, w.Header().Get("Content-Encoding"))
		}
		return w.Body.Len()
	}
	const path = "/matrix?issue=harbour&rows=actors"
	total, scripts, seen := weigh(path), 0, map[string]bool{}
	for _, n := range s.page(t, path, http.StatusOK).tags("link", "script", "img", "iframe", "object") {
		address := n.attr("href") + n.attr("src")
		to, err := url.Parse(address)
		if err != nil || to.Host != "" {
			t.Errorf("the page asks %q", address)
		}
		if !strings.HasPrefix(address, "/static/") || seen[address] {
			continue
		}
		seen[address] = true
		n := weigh(address)
		total += n
		if strings.HasSuffix(address, ".js") {
			scripts += n
		}
	}
	t.Logf("%d bytes in all, %d of scripts", total, scripts)
	if total > pageWeight || scripts > scriptWeight {
		t.Errorf("%d bytes in all, %d of scripts; the limits are %d and %d", total, scripts, pageWeight, scriptWeight)
	}
}
