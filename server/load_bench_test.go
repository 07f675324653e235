package server

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// The load: readers who each open a page, look at it for a while and open the
// next, while an import writes batch after batch and is finished in the middle.
const (
	loadReaders    = 100
	loadPages      = 20 // of each reader
	loadPause      = time.Second
	loadStatements = 20_000 // that are there
	loadBatch      = 1_000
	loadActors     = 100
	loadIssues     = 10
	perLoadIssue   = 5
)

// BenchmarkReadersDuringImport reports how long pages take then, in
// milliseconds: half of them, 99 of 100, and the slowest.
func BenchmarkReadersDuringImport(b *testing.B) {
	for b.Loop() {
		s, err := graph.Open(b.TempDir(), graph.Options{Create: true})
		if err != nil {
			b.Fatal(err)
		}
		cb := loadCodebook(b)
		imports := loadImports{b, s, cb, 0}
		imports.run(loadStatements)
		s.Refresh() // else the first readers get the empty store, as those who come during a write do
		srv := httptest.NewServer(New(Config{Snapshot: s.Newest}))
		stop, stopped := make(chan struct{}), make(chan int)
		go func() { stopped <- imports.until(stop) }()
		times := readPages(b, srv.URL)
		close(stop)
		b.ReportMetric(float64(<-stopped), "imported")
		report(b, times)
		srv.Close()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func report(b *testing.B, times []time.Duration) {
	b.Helper()
	slices.Sort(times)
	for name, at := range map[string]int{"p50-ms": len(times) / 2, "p99-ms": len(times) * 99 / 100, "max-ms": len(times) - 1} {
		b.ReportMetric(float64(times[at].Microseconds())/1000, name)
	}
	b.ReportMetric(0, "ns/op")
}

// readPages lets all readers read; an answer that is no page is an error.
func readPages(b *testing.B, url string) []time.Duration {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: loadReaders}}
	defer client.CloseIdleConnections()
	all := make([][]time.Duration, loadReaders)
	var readers sync.WaitGroup
	for r := range loadReaders {
		readers.Go(func() {
			time.Sleep(loadPause * time.Duration(r) / loadReaders) // not all at the same moment
			for n := range loadPages {
				begin := time.Now()
				if err := get(client, url+loadPage(r+n)); err != nil {
					b.Error(err)
				}
				took := time.Since(begin)
				all[r] = append(all[r], took)
				time.Sleep(max(0, loadPause-took))
			}
		})
	}
	readers.Wait()
	return slices.Concat(all...)
}

func get(client *http.Client, url string) error {
	r, err := client.Get(url)
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return err
	}
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, r.Status)
	}
	return nil
}

// loadPage is one of the pages that readers open.
func loadPage(n int) string {
	actor := fmt.Sprintf("a%d", n*7%loadActors)
	return []string{
		"/", "/matrix", "/matrix?issue=i" + fmt.Sprint(n%loadIssues), "/matrix.json?actor=" + actor, "/actors", "/actors/" + actor,
		"/issues", "/issues/i" + fmt.Sprint(n%loadIssues), "/cell?actor=" + actor + "&proposition=i1p1", "/timeline?actor=" + actor, "/shifts?actor=" + actor,
	}[n%11]
}

func loadCodebook(b *testing.B) *schema.Codebook {
	b.Helper()
	yaml := "codebook: load\nversion: 1\nissues:\n"
	for i := range loadIssues {
		yaml += fmt.Sprintf("  - id: i%d\n    label: Issue %d\n    propositions:\n", i, i)
		for p := range perLoadIssue {
			yaml += fmt.Sprintf("      - {id: i%dp%d, label: Proposition %d of issue %d}\n", i, p, p, i)
		}
	}
	yaml += "actors:\n"
	for a := range loadActors {
		yaml += fmt.Sprintf("  - {id: a%d, type: state, label: Actor %d}\n", a, a)
	}
	cb, err := schema.LoadCodebook("load.yaml", []byte(yaml))
	if err != nil {
		b.Fatal(err)
	}
	return cb
}

// loadImports writes votes, every one another.
type loadImports struct {
	b    *testing.B
	s    *graph.Store
	cb   *schema.Codebook
	made int
}

// run is one import from its beginning to its end.
func (l *loadImports) run(statements int) {
	im, err := l.s.BeginImport(context.Background(), graph.ImportRun{ID: fmt.Sprintf("run%d", l.made), File: "votes.csv", Statements: statements}, l.cb)
	if err != nil {
		l.b.Fatal(err)
	}
	for range statements / loadBatch {
		if _, err := im.Put(context.Background(), nil, l.batch()); err != nil {
			l.b.Fatal(err)
		}
	}
	if err := im.Finish(context.Background()); err != nil {
		l.b.Fatal(err)
	}
}

// until goes on importing and returns how many statements it has brought.
func (l *loadImports) until(stop <-chan struct{}) int {
	begin := l.made
	for {
		select {
		case <-stop:
			return l.made - begin
		default:
			l.run(10 * loadBatch)
		}
	}
}

func (l *loadImports) batch() []schema.Statement {
	list := make([]schema.Statement, loadBatch)
	for i := range list {
		n := l.made
		l.made++
		issue := fmt.Sprintf("i%d", n%loadIssues)
		text := fmt.Sprintf("Vote %d", n/loadActors)
		list[i] = schema.Statement{Doc: text, Source: schema.HashText(text), Evidence: fmt.Sprintf("%s, no. %d", text, n), Actor: fmt.Sprintf("a%d", n%loadActors), Issue: issue,
			Proposition: fmt.Sprintf("%sp%d", issue, n/loadIssues%perLoadIssue), Stance: schema.Stances[n%len(schema.Stances)], Act: schema.ActSupport,
			Date: schema.DateOfDay(schema.Day(15000 + n/loadActors)), DateBasis: schema.DateStated, Mode: schema.ModeAction, Coder: "clerk", Confidence: 1,
			Status: schema.StatusAccepted, Codebook: l.cb.Ref()}
	}
	return list
}
