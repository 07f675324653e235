package graphtest

import (
	"context"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// OpenFunc opens the store of a name, the same one each time within a test; it
// may be opened again after it was closed.
type OpenFunc func(t testing.TB, name string) *graph.Store

// TestStore runs the contract against a store.
func TestStore(t *testing.T, open OpenFunc) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *suite)
	}{
		{"an empty store answers", testEmpty},
		{"codebooks are kept by version", testCodebooks},
		{"a codebook changes only with its version", testCodebookConflicts},
		{"a codebook moves on and statements stay", testCodebookMovesOn},
		{"a source comes with its statements", testPutSource},
		{"the same again adds nothing", testIdempotent},
		{"the order of writing does not show", testOrder},
		{"a newer version supersedes its own proposals", testSuperseded},
		{"a description is replaced and progress is kept", testDescription},
		{"what a person decided is not proposed away", testDecided},
		{"a bad record keeps everything out", testAllOrNothing},
		{"statements are imported onto sources that are there", testPutStatements},
		{"review accepts, rejects and revises", testReview},
		{"a bad decision keeps everything out", testBadDecisions},
		{"a source is marked coded", testMarkCoded},
		{"annotations are kept and no statements", testAnnotations},
		{"a bad annotation keeps all of them out", testBadAnnotations},
		{"a corpus is written at once", testCorpus},
		{"a bad record keeps a corpus out", testBadCorpus},
		{"a corpus brings its codebooks", testCorpusWithCodebooks},
		{"a quote-only source leaves as quotations", testRights},
		{"bad rights are refused", testBadRights},
		{"a snapshot stays as it is", testSnapshot},
		{"iterators stop when told", testIterators},
		{"readers and writers do not wait for each other", testConcurrent},
		{"a closed store says so", testClosed},
		{"any sequence of writes is read back", testAnySequence},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.test(t, &suite{t: t, ctx: context.Background(), open: open, store: open(t, "store")})
		})
	}
}

// suite is one test of the contract at work on one store.
type suite struct {
	t     *testing.T
	ctx   context.Context
	open  OpenFunc
	store *graph.Store
}

// done checks and closes the store.
func (s *suite) done() { CheckAndClose(s.t, s.store) }

// reopen closes the store and opens it again: what counts is on disk.
func (s *suite) reopen() {
	s.t.Helper()
	CheckAndClose(s.t, s.store)
	s.store = s.open(s.t, "store")
}

func (s *suite) putCodebook() {
	s.t.Helper()
	if err := s.store.PutCodebook(s.ctx, Codebook(s.t, "1")); err != nil {
		s.t.Fatal(err)
	}
}

func (s *suite) put(src schema.Source, statements []schema.Statement) graph.Report {
	s.t.Helper()
	r, err := s.store.PutSource(s.ctx, src, statements)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

func (s *suite) review(decisions ...graph.Decision) graph.Report {
	s.t.Helper()
	r, err := s.store.Review(s.ctx, decisions)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

func (s *suite) statement(id string) schema.Statement {
	s.t.Helper()
	st, ok := s.store.Refresh().Statement(id)
	if !ok {
		s.t.Fatalf("statement %s is not in the store", id)
	}
	return *st
}

func (s *suite) want(what string, got, want any) {
	s.t.Helper()
	if got != want {
		s.t.Errorf("%s: got %+v, want %+v", what, got, want)
	}
}

// wantError checks the kind of an error and that it says what to do next.
func (s *suite) wantError(what string, err error, kind schema.Kind) {
	s.t.Helper()
	if schema.KindOf(err) != kind || schema.HintOf(err) == "" {
		s.t.Errorf("%s: got %v of kind %q with hint %q, want kind %q and a hint", what, err, schema.KindOf(err), schema.HintOf(err), kind)
	}
}
