package graph_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
)

const killArticles = 40

// TestKilled kills a process that ingests, at random points, again and again.
// What it acknowledged is there each time, the store is sound, and in the end
// it is the store of an undisturbed run.
func TestKilled(t *testing.T) {
	t.Parallel()
	if dir := os.Getenv("STANCEGRAPH_TEST_INGEST"); dir != "" {
		ingestAll(t, dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "store")
	r := rand.New(rand.NewPCG(1, 0))
	for round := range 6 {
		acknowledged := ingestAndKill(t, dir, r.IntN(killArticles), time.Duration(r.IntN(4000))*time.Microsecond)
		s, err := graph.Open(dir, graphtest.Options())
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if got := len(s.Snapshot().Sources); got < acknowledged {
			t.Errorf("round %d: %d sources were acknowledged, %d are there", round, acknowledged, got)
		}
		graphtest.CheckAndClose(t, s)
	}
	ingestAll(t, dir)
	undisturbed := filepath.Join(t.TempDir(), "undisturbed")
	ingestAll(t, undisturbed)
	a, b := graphtest.Open(t, dir), graphtest.Open(t, undisturbed)
	if graphtest.NQuads(t, a) != graphtest.NQuads(t, b) {
		t.Error("the store differs from that of an undisturbed run")
	}
}

// ingestAll goes through all articles and says after each one that it is there.
// Now and then it closes the store, which writes the ledger file.
func ingestAll(t *testing.T, dir string) {
	t.Helper()
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { s.Close() }()
	if err := s.PutCodebook(context.Background(), graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	for i := range killArticles {
		if i%5 == 4 {
			if s, err = reopen(s, dir); err != nil {
				t.Fatal(err)
			}
		}
		src, statements := graphtest.Article(i, 3)
		if _, err := s.PutSource(context.Background(), src, statements); err != nil {
			t.Fatal(err)
		}
		if os.Getenv("STANCEGRAPH_TEST_INGEST") != "" {
			fmt.Println("acknowledged", i)
		}
	}
}

func reopen(s *graph.Store, dir string) (*graph.Store, error) {
	if err := s.Close(); err != nil {
		return s, err
	}
	return graph.Open(dir, graphtest.Options())
}

// ingestAndKill kills the process some time after it has acknowledged as many
// articles as given, and returns how many it had by then.
func ingestAndKill(t *testing.T, dir string, after int, wait time.Duration) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	cmd.Env = append(os.Environ(), "STANCEGRAPH_TEST_INGEST="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	acknowledged := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var n int
		if _, err := fmt.Sscanf(lines.Text(), "acknowledged %d", &n); err == nil {
			acknowledged = n + 1
		}
		if acknowledged == after+1 {
			time.Sleep(wait)
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			after = -2 // and read on what it had printed before it died
		}
	}
	_ = cmd.Wait() // it was killed
	if acknowledged == 0 {
		t.Error("the process ingested nothing")
	}
	return acknowledged
}
