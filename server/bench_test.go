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
)

// BenchmarkPages asks for the pages that a graph of votes makes heavy: 200
// actors on 6 issues. Where STANCEGRAPH_BENCH_STORE names a store, such as the
// votes of the United Nations, it is asked instead of generated votes:
//
//	STANCEGRAPH_BENCH_STORE=un go test ./server -run - -bench Pages
//
// Reported are the median and the slowest in a hundred, in milliseconds from
// the request to the last byte of the compressed page, and its kilobytes.
func BenchmarkPages(b *testing.B) {
	s := benchSnapshot(b)
	h := New(Config{Snapshot: func() *ledger.Snapshot { return s }, Version: "bench"})
	cell := heaviest(s)
	for _, one := range []struct{ name, path string }{
		{"matrix", "/matrix?rows=actors"},
		{"matrix/otherday", "/matrix?rows=actors&as-of=%s"}, // nothing that was remembered helps
		{"matrix/opened", "/matrix?rows=actors&issue=" + cell.issue},
		{"matrix/facets", "/matrix?rows=actors&facets=open"},
		{"cell", "/cell?actor=" + cell.actor + "&issue=" + cell.issue},
		{"cell/last", "/cell?actor=" + cell.actor + "&issue=" + cell.issue + "&page=1000000"},
		{"home", "/"},
		{"issue/otherday", "/issues/" + cell.issue + "?as-of=%s"},
		{"actors", "/actors"},
		{"actor/otherday", "/actors/" + cell.actor + "?as-of=%s"},
		{"timeline/otherday", "/timeline?actor=" + cell.actor + "&as-of=%s"},
		{"shifts/otherday", "/shifts?actor=" + cell.actor + "&as-of=%s"},
		{"cell/otherday", "/cell?actor=" + cell.actor + "&issue=" + cell.issue + "&as-of=%s"},
		{"search", "/search?q=nuclear"},
		{"compare/pair", "/compare?by=actor&left=" + cell.actor + "&right=" + cell.other},
		{"static", "/help/positions"},
	} {
		b.Run(one.name, func(b *testing.B) {
			var took []float64
			size, day := 0, s.LastDay()
			for b.Loop() {
				path := one.path
				if strings.Contains(path, "%s") {
					day--
					path = fmt.Sprintf(path, day)
				}
				start := time.Now()
				size = fetchPage(b, h, path)
				took = append(took, float64(time.Since(start).Microseconds())/1000)
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "ms-median")
			b.ReportMetric(took[len(took)*99/100], "ms-p99")
			b.ReportMetric(float64(size)/1000, "kB")
		})
	}
}

// fetchPage asks as a browser does, and returns the compressed length.
func fetchPage(b *testing.B, h http.Handler, path string) int {
	b.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
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

// heaviest is the cell with the most statements, and another actor.
func heaviest(s *ledger.Snapshot) (c struct{ actor, issue, other string }) {
	type key struct{ actor, issue string }
	n := map[key]int{}
	for i := range s.Statements {
		n[key{s.Statements[i].Actor, s.Statements[i].Issue}]++
	}
	most := 0
	for i := range s.Statements {
		k := key{s.Statements[i].Actor, s.Statements[i].Issue}
		if n[k] > most {
			most, c.actor, c.issue = n[k], k.actor, k.issue
		}
	}
	for _, a := range s.Actors() {
		if a != c.actor {
			c.other = a
		}
	}
	return c
}
