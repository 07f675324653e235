package server

import (
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// everyPage is one address of each kind, with those that have a table.
var everyPage = map[string]bool{
	"/": true, "/matrix": true, "/matrix?issue=harbour&rows=actors": true, "/cell?actor=dubois&proposition=rebuild": true,
	"/compare": true, "/compare?by=group&left=town&right=guild": true, "/compare?issue=harbour&left=2025-02-10&right=2025-03-01": true, "/shifts": true, "/conflicts": true, "/agreement": true, "/issues": true, "/issues/harbour": true, "/actors": true, "/actors/dubois": true, "/sources": true, "/sources/harbour.md": true,
	"/propositions/rebuild": true, "/propositions/rebuild?rows=groups": true, "/codebook": true, "/data": true, "/search": false, "/search?q=mayor": true, "/query": false, "/export": false,
	"/help/positions": false, "/help/changes": false, "/help/networks": false, "/help/coding": false, "/help/states": false, "/help/views": false,
	"/timeline": true, "/timeline?actor=dubois": true, "/timeline?proposition=rebuild&rows=actors&period=month": true,
	"/network": true, "/network?network=twomode": true, "/network?aggregation=subtract&ego=%E1%BB%8Cb%E1%BB%8B%C3%A0g%C3%A8l%C3%AC+Okafor": true,
}

func TestEveryPageAnswersInEveryShapeAtItsAddress(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, hasTable := range everyPage {
		bySuffix := s.ask(t, http.MethodGet, inFormat(path, formatJSON))
		byHeader := s.ask(t, http.MethodGet, path, "Accept", "application/json")
		if bySuffix.Code != http.StatusOK || bySuffix.Body.String() != byHeader.Body.String() {
			t.Errorf("%s: JSON by suffix (%d) and by Accept differ", path, bySuffix.Code)
		}
		if !json.Valid(bySuffix.Body.Bytes()) {
			t.Errorf("%s: not JSON", path)
		}
		w := s.ask(t, http.MethodGet, inFormat(path, formatCSV))
		if !hasTable {
			if path == "/search" {
				continue // a table of nothing
			}
			if w.Code != http.StatusNotFound {
				t.Errorf("%s.csv: status %d, want 404", path, w.Code)
			}
			continue
		}
		rows, err := csv.NewReader(w.Body).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s.csv: %d rows, %v", path, len(rows), err)
		}
	}
}

func TestMatrixIsTheSameInEveryShape(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	var m questions.Matrix
	s.json(t, "/matrix.json?issue=harbour", &m)
	table := s.page(t, "/matrix?issue=harbour", http.StatusOK).class("matrix")[0]
	rows := table.tags("tbody")[0].tags("tr")
	if len(rows) != len(m.Rows) || len(m.Rows) == 0 {
		t.Fatalf("%d rows in HTML, %d in JSON", len(rows), len(m.Rows))
	}
	for i, row := range m.Rows {
		if got := rows[i].tags("th")[0].text(); !strings.HasPrefix(got, row.Label) {
			t.Errorf("row %d: %q in HTML, %q in JSON", i, got, row.Label)
		}
		for j, td := range rows[i].tags("td")[:len(row.Cells)] {
			if band := string(row.Cells[j].Position.Band); !strings.Contains(td.text(), band) {
				t.Errorf("%s, %s: %q does not say %q", row.ID, m.Columns[j].ID, td.text(), band)
			}
		}
	}
	lines, err := csv.NewReader(s.ask(t, http.MethodGet, "/matrix.csv?issue=harbour").Body).ReadAll()
	if err != nil || len(lines) != len(m.Rows)+1 || len(lines[0]) != len(m.Columns)+2 {
		t.Errorf("CSV has %d lines, want %d: %v", len(lines), len(m.Rows)+1, err)
	}
}

func TestHeadAnswersAsGet(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(serve(t, fixture(t)))
	defer s.Close()
	client := &http.Client{Transport: &http.Transport{DisableCompression: true}}
	for _, path := range []string{"/", "/matrix", "/matrix.json", "/matrix.csv", "/actors/dubois", "/nothing", "/matrix?as-of=never", "/static/nothing.css"} {
		get, head := fetch(t, client, http.MethodGet, s.URL+path), fetch(t, client, http.MethodHead, s.URL+path)
		if get.StatusCode != head.StatusCode {
			t.Errorf("%s: GET %d, HEAD %d", path, get.StatusCode, head.StatusCode)
		}
		get.Header.Del("Date")
		head.Header.Del("Date")
		if diff := cmp.Diff(get.Header, head.Header); diff != "" {
			t.Errorf("%s: headers of GET and HEAD differ:\n%s", path, diff)
		}
	}
}

func fetch(t *testing.T, c *http.Client, method, url string) *http.Response {
	t.Helper()
	r, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	w, err := c.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	w.Body.Close()
	return w
}

func TestAnswersAreRevalidatedAndAssetsKept(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	w := s.ask(t, http.MethodGet, "/matrix")
	tag := w.Header().Get("ETag")
	if tag == "" || w.Header().Get("Cache-Control") != "no-cache" {
		t.Fatalf("ETag %q, Cache-Control %q", tag, w.Header().Get("Cache-Control"))
	}
	if again := s.ask(t, http.MethodGet, "/matrix", "If-None-Match", tag); again.Code != http.StatusNotModified || again.Body.Len() != 0 {
		t.Errorf("known ETag: status %d with %d bytes", again.Code, again.Body.Len())
	}
	page := s.page(t, "/", http.StatusOK)
	for _, n := range page.tags("link", "script") {
		address := n.attr("href") + n.attr("src")
		if !strings.HasPrefix(address, "/static/") {
			continue
		}
		if asset := s.ask(t, http.MethodGet, address); asset.Code != http.StatusOK || !strings.Contains(asset.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: status %d, Cache-Control %q", address, asset.Code, asset.Header().Get("Cache-Control"))
		}
	}
}

func TestAnswersAreCompressed(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	w := s.ask(t, http.MethodGet, "/matrix", "Accept-Encoding", "gzip")
	if w.Header().Get("Content-Encoding") != "gzip" {
		t.Fatalf("Content-Encoding %q", w.Header().Get("Content-Encoding"))
	}
	if _, err := gzip.NewReader(w.Body); err != nil {
		t.Error(err)
	}
}

// What an error offers instead of an ending is there.
func TestEndingsThatAnErrorOffersAreThere(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for _, path := range []string{"/matrix", "/timeline", "/network", "/actors", "/actors/dubois", "/codebook", "/help/positions", "/sign-in", "/data"} {
		refused := 0
		for _, f := range mediaTypes[1:] {
			var told struct{ Error problem }
			w := s.ask(t, http.MethodGet, path+"."+string(f.format))
			if w.Code != http.StatusNotFound {
				continue
			}
			refused++
			if err := json.Unmarshal(w.Body.Bytes(), &told); err != nil {
				t.Fatal(err)
			}
			_, offered, _ := strings.Cut(told.Error.Hint, "with ")
			for _, ending := range strings.Split(offered, ", ") {
				if got := s.ask(t, http.MethodGet, path+ending); got.Code != http.StatusOK && got.Code != http.StatusFound {
					t.Errorf("%s.%s offers %q: status %d", path, f.format, ending, got.Code)
				}
			}
		}
		if refused == 0 {
			t.Errorf("%s can be had as everything", path)
		}
	}
	if told := s.page(t, "/network.foo", http.StatusNotFound).class("problem")[0].text(); !strings.Contains(told, "no page ends in .foo") {
		t.Errorf("of an ending that nothing has: %q", told)
	}
}
