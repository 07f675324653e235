package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// cited is the address that a page says to cite, without the host.
func cited(t *testing.T, s serving, path string) string {
	t.Helper()
	u, err := url.Parse(s.page(t, path, http.StatusOK).class("permalink")[0].attr("href"))
	if err != nil {
		t.Fatal(err)
	}
	return u.RequestURI()
}

// TestFullLinkSaysWhatCouldHaveAnotherDefault holds the parameters that a page
// fills in by itself against its full link.
func TestFullLinkSaysWhatCouldHaveAnotherDefault(t *testing.T) {
	t.Parallel()
	s := serve(t, changing(t))
	for path, says := range map[string]string{
		"/matrix": "as-of data-version dates rows rule",
		"/matrix?stale=30&independent=yes&page=2": "as-of data-version dates independent page rows rule stale",
		"/matrix?rule=decay":                      "as-of data-version dates half-life rows rule",
		"/cell?actor=dubois&proposition=rebuild":  "actor as-of data-version dates proposition rule",
		"/issues/harbour":                         "as-of data-version dates rows rule",
		"/propositions/rebuild":                   "as-of data-version dates rows rule",
		"/actors/dubois":                          "as-of data-version dates rule",
		"/timeline":                               "as-of data-version dates rows rule",
		"/compare":                                "by data-version dates left right rows rule",
		"/shifts":                                 "as-of data-version dates rows rule",
		"/conflicts":                              "as-of data-version dates rule window",
		"/network":                                "aggregation as-of communities data-version dates network normalization qualifier rule seed var1 var2",
	} {
		full := cited(t, s, path)
		u, err := url.Parse(full)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(keysOf(u.Query()), " "); got != says {
			t.Errorf("%s: the full link says %q, want %q", path, got, says)
		}
	}
}

// TestFullLinkAnswersTheSame follows the full link of every page: it is its own
// full link, and answers with the same bytes.
func TestFullLinkAnswersTheSame(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path := range everyPage {
		page := s.page(t, path, http.StatusOK)
		if len(page.class("permalink")) == 0 {
			continue
		}
		full := cited(t, s, path)
		if again := cited(t, s, full); again != full {
			t.Errorf("%s: the full link is %s, and that of it %s", path, full, again)
		}
		short, long := s.ask(t, http.MethodGet, inFormat(path, formatJSON)), s.ask(t, http.MethodGet, inFormat(full, formatJSON))
		if long.Code != http.StatusOK || short.Body.String() != long.Body.String() {
			t.Errorf("%s: %s answers otherwise, with status %d", path, full, long.Code)
		}
	}
}

func TestPagesOfOtherDefaultsHaveOtherFullLinks(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	first := map[string]string{}
	for _, path := range []string{
		"/matrix", "/matrix?rows=actors", "/matrix?rule=mean", "/matrix?rule=decay", "/matrix?dates=certain", "/matrix?stale=30", "/matrix?independent=yes", "/matrix?as-of=2025-02-10",
		"/issues/harbour", "/issues/harbour?rows=groups", "/conflicts", "/conflicts?window=90", "/network", "/network?seed=2", "/network?communities=no",
	} {
		full := cited(t, s, path)
		if other, twice := first[full]; twice {
			t.Errorf("%s and %s are both cited as %s", other, path, full)
		}
		first[full] = path
	}
	for _, same := range [][2]string{{"/matrix", "/matrix?rule=latest&rows=groups&dates=possible"}, {"/conflicts", "/conflicts?window=7"}, {"/network", "/network?seed=1"}} {
		if a, b := cited(t, s, same[0]), cited(t, s, same[1]); a != b {
			t.Errorf("%s and %s ask the same, and are cited as %s and %s", same[0], same[1], a, b)
		}
	}
}

// A full link says which data it was made for, and the page says when they are
// others now.
func TestLinkSaysForWhichDataItWasMade(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/matrix", "/actors/dubois", "/help/changes", "/search?q=mayor"} {
		full := cited(t, s, path)
		if page := s.page(t, full, http.StatusOK); len(page.class("notice")) != 0 {
			t.Errorf("%s: the page says that the data have changed", full)
		}
		u, err := url.Parse(full)
		if err != nil {
			t.Fatal(err)
		}
		u.RawQuery = set(u.Query(), paramMadeFor, "0<b>").Encode()
		page := s.page(t, u.String(), http.StatusOK)
		if n := page.class("notice"); len(n) != 1 || !strings.Contains(n[0].text(), "made for the data version 0<b>") {
			t.Errorf("%s: the page does not say that the data have changed", u)
		}
		if again := cited(t, s, u.String()); again != full {
			t.Errorf("%s is cited as %s", u, again)
		}
	}
}

// What a page saves under a name is the short link, without the host and
// without the version of the data; it leads back to the page.
func TestWhatIsSavedLeadsBack(t *testing.T) {
	t.Parallel()
	snap := fixture(t)
	st := *snap.OfActor("dubois")[0]
	st.Actor = "NEW:press.json"
	st.ID = st.DeriveID()
	s := serve(t, with(snap, st))
	for path, want := range map[string]string{
		"/actors/NEW:press.json.html":        "/actors/NEW:press.json.html",
		"/matrix?rows=actors&data-version=0": "/matrix?rows=actors",
		"/index.html":                        "/",
		"/help/views":                        "/help/views",
		"/actors/dubois.html?rule=mean":      "/actors/dubois?rule=mean",
	} {
		got := s.page(t, path, http.StatusOK).id("saves").attr("data-address")
		if got != want {
			t.Errorf("%s is saved as %s, want %s", path, got, want)
		}
		s.page(t, got, http.StatusOK)
	}
}
