package server

import (
	"iter"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// pagesOf are the addresses of every page, with a server that has them.
func pagesOf(t *testing.T) iter.Seq2[serving, *url.URL] {
	t.Helper()
	snap := fixture(t)
	s := serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo})}
	return func(yield func(serving, *url.URL) bool) {
		for path := range everyPage {
			u, err := url.Parse(path)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(s, u) {
				return
			}
		}
	}
}

// TestUnknownParameterIsNamed holds for every page that there is: a misspelt
// parameter is never a default.
func TestUnknownParameterIsNamed(t *testing.T) {
	t.Parallel()
	for s, u := range pagesOf(t) {
		q := u.Query()
		q.Set("asof", "2025-02-10")
		q.Set("moon", "full")
		page := s.page(t, address(u.Path, q), http.StatusBadRequest)
		alert := page.class("problem")
		if len(alert) != 1 || !strings.Contains(alert[0].text(), `"asof"`) || !strings.Contains(alert[0].text(), `and "moon"`) {
			t.Errorf("%s: what is unknown is not named", u)
		}
		var answer struct{ Error problem }
		s.json(t, inFormat(address(u.Path, q), formatJSON), &answer)
		if answer.Error.Status != http.StatusBadRequest || answer.Error.Hint == "" {
			t.Errorf("%s: as JSON it is %+v", u, answer.Error)
		}
	}
}

func TestUnknownParameterHasNearNamesAndTheFormGoesOnWithoutIt(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/matrix", "/compare", "/timeline", "/network", "/shifts", "/conflicts"} {
		page := s.page(t, path+"?actr=okafor&issue=harbour", http.StatusBadRequest)
		if says := page.class("problem")[0].text(); !strings.Contains(says, "or actor?") {
			t.Errorf("%s: no near name: %s", path, says)
		}
		q := url.Values{}
		for _, in := range page.class("controls")[0].tags("input", "select") {
			if in.Data == "input" && in.attr("value") != "" {
				q.Set(in.attr("name"), in.attr("value"))
			}
		}
		if q.Has("actr") {
			t.Errorf("%s: the form sends it again", path)
		}
		s.page(t, address(path, q), http.StatusOK)
		if chip := page.class("chips"); len(chip) != 1 || !strings.Contains(chip[0].text(), "actr") {
			t.Errorf("%s: what was typed is not shown", path)
		}
	}
}

func TestNamesThatSayWhatAPageIsAboutAreUnknownOnIt(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	s.page(t, "/actors/dubois?as-of=2025-02-10&mode=quote", http.StatusOK)
	s.page(t, "/actors/dubois?issue=harbour", http.StatusBadRequest)
	s.page(t, "/nothing?moon=full", http.StatusNotFound)
}

// TestParameterThatIsGivenTwiceIsNamed holds for every parameter of every
// page: one of two values is never taken in silence.
func TestParameterThatIsGivenTwiceIsNamed(t *testing.T) {
	t.Parallel()
	for s, u := range pagesOf(t) {
		for name, many := range taken(routeOf(u.Path)) {
			q := u.Query()
			if many {
				continue
			}
			q[name] = []string{"one\"", "two"}
			var answer struct{ Error problem }
			s.json(t, inFormat(address(u.Path, q), formatJSON), &answer)
			if want := name + ` is one value, and is given 2 times: "one\"", "two"`; answer.Error.Status != http.StatusBadRequest || !strings.Contains(answer.Error.Message, want) {
				t.Errorf("%s: %s twice: %+v", u, name, answer.Error)
			}
		}
	}
}

// routeOf is the route of the path of a page.
func routeOf(path string) string {
	parts := strings.Split(path, "/")
	if len(parts) == 3 {
		return "/" + parts[1] + "/:id"
	}
	return path
}

func TestListsTakeSeveralValues(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	rows := func(path string) (ids []string) {
		var m struct{ Rows []struct{ ID string } }
		s.json(t, path, &m)
		for _, row := range m.Rows {
			ids = append(ids, row.ID)
		}
		return ids
	}
	all := rows("/matrix.json?rows=actors")
	if len(all) < 3 {
		t.Fatalf("rows: %v", all)
	}
	if two := rows("/matrix.json?rows=actors&actor=" + all[0] + "&actor=" + all[1]); len(two) != 2 {
		t.Errorf("actor= twice gives %v", two)
	}
}
