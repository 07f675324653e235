package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// A table is handed in, its columns are named, what comes of it is shown, and
// then it is imported.
func TestColumnsOfATableAreNamedTriedAndImported(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	if w := uploaded(t, s, "/import", "votes.csv", "country\n", nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/import/t1" {
		t.Fatalf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	page := s.page(t, "/import/t1", http.StatusOK)
	chosen := func(page *node, field string) string {
		for _, o := range page.id("column-" + field).tags("option") {
			if o.has("selected") {
				return o.text()
			}
		}
		return ""
	}
	if text := page.text(); !strings.Contains(text, "<b>votes.csv") || !strings.Contains(text, "<i>y") || chosen(page, "stance") != "Stance" || chosen(page, "actor") != "" {
		t.Errorf("the page offers %q for the stance, %q for the actor: %.400s", chosen(page, "stance"), chosen(page, "actor"), text)
	}
	q := url.Values{"actor": {"country"}, "stance": {"Stance"}, "proposition": {"<i>x"}, "set-coder": {"Bea"}, "date": {""}}
	page = s.page(t, address("/import/t1", q), http.StatusOK)
	if text := page.text(); !strings.Contains(text, "2 statements were read, 1 would be added") || !strings.Contains(text, "<b>Norden") || chosen(page, "actor") != "country" {
		t.Errorf("tried, the page says %.600s", text)
	}
	fields := url.Values{}
	for _, form := range page.tags("main")[0].tags("form") {
		if form.attr("method") != "post" {
			continue
		}
		for _, in := range form.tags("input") {
			fields.Set(in.attr("name"), in.attr("value"))
		}
	}
	if len(desk.tables) != 0 || len(fields) != 4 {
		t.Fatalf("a trial wrote %v; the form sends %v", desk.tables, fields)
	}
	w := posted(t, s, "/import/t1", fields)
	if w.Code != http.StatusSeeOther || len(desk.tables) != 1 || desk.tables[0].Columns["proposition"] != "<i>x" || desk.tables[0].Constants["coder"] != "Bea" {
		t.Errorf("%d, %+v", w.Code, desk.tables)
	}
}

func TestTableThatCannotBeReadKeepsWhatWasNamed(t *testing.T) {
	t.Parallel()
	s, desk := withDesk(t, fixture(t))
	for path, status := range map[string]int{
		"/import/t2":                        http.StatusNotFound,
		"/import/t1?delimiter=x":            http.StatusBadRequest,
		"/import/t1?actor-kind=god":         http.StatusBadRequest,
		"/import/t1?aktor=x":                http.StatusBadRequest,
		"/import/t1?actor=x&actor=y":        http.StatusBadRequest,
		"/import/t1.csv":                    http.StatusNotFound,
		"/import/t1?delimiter=tab&strict=1": http.StatusOK,
	} {
		s.page(t, path, status)
	}
	desk.err = schema.Errorf(schema.KindInput, "correct them", "votes.csv:2: stance")
	page := s.page(t, "/import/t1?actor=country", http.StatusBadRequest)
	if text := page.text(); !strings.Contains(text, "votes.csv:2: stance") || len(page.tags("main")[0].tags("select")) < 5 {
		t.Errorf("the page says %.400s", text)
	}
	if w := posted(t, s, "/import/t1", url.Values{"actor": {"country"}}); w.Code != http.StatusBadRequest || parse(t, w.Body.String()).id("problem") == nil {
		t.Errorf("status %d", w.Code)
	}
	read := serve(t, fixture(t))
	read.page(t, "/import/t1", http.StatusNotFound)
	closed, _ := withAccess(t, Access{Token: testToken, PublicRead: true})
	closed.page(t, "/import/t1", http.StatusUnauthorized)
}
