package server

import (
	"encoding/xml"
	"math"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/network"
)

// The picture, the tables and the JSON of a network say the same.
func TestNetworkIsTheSameInEveryShape(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/network", "/network?network=twomode", "/network?aggregation=subtract"} {
		var a struct {
			Rows, Cols  []string
			Matrix      network.Matrix
			Communities *network.Partition
		}
		s.json(t, inFormat(path, formatJSON), &a)
		page := s.page(t, path, http.StatusOK)
		tables := page.class("tables")[0].tags("table")
		ties, sum := 0, 0.0
		for i, row := range a.Matrix {
			for j, x := range row {
				if x != 0 && (strings.Contains(path, "twomode") || j > i) {
					ties, sum = ties+1, sum+math.Abs(x)
				}
			}
		}
		if got := len(tables[1].tags("tbody")[0].tags("tr")); got != ties || ties < 2 {
			t.Errorf("%s: %d rows for %d ties", path, got, ties)
		}
		if got := len(page.class("picture")[0].class("pg-tie")); got != ties {
			t.Errorf("%s: %d ties are drawn, want %d", path, got, ties)
		}
		nodes := len(a.Rows)
		if strings.Contains(path, "twomode") {
			nodes += len(a.Cols)
		}
		if got := len(page.class("picture")[0].class("pg-node")); got != nodes || len(tables[0].tags("tbody")[0].tags("tr")) != nodes {
			t.Errorf("%s: %d nodes are drawn, want %d", path, got, nodes)
		}
		if (a.Communities != nil) != (path == "/network") {
			t.Errorf("%s: communities are %v", path, a.Communities)
		}
	}
}

// A node leads to the network around it, and that to the page of the node.
func TestNetworkLeadsFromNodesToEgos(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	const okafor = "\u1eccb\u1ecb\u00e0g\u00e8l\u00ec Okafor"
	var ego string
	for _, node := range s.page(t, "/network", http.StatusOK).class("pg-node") {
		if to, err := url.Parse(node.attr("href")); err == nil && to.Query().Get("ego") == okafor {
			ego = node.attr("href")
		}
	}
	if ego == "" {
		t.Fatal("no node leads to the network around it")
	}
	page := s.page(t, ego, http.StatusOK)
	if text := page.text(); !strings.Contains(text, "Around "+okafor) || !strings.Contains(text, "The whole network") {
		t.Error("the page does not say whom it is about")
	}
	leads := false
	for _, node := range page.class("pg-node") {
		leads = leads || strings.HasPrefix(node.attr("href"), "/actors/okafor")
	}
	if !leads {
		t.Error("the node in the middle does not lead to its page")
	}
}

func TestNetworkSaysWhatItCannotRead(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, want := range map[string]struct {
		status int
		text   string
	}{
		"/network?aggregation=congruenc":           {400, "did you mean congruence"},
		"/network?network=eventlist":               {400, "a page shows no event list"},
		"/network?time-window=months":              {400, "a time window makes many networks"},
		"/network?min-tie=x":                       {400, "expected a number from 0 on"},
		"/network?communities=perhaps":             {400, "expected yes or no"},
		"/network?ego=Nobody":                      {404, "no node of this name"},
		"/network?var1=nothing":                    {400, "nothing"},
		"/network?communities=yes&network=twomode": {400, "one-mode network"},
	} {
		if text := s.page(t, path, want.status).text(); !strings.Contains(text, want.text) || !strings.Contains(text, "Nothing is lost") {
			t.Errorf("%s does not say %q: %s", path, want.text, text)
		}
	}
}

func TestNetworkOfTooManyStatementsOffersParts(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("short: so many statements take their time")
	}
	s := serve(t, crowd(t, maxNetwork))
	page := s.page(t, "/network", http.StatusOK)
	if text := page.text(); !strings.Contains(text, "are more than one network on a page takes, which is 150 000") {
		t.Errorf("the page does not say what to do: %s", text)
	}
	parts := page.class("parts")[0].all(func(n *node) bool { return n.Data == "a" })
	if len(parts) == 0 {
		t.Fatal("no part is offered")
	}
	for _, part := range parts {
		if len(s.page(t, part.attr("href"), http.StatusOK).class("parts")) > 0 {
			t.Errorf("%s is too many, too", part.text())
		}
	}
	s.page(t, "/network.svg", http.StatusBadRequest)
	s.page(t, "/network?actor=dubois", http.StatusOK)
	s.page(t, "/network?from=2025-03-01", http.StatusOK)
}

// The first sentence of a network says in plain words what its lines mean.
func TestNetworkSaysWhatALineMeans(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for query, says := range map[string]string{
		"":                      "Lines join actors that take the same stance on the same propositions",
		"?var1=organization":    "Lines join groups that take the same stance",
		"?aggregation=conflict": "Lines join actors that take opposite stances on the same propositions",
		"?aggregation=subtract": "dashed where they disagree more",
		"?aggregation=ignore":   "whatever their stance",
		"?network=twomode":      "Lines lead from actors to the propositions on which they take a stand, solid for and dashed against",
		"?network=twomode&aggregation=ignore&var2=issue": "Lines lead from actors to the issues that they speak of",
	} {
		page := s.page(t, "/network"+query, http.StatusOK)
		if lede := page.class("lede")[0].text(); !strings.Contains(lede, says) || !strings.Contains(lede, "until 31 March 2025") {
			t.Errorf("%q: it says %q, want %q", query, lede, says)
		}
		if rule := page.class("rule"); len(rule) != 1 || !strings.Contains(rule[0].text(), "aggregation") {
			t.Errorf("%q: it does not say how it was counted", query)
		}
		if text := page.text(); strings.Index(text, "aggregation") < strings.Index(text, "Zoë") {
			t.Errorf("%q: the words of the field come before the network", query)
		}
	}
}

// What programs that draw networks read is at the address of the page, with the
// nodes and ties of its JSON.
func TestNetworkIsHadAsGraphMLAndGEXF(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, query := range []string{"", "?network=twomode", "?issue=harbour&communities=no"} {
		var a struct{ Rows, Cols []string }
		s.json(t, "/network.json"+query, &a)
		nodes := len(a.Rows)
		if strings.Contains(query, "twomode") {
			nodes += len(a.Cols)
		}
		for _, f := range []format{formatGraphML, formatGEXF} {
			w := s.ask(t, http.MethodGet, "/network."+string(f)+query)
			body := w.Body.String()
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != f.mediaType() || strings.Count(body, "<node id=") != nodes || nodes == 0 {
				t.Errorf("%s%s: status %d, %s, %d nodes, want %d", f, query, w.Code, w.Header().Get("Content-Type"), strings.Count(body, "<node id="), nodes)
			}
			if err := xml.Unmarshal(w.Body.Bytes(), new(struct{})); err != nil {
				t.Errorf("%s%s: %v", f, query, err)
			}
			if !strings.Contains(body, "http://127.0.0.1/network."+string(f)) {
				t.Errorf("%s%s does not say where it is from", f, query)
			}
		}
	}
	if w := s.ask(t, http.MethodGet, "/matrix.gexf"); w.Code != http.StatusNotFound {
		t.Errorf("a matrix as GEXF: status %d", w.Code)
	}
}

func TestMatrixIsHadAsASpreadsheetAtItsAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	w := s.ask(t, http.MethodGet, "/matrix.xlsx?issue=harbour&rows=actors")
	if to := w.Header().Get("Location"); w.Code != http.StatusFound || to != "/export?format=table-xlsx&issue=harbour&rows=actors" {
		t.Fatalf("status %d to %s", w.Code, to)
	} else if file := s.ask(t, http.MethodGet, to); file.Code != http.StatusOK || !strings.HasPrefix(file.Body.String(), "PK") {
		t.Errorf("%s: status %d", to, file.Code)
	}
	for _, path := range []string{"/sources.xlsx", "/matrix.docxx"} {
		if w := s.ask(t, http.MethodGet, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", path, w.Code)
		}
	}
}
