package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/", "/matrix", "/matrix.json", "/matrix.csv", "/nothing", "/matrix?as-of=never", "/favicon.ico", s.page(t, "/", 200).tags("script")[0].attr("src")} {
		h := s.ask(t, http.MethodGet, path).Header()
		csp := h.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"} {
			if !strings.Contains(csp, part) {
				t.Errorf("%s: policy lacks %s: %q", path, part, csp)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "http") || strings.Contains(csp, "*") {
			t.Errorf("%s: policy is too wide: %q", path, csp)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: nosniff or referrer policy is missing", path)
		}
	}
}
