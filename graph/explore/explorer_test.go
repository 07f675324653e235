package explore_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/schema"
)

const countStatements = `g.V("<sg:Statement>").In("<rdf:type>").Count()`

func mustRun(t testing.TB, e *explore.Explorer, text string) explore.Result {
	t.Helper()
	for {
		r, err := e.Run(t.Context(), explore.Query{Text: text, Limits: explore.Limits{Time: patient}})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(r.Note, "the store has changed since") { // a copy that took a busy machine long serves longer
			return r
		}
	}
}

func copiesIn(t testing.TB, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "query-*"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestAnswersFollowTheStore(t *testing.T) {
	t.Parallel()
	s, dir := store(t, 1)
	e := explore.New(s, dir)
	for n, want := range []string{`{"value":4}`, `{"value":8}`, `{"value":12}`} {
		if n > 0 {
			put(t, s, n)
		}
		if got := lines(t, mustRun(t, e, countStatements)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if err := e.Close(); err != nil || len(copiesIn(t, dir)) > 0 {
		t.Errorf("left over: %v (%v)", copiesIn(t, dir), err)
	}
}

func TestOneCopyServesUntilTheStoreChanges(t *testing.T) {
	t.Parallel()
	s, dir := store(t, 1)
	left := filepath.Join(dir, "query-of-a-killed-process.bolt")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	e := explore.New(s, dir)
	mustRun(t, e, "1")
	first := copiesIn(t, dir)
	mustRun(t, e, "1")
	if again := copiesIn(t, dir); len(first) != 1 || len(again) != 1 || first[0] != again[0] || first[0] == left {
		t.Errorf("got %v, then %v", first, again)
	}
	put(t, s, 1)
	mustRun(t, e, "1")
	if after := copiesIn(t, dir); len(after) != 1 || after[0] == first[0] {
		t.Errorf("got %v, then %v", first, after)
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}

// Every answer is that of some moment: a multiple of the four statements that
// are written at a time, never fewer than before.
func TestQueriesWhileTheStoreIsWritten(t *testing.T) {
	t.Parallel()
	s, dir := store(t, 1)
	e := explore.New(s, dir)
	var writer sync.WaitGroup
	stop := make(chan struct{})
	writer.Go(func() {
		for n := 1; ; n++ {
			select {
			case <-stop:
				return
			default:
				put(t, s, n)
			}
		}
	})
	last := 0
	for range 10 {
		r := mustRun(t, e, `g.Emit(g.V("<sg:Statement>").In("<rdf:type>").ToArray().length)`)
		n := int(number(t, r.Rows[0]["value"]))
		if n%4 != 0 || n < last {
			t.Errorf("got %d statements after %d", n, last)
		}
		last = n
	}
	close(stop)
	writer.Wait()
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}

func TestOnlySoManyRunAtATime(t *testing.T) {
	t.Parallel()
	s, dir := store(t, 1)
	e := explore.New(s, dir)
	ctx, cancel := context.WithCancel(context.Background())
	var long sync.WaitGroup
	limits := explore.Limits{Time: patient}
	for range 2 {
		long.Go(func() {
			err := explore.ErrBusy
			for errors.Is(err, explore.ErrBusy) { // one of the short ones may have its place
				_, err = e.Run(ctx, explore.Query{Text: `while (true) {}`, Limits: limits})
			}
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		})
	}
	var err error
	for err == nil {
		_, err = e.Run(ctx, explore.Query{Text: "1", Limits: limits}) // finds a place until both are running
	}
	if !errors.Is(err, explore.ErrBusy) || schema.KindOf(err) != schema.KindBusy {
		t.Errorf("got %v", err)
	}
	cancel()
	long.Wait()
	mustRun(t, e, "1") // the places are free again
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}

func TestCloseEndsWhatRuns(t *testing.T) {
	t.Parallel()
	s, dir := store(t, 1)
	e := explore.New(s, dir)
	done := make(chan error)
	go func() {
		_, err := e.Run(context.Background(), explore.Query{Text: `while (true) {}`, Limits: explore.Limits{Time: patient}})
		done <- err
	}()
	time.Sleep(200 * time.Millisecond)
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := e.Run(context.Background(), explore.Query{Text: "1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("after Close: got %v", err)
	}
}
