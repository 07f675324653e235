package server

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/schema/cputime"
)

// BenchmarkPages asks for the pages that a graph of votes makes heavy: 200
// actors on 6 issues. Where STANCEGRAPH_BENCH_STORE names a store, such as the
// votes of the United Nations, it is asked instead of generated votes:
//
//	STANCEGRAPH_BENCH_STORE=un go test ./server -run - -bench Pages -benchtime 15x
//
// Every page is made anew: each request comes by another port, which the page
// prints, and where a page is of a day it is of another day. Reported
// are the first, the fastest, the median and the slowest in a hundred, in
// milliseconds from the request to the last byte of the compressed page, the
// processor time of one (with the collection of garbage), and its kilobytes.
func BenchmarkPages(b *testing.B) {
	s := benchSnapshot(b)
	h := New(Config{Snapshot: func() *ledger.Snapshot { return s }, Version: "bench"})
	for _, one := range benchPages(s) {
		b.Run(one.name, func(b *testing.B) { benchPage(b, h, s.LastDay(), one.path) })
	}
}

type namedPath struct{ name, path string }

// benchPages are the pages with their heaviest subjects; %s is a day.
func benchPages(s *ledger.Snapshot) []namedPath {
	cell := heaviest(s)
	of := "actor=" + cell.actor + "&issue=" + cell.issue
	return []namedPath{
		{"matrix", "/matrix?rows=actors&as-of=%s"},
		{"matrix/groups", "/matrix?as-of=%s"},
		{"matrix/opened", "/matrix?rows=actors&issue=" + cell.issue + "&as-of=%s"},
		{"matrix/across", "/matrix?rows=actors&axes=swapped&issue=" + cell.issue + "&as-of=%s"},
		{"matrix/facets", "/matrix?rows=actors&facets=open&as-of=%s"},
		{"cell", "/cell?" + of + "&as-of=%s"},
		{"cell/last", "/cell?" + of + "&page=1000000&as-of=%s"},
		{"home", "/"},
		{"issues", "/issues"},
		{"issue", "/issues/" + cell.issue + "?as-of=%s"},
		{"actors", "/actors"},
		{"actor", "/actors/" + cell.actor + "?as-of=%s"},
		{"proposition", "/propositions/" + cell.proposition + "?as-of=%s"},
		{"sources", "/sources"},
		{"source", "/sources/" + cell.source},
		{"statement", "/statements/" + cell.statement},
		{"data", "/data"},
		{"codebook", "/codebook"},
		{"timeline", "/timeline?actor=" + cell.actor + "&as-of=%s"},
		{"shifts", "/shifts?actor=" + cell.actor + "&as-of=%s"},
		{"compare", "/compare?by=actor&left=" + cell.actor + "&right=" + cell.other},
		{"conflicts", "/conflicts?actor=" + cell.actor},
		{"network", "/network"},
		{"search/rare", "/search?q=chlordane"},
		{"search/common", "/search?q=nuclear"},
		{"search/most", "/search?q=vote"},
		{"export", "/export"},
		{"add", "/add"},
		{"static", "/help/positions"},
	}
}

func benchPage(b *testing.B, h http.Handler, day schema.Day, path string) {
	var took []float64
	size, used := 0, cputime.Process()
	for b.Loop() {
		day--
		one := path
		if strings.Contains(path, "%s") {
			one = fmt.Sprintf(path, day)
		}
		start := time.Now()
		size = fetchPage(b, h, one, fmt.Sprintf("127.0.0.1:%d", 1000+len(took)))
		took = append(took, float64(time.Since(start).Microseconds())/1000)
	}
	b.ReportMetric(float64((cputime.Process()-used).Microseconds())/1000/float64(len(took)), "ms-cpu")
	b.ReportMetric(took[0], "ms-first")
	slices.Sort(took)
	b.ReportMetric(took[0], "ms-least")
	b.ReportMetric(took[len(took)/2], "ms-median")
	b.ReportMetric(took[len(took)*99/100], "ms-p99")
	b.ReportMetric(float64(size)/1000, "kB")
	b.ReportMetric(0, "ns/op")
}

// fetchPage asks as a browser does, and returns the compressed length.
func fetchPage(b *testing.B, h http.Handler, path, host string) int {
	b.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = host
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	size := w.Body.Len()
	if w.Code != http.StatusOK {
		z, err := gzip.NewReader(w.Body)
		if err != nil {
			b.Fatalf("%s: status %d", path, w.Code)
		}
		text, _ := io.ReadAll(z)
		b.Fatalf("%s: status %d: %.300s", path, w.Code, text)
	}
	return size
}

func benchSnapshot(b *testing.B) *ledger.Snapshot {
	b.Helper()
	dir := os.Getenv("STANCEGRAPH_BENCH_STORE")
	if dir == "" {
		return votes(b, 200, 6, 100)
	}
	store, err := graph.Open(dir, graph.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = store.Close() })
	return store.Snapshot()
}

// votes are actors who vote on every resolution of every issue, one statement
// each, all from one citation per resolution.
func votes(b testing.TB, actors, issues, resolutions int) *ledger.Snapshot {
	b.Helper()
	var yml strings.Builder
	yml.WriteString("codebook: votes\nversion: 1\nissues:\n")
	for i := range issues {
		fmt.Fprintf(&yml, "  - id: issue-%d\n    label: Issue %d\n    short: issue %d\n    propositions:\n", i, i, i)
		for p := range resolutions {
			fmt.Fprintf(&yml, "      - {id: r-%d-%d, label: Resolution %d of issue %d, short: r %d/%d}\n", i, p, p, i, i, p)
		}
	}
	yml.WriteString("actors: []\n")
	cb, err := schema.LoadCodebook("votes.yaml", []byte(yml.String()))
	if err != nil {
		b.Fatal(err)
	}
	var propositions []*schema.Proposition
	for _, i := range cb.Issues {
		propositions = append(propositions, cb.OnIssue(i.ID)...)
	}
	var sources []schema.Source
	var list []schema.Statement
	first := schema.MustDate("1950-01-01").Latest()
	for n, p := range propositions {
		src := schema.Source{ID: schema.HashText(p.ID), Doc: p.ID, Title: p.Label, Status: schema.SourceCoded}
		sources = append(sources, src)
		date := schema.MustDate((first + schema.Day(n*7)).String())
		for a := range actors {
			st := schema.Statement{
				Doc: p.ID, Source: src.ID, Evidence: p.Label, Actor: fmt.Sprintf("actor-%03d", a), Issue: p.Issues[0], Proposition: p.ID,
				Stance: schema.Stances[(a*7+n*3)%len(schema.Stances)], Act: schema.ActSupport, Date: date, DateBasis: schema.DateStated,
				Mode: schema.ModeAction, Coder: "roll call", Confidence: 1, Status: schema.StatusAccepted, Codebook: cb.Ref(),
			}
			st.ID = st.DeriveID()
			list = append(list, st)
		}
	}
	return ledger.Build(cb, sources, list)
}

// subject is what pages are about.
type subject struct{ actor, other, issue, proposition, source, statement string }

// heaviest is the cell with the most statements, the proposition and the source
// with the most, and another actor.
func heaviest(s *ledger.Snapshot) subject {
	cells, propositions, sources := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range s.Statements {
		st := &s.Statements[i]
		cells[st.Actor+"\x00"+st.Issue]++
		propositions[st.Proposition]++
		sources[st.Source]++
	}
	found := subject{proposition: most(propositions), source: most(sources), statement: s.Statements[len(s.Statements)-1].ID}
	found.actor, found.issue, _ = strings.Cut(most(cells), "\x00")
	for _, a := range s.Actors() {
		if a != found.actor {
			found.other = a
		}
	}
	return found
}

// most is the key of the highest count, the first of equals.
func most(n map[string]int) (key string) {
	for _, k := range keysOf(n) {
		if n[k] > n[key] {
			key = k
		}
	}
	return key
}
