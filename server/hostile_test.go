package server

import (
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/schema/cputime"
)

func TestMarkupInLabelsAndTextsIsShownAsText(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, page := range crawl(t, s) {
		if page == nil {
			continue
		}
		if scripts := page.tags("script"); len(scripts) != 1 || !strings.HasPrefix(scripts[0].attr("src"), "/static/") {
			t.Errorf("%s: a script that is not ours", path)
		}
		if n := len(page.tags("b")); n != 1 { // the wordmark
			t.Errorf("%s: %d <b>, want the one of the wordmark", path, n)
		}
		if len(page.tags("i", "em", "iframe", "img")) > 0 && path != "/help/positions" {
			for _, n := range page.tags("i", "iframe", "img") {
				t.Errorf("%s: markup of a label became <%s>", path, n.Data)
			}
		}
	}
	if page := s.page(t, "/issues/traffic", http.StatusOK); !strings.Contains(page.text(), hostile) || !strings.Contains(page.text(), "Traffic <b>& roads</b>") {
		t.Error("the label is not shown as it is")
	}
}

func TestForeignTextIsIsolatedFromItsNeighbours(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, page := range crawl(t, s) {
		if page == nil {
			continue
		}
		for _, n := range page.all(isolates) {
			for c := range n.descendants() {
				c.Data = strings.ReplaceAll(c.Data, "\u202E", "")
			}
		}
		if strings.Contains(page.tags("main")[0].raw("svg", "option", "title"), "\u202E") {
			t.Errorf("%s: a direction override is not isolated", path)
		}
	}
}

// isolates reports whether an element keeps the direction of what is in it to
// itself.
func isolates(n *node) bool { return n.Data == "bdi" || n.attr("dir") == "auto" || n.Data == "input" }

func TestEndlessWordIsServedInTime(t *testing.T) {
	t.Parallel()
	word := strings.Repeat("x", 100_000)
	cb, err := schema.LoadCodebook("long.yaml", []byte("codebook: long\nversion: 1\nissues:\n  - {id: i, label: "+word+", propositions: [{id: p, label: "+word+"}]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	source := schema.Source{ID: schema.HashText(word), Doc: "long.txt", Title: word, Text: word}
	st := schema.Statement{
		ID: "00000000-0000-5000-8000-000000000000", Source: source.ID, Start: 10, End: 99_990, Evidence: word[10:99_990], Actor: "NEW:" + word[:50_000],
		Issue: "i", Proposition: "p", Stance: schema.Support, Date: schema.MustDate("2025-01-01"), Mode: schema.ModeQuote, Status: schema.StatusAccepted,
	}
	snap := ledger.Build(cb, []schema.Source{source}, []schema.Statement{st})
	s := serving{New(Config{Snapshot: func() *ledger.Snapshot { return snap }, Query: echo, Desk: &notes{}, Export: telling})}
	for _, path := range []string{"/", "/matrix?rows=actors", "/matrix?rows=actors&issue=i", "/timeline?rows=actors", "/network", "/compare?left=2024-12-31&right=2025-01-01", "/shifts?rows=actors", "/conflicts",
		"/issues/i", "/propositions/p", "/codebook", "/data", "/export", "/actors", "/sources/" + source.ID, "/review/" + source.ID, "/statements/" + st.ID, "/search?q=" + word[:1000], "/query?q=" + word[:1000], "/add"} {
		var w *httptest.ResponseRecorder
		if took := cputime.Of(func() { w = s.ask(t, http.MethodGet, path) }); took > time.Minute || w.Code != http.StatusOK {
			t.Errorf("%.40s: status %d after %s", path, w.Code, took)
		}
		if scripts := parse(t, w.Body.String()).tags("script"); len(scripts) != 1 {
			t.Errorf("%.40s: %d scripts", path, len(scripts))
		}
	}
}

func TestNoCSVCellIsAFormula(t *testing.T) {
	t.Parallel()
	cb, err := schema.LoadCodebook("f.yaml", []byte("codebook: f\nversion: 1\nissues:\n  - {id: i, label: '=1+1', propositions: [{id: p, label: '@SUM(A1)'}]}\nactors:\n  - {id: a, type: person, label: '+cmd|x'}\n"))
	if err != nil {
		t.Fatal(err)
	}
	source := schema.Source{ID: schema.HashText("-2+3 says he"), Doc: "=f.txt", Title: "=HYPERLINK(1)", Outlet: "@me", Text: "-2+3 says he"}
	st := schema.Statement{
		ID: "00000000-0000-5000-8000-000000000000", Source: source.ID, Start: 0, End: 4, Evidence: "-2+3", Actor: "a", Issue: "i", Proposition: "p",
		Stance: schema.Oppose, Date: schema.MustDate("2025-01-01"), Mode: schema.ModeQuote, Status: schema.StatusAccepted, Coder: "=x",
	}
	s := serve(t, ledger.Build(cb, []schema.Source{source}, []schema.Statement{st}))
	for _, path := range []string{"/index.csv", "/matrix.csv", "/matrix.csv?issue=i&rows=actors", "/cell.csv?actor=a&proposition=p", "/issues.csv", "/issues/i.csv", "/propositions/p.csv", "/codebook.csv", "/data.csv", "/actors.csv", "/actors/a.csv", "/sources.csv", "/sources/" + source.ID + ".csv"} {
		rows, err := csv.NewReader(s.ask(t, http.MethodGet, path).Body).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, row := range rows {
			for _, v := range row {
				if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) && v != "-1" {
					t.Errorf("%s: %q is a formula", path, v)
				}
			}
		}
	}
}
