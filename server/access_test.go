package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

const testToken = "a-token-of-more-than-twenty-letters"

func withAccess(t testing.TB, access Access) (serving, *notes) {
	t.Helper()
	snap, n := fixture(t), &notes{}
	now := func() time.Time { return time.Date(2025, 5, 1, 0, 0, 0, 0, time.UTC) }
	return serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo, Desk: n, Access: access, Now: now})}, n
}

func asked(s serving, method, path string, change ...func(*http.Request)) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+path, nil)
	for _, f := range change {
		f(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func bearing(token string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) }
}

// Without the token nothing of the graph is told, whatever is asked for.
func TestTokenIsAskedForEverywhere(t *testing.T) {
	t.Parallel()
	s, desk := withAccess(t, Access{Token: testToken})
	for path := range everyPage {
		for _, f := range []format{formatHTML, formatJSON} {
			w := asked(s, http.MethodGet, inFormat(path, f))
			if w.Code != http.StatusUnauthorized || !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer") {
				t.Errorf("%s as %s: status %d", path, f, w.Code)
			}
			for _, secret := range []string{"okafor", "Dubois", "rebuild it", "harbour/2"} {
				if strings.Contains(strings.ToLower(strings.ReplaceAll(w.Body.String(), url.QueryEscape(path), "")), strings.ToLower(secret)) && !strings.Contains(strings.ToLower(path), strings.ToLower(secret)) {
					t.Errorf("%s as %s tells of %s", path, f, secret)
				}
			}
		}
		if w := asked(s, http.MethodGet, path, bearing(testToken)); w.Code != http.StatusOK {
			t.Errorf("%s with the token: status %d", path, w.Code)
		}
	}
	for _, wrong := range []string{"", "x", testToken[1:], testToken + "x", strings.ToUpper(testToken)} {
		if w := asked(s, http.MethodGet, "/data.json", bearing(wrong)); w.Code != http.StatusUnauthorized {
			t.Errorf("the token %q: status %d", wrong, w.Code)
		}
	}
	for _, path := range []string{"/add", "/import", "/demonstration", "/reviewer", "/review/harbour.md", "/nothing"} {
		if w := posted(t, s, path, url.Values{"text": {"x"}}); w.Code != http.StatusUnauthorized {
			t.Errorf("POST %s: status %d", path, w.Code)
		}
	}
	if w := asked(s, http.MethodGet, s.page(t, signInPath, http.StatusOK).tags("script")[0].attr("src")); w.Code != http.StatusOK {
		t.Errorf("the sign-in page has no script: status %d", w.Code)
	}
	if len(desk.articles)+len(desk.imported)+desk.demo != 0 {
		t.Errorf("something was written: %+v", desk)
	}
}

func TestEverybodyReadsAndTheTokenWrites(t *testing.T) {
	t.Parallel()
	s, desk := withAccess(t, Access{Token: testToken, PublicRead: true})
	for path := range everyPage {
		if w := asked(s, http.MethodGet, path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
	if w := posted(t, s, "/add", url.Values{"text": {"x"}}); w.Code != http.StatusUnauthorized || len(desk.articles) != 0 {
		t.Errorf("an article of nobody: status %d", w.Code)
	}
	if w := posted(t, s, "/add", url.Values{"text": {"x"}}, bearing(testToken)); w.Code != http.StatusSeeOther || len(desk.articles) != 1 {
		t.Errorf("an article with the token: status %d", w.Code)
	}
	for _, path := range []string{"/add", "/review/harbour.md"} {
		if page := s.page(t, path, http.StatusOK).tags("main")[0]; len(page.tags("form")) != 0 || !strings.Contains(page.text(), "Sign in") {
			t.Errorf("%s offers a form to who is not signed in, or does not say how to", path)
		}
	}
}

func TestWhoSignsInIsLetInUntilTheyLeave(t *testing.T) {
	t.Parallel()
	s, _ := withAccess(t, Access{Token: testToken})
	page := s.page(t, "/matrix?issue=harbour", http.StatusUnauthorized)
	to := page.id("token").Parent // of the field; the form has the hidden one
	if to == nil || !strings.Contains(page.text(), "this needs the token of the server") {
		t.Fatalf("the page says %.300s", page.text())
	}
	if w := posted(t, s, signInPath, url.Values{"token": {"wrong"}, "to": {"/data"}}); w.Code != http.StatusForbidden || len(w.Result().Cookies()) != 0 || parse(t, w.Body.String()).id("token") == nil {
		t.Errorf("a wrong token: status %d", w.Code)
	}
	w := posted(t, s, signInPath, url.Values{"token": {testToken + "\n"}, "to": {"/matrix?issue=harbour"}})
	cookies := w.Result().Cookies()
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/matrix?issue=harbour" || len(cookies) != 1 {
		t.Fatalf("%d to %s with %v", w.Code, w.Header().Get("Location"), cookies)
	}
	c := cookies[0]
	if !c.HttpOnly || c.Secure || c.SameSite != http.SameSiteLaxMode || strings.Contains(c.Value, testToken) {
		t.Errorf("the cookie is %v", c)
	}
	with := func(value string) func(*http.Request) {
		return func(r *http.Request) { r.AddCookie(&http.Cookie{Name: c.Name, Value: value}) }
	}
	until, seal, _ := strings.Cut(c.Value, ".")
	for value, want := range map[string]int{
		c.Value: http.StatusOK, until + "1." + seal: http.StatusUnauthorized, until + ".": http.StatusUnauthorized, "": http.StatusUnauthorized,
		Access{Token: "another token, of twenty"}.sign(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)): http.StatusUnauthorized,
		Access{Token: testToken}.sign(time.Date(2025, 4, 30, 0, 0, 0, 0, time.UTC)):                 http.StatusUnauthorized,
	} {
		if w := asked(s, http.MethodGet, "/matrix.json", with(value)); w.Code != want {
			t.Errorf("the cookie %q: status %d, want %d", value, w.Code, want)
		}
	}
	if w := posted(t, s, "/add", url.Values{"text": {"x"}}, with(c.Value), func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }); w.Code != http.StatusForbidden {
		t.Errorf("another site writes with the cookie: status %d", w.Code)
	}
	w = posted(t, s, signInPath, url.Values{"leave": {"yes"}}, with(c.Value))
	if cookies := w.Result().Cookies(); len(cookies) != 1 || cookies[0].MaxAge >= 0 {
		t.Errorf("who leaves keeps %v", cookies)
	}
	w = posted(t, s, signInPath, url.Values{"token": {testToken}}, func(r *http.Request) { r.Header.Set("X-Forwarded-Proto", "https") })
	if cookies := w.Result().Cookies(); len(cookies) != 1 || !cookies[0].Secure {
		t.Errorf("behind HTTPS the cookie is %v", cookies)
	}
}

func TestSigningInLeadsNowhereElse(t *testing.T) {
	t.Parallel()
	s, _ := withAccess(t, Access{Token: testToken})
	for _, to := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "javascript:alert(1)", "matrix", "/a\tb"} {
		if w := posted(t, s, signInPath, url.Values{"token": {testToken}, "to": {to}}); w.Code != http.StatusBadRequest || w.Header().Get("Location") != "" {
			t.Errorf("to=%q: status %d to %q", to, w.Code, w.Header().Get("Location"))
		}
		if w := asked(s, http.MethodGet, address(signInPath, url.Values{"to": {to}})); w.Code != http.StatusBadRequest {
			t.Errorf("GET to=%q: status %d", to, w.Code)
		}
	}
}

// A name that somebody else's name server points at this machine opens
// nothing, with the right cookie or without.
func TestServerAnswersToItsNamesAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		access    Access
		good, bad []string
	}{
		{Access{}, []string{"127.0.0.1:8080", "localhost", "LOCALHOST.:80", "[::1]:8080", "127.5.5.5"}, []string{"evil.example", "192.168.1.7:8080", "", "localhost.evil.example"}},
		{Access{Hosts: []string{"stances.example"}}, []string{"stances.example:8080", "Stances.Example."}, []string{"www.stances.example", "192.168.1.7"}},
		{Access{Token: testToken, PublicRead: true}, []string{"192.168.1.7:8080", "[fe80::1]"}, []string{"evil.example"}},
	} {
		s, _ := withAccess(t, c.access)
		ask := func(host string) int {
			return asked(s, http.MethodGet, "/data.json", func(r *http.Request) { r.Host = host }).Code
		}
		for _, host := range c.good {
			if got := ask(host); got != http.StatusOK {
				t.Errorf("%+v: %s: status %d", c.access, host, got)
			}
		}
		for _, host := range c.bad {
			if got := ask(host); got != http.StatusForbidden {
				t.Errorf("%+v: %s: status %d", c.access, host, got)
			}
		}
	}
}

func TestServerWithoutATokenAsksNobody(t *testing.T) {
	t.Parallel()
	s, _ := withDesk(t, fixture(t))
	if page := s.page(t, signInPath, http.StatusOK); len(page.tags("main")[0].tags("form")) != 0 {
		t.Error("it asks for a token that it does not have")
	}
	if w := posted(t, s, signInPath, url.Values{"token": {"x"}}); w.Code != http.StatusBadRequest {
		t.Errorf("status %d", w.Code)
	}
}

// An empty graph says that to begin needs the token, before something is chosen.
func TestBeginningWithATokenSaysSo(t *testing.T) {
	t.Parallel()
	for access, links := range map[string]int{"": 0, testToken: 1} {
		s := serving{New(Config{Snapshot: func() *ledger.Snapshot { return nil }, Desk: &notes{}, Access: Access{Token: access, PublicRead: true}})}
		found := 0
		for _, a := range s.page(t, "/", http.StatusOK).class("begin")[0].tags("a") {
			if a.attr("href") == "/sign-in?to=/" {
				found++
			}
		}
		if found != links {
			t.Errorf("with the token %q: %d ways to sign in", access, found)
		}
	}
}
