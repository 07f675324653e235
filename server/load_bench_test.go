package server

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
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
	loadPages      = 40 // of each reader
	pagesBefore    = 5  // of each reader, before the import begins
	loadPause      = time.Second
	loadStatements = 20_000 // that are there
	loadBatch      = 1_000
	loadActors     = 100
	loadIssues     = 10
	perLoadIssue   = 5
)

// BenchmarkReadersDuringImport reports how long pages take then, in
// milliseconds: half of them, 99 of 100, and the slowest; of each kind of page
// half and 99 of 100.
func BenchmarkReadersDuringImport(b *testing.B) {
	s, err := graph.Open(b.TempDir(), graph.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	imports := loadImports{b: b, s: s, cb: loadCodebook(b), vote: loadVote, size: 10 * loadBatch}
	imports.run(loadStatements)
	readDuring(b, s, &imports, loadPage)
}

// BenchmarkReadersDuringImportUN does the same on the votes of the United
// Nations, in a copy of the store that STANCEGRAPH_UN_STORE names: it grows by
// what is imported.
func BenchmarkReadersDuringImportUN(b *testing.B) {
	dir := os.Getenv("STANCEGRAPH_UN_STORE")
	if dir == "" {
		b.Skip("STANCEGRAPH_UN_STORE names no copy of the store of the votes of the United Nations")
	}
	s, err := graph.Open(dir, graph.Options{})
	if err != nil {
		b.Fatal(err)
	}
	votes, begun := s.Refresh(), time.Now().UnixNano()
	readDuring(b, s, &loadImports{b: b, s: s, cb: votes.Codebook, begun: begun, vote: votesLike(votes, begun), size: 20 * loadBatch}, researched(votes))
}

// readDuring lets readers read while imports run.
func readDuring(b *testing.B, s *graph.Store, imports *loadImports, pages pageOf) {
	b.Helper()
	s.Refresh() // else the first readers get the empty store, as those who come during a write do
	view := New(Config{Snapshot: s.Newest})
	s.Prepare(view.Prepare)
	srv := httptest.NewServer(view)
	times := map[string][]time.Duration{}
	readPages(b, srv.URL, pages, 0, pagesBefore)
	for b.Loop() {
		stop, stopped := make(chan struct{}), make(chan int)
		go func() { stopped <- imports.until(stop) }()
		for kind, took := range readPages(b, srv.URL, pages, pagesBefore, pagesBefore+loadPages) {
			times[kind] = append(times[kind], took...)
		}
		close(stop)
		b.ReportMetric(float64(<-stopped), "imported")
	}
	srv.Close()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	report(b, times)
}

func report(b *testing.B, times map[string][]time.Duration) {
	b.Helper()
	ms := func(sorted []time.Duration, share float64) float64 {
		return float64(sorted[min(int(share*float64(len(sorted))), len(sorted)-1)].Microseconds()) / 1000
	}
	var all []time.Duration
	var kinds strings.Builder
	for _, kind := range slices.Sorted(maps.Keys(times)) {
		took := slices.Sorted(slices.Values(times[kind]))
		all = append(all, took...)
		fmt.Fprintf(&kinds, "\n%-14s %5d pages: half %7.1f ms, 99 of 100 %7.1f ms, slowest %7.1f ms", kind, len(took), ms(took, 0.5), ms(took, 0.99), ms(took, 1))
	}
	fmt.Println(kinds.String()) // a log is cut after ten lines
	slices.Sort(all)
	b.ReportMetric(ms(all, 0.5), "p50-ms")
	b.ReportMetric(ms(all, 0.99), "p99-ms")
	b.ReportMetric(ms(all, 1), "max-ms")
	b.ReportMetric(0, "ns/op")
}

// pageOf is what a reader opens as the nth page: its kind and its address.
type pageOf func(reader, n int) (kind, path string)

// readPages lets all readers read some of their pages; an answer that is no page
// is an error.
func readPages(b *testing.B, url string, pages pageOf, from, to int) map[string][]time.Duration {
	b.Helper()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: loadReaders}}
	defer client.CloseIdleConnections()
	times := map[string][]time.Duration{}
	var mu sync.Mutex
	var readers sync.WaitGroup
	for r := range loadReaders {
		readers.Go(func() {
			time.Sleep(loadPause * time.Duration(r) / loadReaders) // not all at the same moment
			for n := from; n < to; n++ {
				kind, path := pages(r, n)
				begin := time.Now()
				if err := get(client, url+path); err != nil {
					b.Error(err)
				}
				took := time.Since(begin)
				mu.Lock()
				times[kind] = append(times[kind], took)
				mu.Unlock()
				time.Sleep(max(0, loadPause-took))
			}
		})
	}
	readers.Wait()
	return times
}

// get asks as a browser does, and leaves the page compressed: what the reader's
// machine does with it is not the server's time.
func get(client *http.Client, url string) error {
	ask, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	ask.Header.Set("Accept-Encoding", "gzip")
	r, err := client.Do(ask)
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

// loadPage is one of the pages of the generated votes.
func loadPage(reader, n int) (kind, path string) {
	n += reader
	actor := fmt.Sprintf("a%d", n*7%loadActors)
	one := []struct{ kind, path string }{
		{"home", "/"}, {"matrix", "/matrix"}, {"opened", "/matrix?issue=i" + fmt.Sprint(n%loadIssues)}, {"matrix.json", "/matrix.json?actor=" + actor},
		{"actors", "/actors"}, {"actor", "/actors/" + actor}, {"issues", "/issues"}, {"issue", "/issues/i" + fmt.Sprint(n%loadIssues)},
		{"cell", "/cell?actor=" + actor + "&proposition=i1p1"}, {"timeline", "/timeline?actor=" + actor}, {"shifts", "/shifts?actor=" + actor},
	}[n%11]
	return one.kind, one.path
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
	b     *testing.B
	s     *graph.Store
	cb    *schema.Codebook
	vote  func(n int) schema.Statement // the nth
	size  int                          // statements of one import
	made  int
	begun int64 // tells the runs of one store from each other
}

// run is one import from its beginning to its end.
func (l *loadImports) run(statements int) {
	im, err := l.s.BeginImport(context.Background(), graph.ImportRun{ID: schema.HashText(fmt.Sprint(l.begun, l.made)), File: "votes.csv", Statements: statements}, l.cb)
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
			l.run(l.size)
		}
	}
}

func (l *loadImports) batch() []schema.Statement {
	list := make([]schema.Statement, loadBatch)
	for i := range list {
		list[i] = l.vote(l.made)
		l.made++
	}
	return list
}

func loadVote(n int) schema.Statement {
	issue := fmt.Sprintf("i%d", n%loadIssues)
	text := fmt.Sprintf("Vote %d", n/loadActors)
	return schema.Statement{Doc: text, Source: schema.HashText(text), Evidence: fmt.Sprintf("%s, no. %d", text, n), Actor: fmt.Sprintf("a%d", n%loadActors), Issue: issue,
		Proposition: fmt.Sprintf("%sp%d", issue, n/loadIssues%perLoadIssue), Stance: schema.Stances[n%len(schema.Stances)], Act: schema.ActSupport,
		Date: schema.DateOfDay(schema.Day(15000 + n/loadActors)), DateBasis: schema.DateStated, Mode: schema.ModeAction, Coder: "clerk", Confidence: 1,
		Status: schema.StatusAccepted, Codebook: "load/1"}
}
