package graphtest

import (
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func testPutSource(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(3, 5)
	statements[1].ID = "" // to be derived
	s.want("report", s.put(src, statements), graph.Report{Added: 5})
	s.want("the caller's statement", statements[1].ID, "")
	s.reopen()
	snap := s.store.Snapshot()
	got := *snap.Sources[src.ID]
	s.want("text", got.Text, src.Text)
	s.want("published", got.Published, src.Published)
	s.want("extracted", strings.Join(got.Extracted, ","), "rules/1 lake-dispute/1")
	for i, st := range snap.OfSource(src.ID) {
		want := statements[i]
		want.ID = want.DeriveID()
		s.want("record", record(t, *st), record(t, want))
	}
	s.done()
}

func record(t *testing.T, st schema.Statement) string {
	t.Helper()
	b, err := st.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func testIdempotent(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(1, 6)
	s.put(src, statements)
	before, version := NQuads(t, s.store), s.store.Snapshot().Version
	s.want("the same again", s.put(src, statements), graph.Report{Known: 6})
	s.want("without statements", s.put(src, nil), graph.Report{})
	s.putCodebook()
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.want("data version", s.store.Snapshot().Version, version)
	s.reopen()
	s.want("data version after opening again", s.store.Snapshot().Version, version)
	s.done()
}

func testOrder(t *testing.T, s *suite) {
	other := s.open(t, "other")
	if err := other.PutCodebook(s.ctx, Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	s.putCodebook()
	for i := range 8 {
		src, statements := Article(i, i)
		s.put(src, statements)
		src, statements = Article(7-i, 7-i)
		slices.Reverse(statements)
		if _, err := other.PutSource(s.ctx, src, statements); err != nil {
			t.Fatal(err)
		}
	}
	s.want("export", Difference(NQuads(t, s.store), NQuads(t, other)), "")
	s.want("data version", s.store.Snapshot().Version, other.Snapshot().Version)
	CheckAndClose(t, other)
	s.done()
}

func testSuperseded(_ *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(2, 6)
	s.put(src, statements)
	s.review(graph.Decision{ID: statements[5].ID, Reviewer: "anna", Accept: true})

	// Version 2 makes four of the six again, two of them with another trace.
	src.Extracted = []string{"rules/2 lake-dispute/1"}
	again := slices.Clone(statements[:4])
	for i := range again {
		again[i].Coder, again[i].Trace = "rules/2", nil
	}
	s.want("report", s.put(src, again), graph.Report{Updated: 4, Superseded: 1})
	snap := s.store.Snapshot()
	for i, want := range []ledger.Standing{0, 0, 0, 0, ledger.Superseded, ledger.Stands} {
		st, _ := snap.Statement(statements[i].ID)
		s.want("standing", snap.Standing(st), want)
	}
	s.want("coder", s.statement(statements[0].ID).Coder, "rules/2")
	s.want("a trace taken back", len(s.statement(statements[0].ID).Trace), 0)
	s.reopen()

	// Another program leaves the proposals of the first alone.
	src.Extracted = []string{"model/1 lake-dispute/1"}
	s.want("another program", s.put(src, nil), graph.Report{})
	s.want("extractions", strings.Join(s.store.Refresh().Sources[src.ID].Extracted, ", "), "model/1 lake-dispute/1, rules/2 lake-dispute/1")
	s.done()
}

func testDescription(_ *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(4, 2)
	src.Status = schema.SourceCoded
	s.put(src, statements)
	src.Status, src.Title, src.URL, src.Note = schema.SourceRaw, "A better title", "https://example.org/a b", ""
	s.put(src, nil)
	s.reopen()
	got := s.store.Snapshot().Sources[src.ID]
	s.want("title", got.Title, "A better title")
	s.want("address", got.URL, "https://example.org/a b")
	s.want("status", got.Status, schema.SourceCoded)
	s.done()
}

func testDecided(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(5, 3)
	s.put(src, statements)
	s.review(graph.Decision{ID: statements[0].ID, Reviewer: "anna", Accept: true},
		graph.Decision{ID: statements[1].ID, Reviewer: "anna", Reason: "another lake"})
	before := NQuads(t, s.store)
	s.want("proposed again", s.put(src, statements), graph.Report{Known: 3})
	report, err := s.store.PutStatements(s.ctx, statements)
	if err != nil {
		t.Fatal(err)
	}
	s.want("imported as proposals", report, graph.Report{Known: 3})
	s.want("export", Difference(before, NQuads(t, s.store)), "")

	// The third was accepted by its coder, before anybody reviewed it.
	statements[2].Status = schema.StatusAccepted
	if _, err := s.store.PutStatements(s.ctx, statements[2:]); err != nil {
		t.Fatal(err)
	}
	s.review(graph.Decision{ID: statements[2].ID, Reviewer: "anna", Reason: "misread"})
	if report, err = s.store.PutStatements(s.ctx, statements[2:]); err != nil {
		t.Fatal(err)
	}
	s.want("imported as it was before its review", report, graph.Report{Known: 1})
	s.want("its status", s.statement(statements[2].ID).Status, schema.StatusRejected)
	s.done()
}
