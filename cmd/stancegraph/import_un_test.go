package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// TestImportUN imports the votes of the General Assembly of the United Nations
// and compares the share of yes votes of every country, as statements and as
// positions, with a direct count over the file. It takes minutes and gigabytes:
// make bench-un runs it.
func TestImportUN(t *testing.T) {
	data := filepath.Join(shared(), "data")
	votes := filepath.Join(data, "un_votes.csv.gz")
	if _, err := os.Stat(votes); err != nil || os.Getenv("STANCEGRAPH_UN") == "" {
		t.Skip("needs STANCEGRAPH_UN=1 and the votes beside the repository: see docs/benchmarks.md")
	}
	store := filepath.Join(t.TempDir(), "un.db")
	memory := watchMemory()
	began := time.Now()
	var out, progress bytes.Buffer
	code := run(t.Context(), []string{"import", "--store", store, "--map", "actor=country,proposition=rcid,stance=stance,date=date,source=unres",
		"--titles", filepath.Join(data, "un_rollcalls.csv.gz"), "--issues", filepath.Join(data, "un_issues.csv"), votes}, nil, &out, &progress)
	if code != 0 {
		t.Fatalf("exit code %d\n%s", code, progress.Bytes())
	}
	took := time.Since(began)
	t.Logf("%s", out.Bytes())
	t.Logf("import: %.0f s, %.0f statements/s, peak memory %d MB beside the mapped file", took.Seconds(), 870109/took.Seconds(), memory()>>20)
	if info, err := os.Stat(filepath.Join(store, "graph.bolt")); err == nil {
		t.Logf("file: %.2f GB, %d bytes a statement", float64(info.Size())/1e9, info.Size()/870109)
	}
	compareUN(t, store, countVotes(t, votes))
}

// tally counts the votes of one country.
type tally struct{ yes, all int }

func countVotes(t *testing.T, path string) map[string]tally {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]tally{}
	for r := csv.NewReader(z); ; {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return counts
		}
		if err != nil {
			t.Fatal(err)
		}
		if row[0] != "country" {
			counts[row[0]] = counts[row[0]].add(row[2] == "1")
		}
	}
}

func (n tally) add(yes bool) tally {
	if n.all++; yes {
		n.yes++
	}
	return n
}

func compareUN(t *testing.T, store string, want map[string]tally) {
	t.Helper()
	began := time.Now()
	s, err := graph.Open(store, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	t.Logf("open: %.1f s", time.Since(began).Seconds())
	snap := s.Snapshot()
	propositions := map[string]bool{}
	byStatements, byPositions := map[string]tally{}, map[string]tally{}
	for i := range snap.Statements {
		st := &snap.Statements[i]
		propositions[st.Proposition] = true
		label := snap.Codebook.ActorLabel(st.Actor)
		byStatements[label] = byStatements[label].add(st.Stance == schema.Support)
	}
	if got := fmt.Sprint(len(snap.Statements), len(byStatements), len(propositions)); got != "870109 200 6203" {
		t.Errorf("statements, actors, propositions: got %s", got)
	}
	began = time.Now()
	positions, err := questions.Positions(snap, questions.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d positions: %.1f s", len(positions), time.Since(began).Seconds())
	for _, p := range positions {
		label := snap.Codebook.ActorLabel(p.Actor)
		byPositions[label] = byPositions[label].add(p.Value != nil && *p.Value == 1)
	}
	for country, n := range want {
		if byStatements[country] != n || byPositions[country] != n {
			t.Errorf("%s: %v in the file, %v statements, %v positions", country, n, byStatements[country], byPositions[country])
		}
	}
}

// watchMemory returns a function that tells the most memory that was in use
// since, in bytes. Pages of the mapped file, which the system takes back when
// it needs them, do not count. It is 0 where the system does not tell.
func watchMemory() func() int64 {
	var most atomic.Int64
	done := make(chan struct{})
	go func() {
		for {
			most.Store(max(most.Load(), anonymous()))
			select {
			case <-done:
				return
			case <-time.After(100 * time.Millisecond):
			}
		}
	}()
	return func() int64 { close(done); return most.Load() }
}

func anonymous() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := bytes.Cut(status, []byte("RssAnon:"))
	var kb int64
	_, _ = fmt.Sscan(string(after[:min(len(after), 20)]), &kb) // not there: 0
	return kb << 10
}
