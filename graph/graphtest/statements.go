package graphtest

import (
	"errors"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// testAllOrNothing breaks one thing at a time. Everything that is wrong is
// named, and nothing is written.
func testAllOrNothing(t *testing.T, s *suite) {
	s.putCodebook()
	known, knownStatements := Article(0, 1)
	s.put(known, knownStatements)
	before := NQuads(t, s.store)
	for name, spoil := range map[string]func(src *schema.Source, st []schema.Statement){
		"another passage":          func(_ *schema.Source, st []schema.Statement) { st[2].Evidence = "not in the text" },
		"offsets outside the text": func(_ *schema.Source, st []schema.Statement) { st[2].Start, st[2].End = 9000, 9010 },
		"an unknown actor":         func(_ *schema.Source, st []schema.Statement) { st[2].Actor = "nordn" },
		"an unknown proposition":   func(_ *schema.Source, st []schema.Statement) { st[2].Proposition = "old-dam" },
		"no stance":                func(_ *schema.Source, st []schema.Statement) { st[2].Stance = 0 },
		"revises nothing":          func(_ *schema.Source, st []schema.Statement) { st[2].Revises = "00000000-0000-5000-8000-000000000000" },
		"another source":           func(_ *schema.Source, st []schema.Statement) { st[2].Source = known.ID },
		"an ID of another content": func(_ *schema.Source, st []schema.Statement) { st[2].ID = knownStatements[0].ID },
		"twice the same":           func(_ *schema.Source, st []schema.Statement) { st[2] = st[1] },
		"another text":             func(src *schema.Source, _ []schema.Statement) { src.Text += "." },
		"an empty text":            func(src *schema.Source, _ []schema.Statement) { src.Text = "" },
		"bytes that are no text":   func(src *schema.Source, _ []schema.Statement) { src.Text = "\xff" },
		"no status":                func(src *schema.Source, _ []schema.Statement) { src.Status = "" },
	} {
		src, statements := Article(6, 4)
		id := statements[2].ID
		spoil(&src, statements)
		if statements[2].ID == id && statements[2].Stance.Valid() && name != "twice the same" {
			statements[2].ID = statements[2].DeriveID() // the ID is not what is wrong
		}
		_, err := s.store.PutSource(s.ctx, src, statements)
		s.wantError(name, err, schema.KindInput)
		var problems schema.Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Errorf("%s: %v: no problems listed", name, err)
		}
	}
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.done()
}

func testPutStatements(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(7, 4)
	_, err := s.store.PutStatements(s.ctx, statements)
	s.wantError("before their source", err, schema.KindInput)
	s.put(src, nil)
	cited := statements[3]
	cited.Source, cited.Evidence, cited.Start, cited.End, cited.ID = schema.HashText("elsewhere"), "Treaty of the Lake, article 3", 0, 0, ""
	cited.Variables = map[string]string{"vote": "yes", "document": "A/1"}
	report, err := s.store.PutStatements(s.ctx, append(slices.Clone(statements), cited))
	if err != nil {
		t.Fatal(err)
	}
	s.want("report", report, graph.Report{Added: 5})
	s.reopen()
	cited.ID = cited.DeriveID()
	s.want("a citation of a source that is not there", record(t, s.statement(cited.ID)), record(t, cited))

	coded := slices.Clone(statements)
	coded[0].Status, coded[0].Confidence = schema.StatusAccepted, 1
	report, err = s.store.PutStatements(s.ctx, coded)
	if err != nil {
		t.Fatal(err)
	}
	s.want("a person's coding of a proposal", report, graph.Report{Updated: 1, Known: 3})
	s.want("status", s.statement(coded[0].ID).Status, schema.StatusAccepted)
	s.done()
}

func testMarkCoded(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(8, 2)
	s.put(src, statements)
	version := s.store.Snapshot().Version
	for range 2 {
		if err := s.store.MarkCoded(s.ctx, src.ID, true); err != nil {
			t.Fatal(err)
		}
	}
	s.wantError("a source that is not there", s.store.MarkCoded(s.ctx, "abc", true), schema.KindNotFound)
	s.reopen()
	s.want("status", s.store.Snapshot().Sources[src.ID].Status, schema.SourceCoded)
	if s.store.Snapshot().Version == version {
		t.Error("a coded source changes answers, but the data version is the same")
	}
	for range 2 {
		if err := s.store.MarkCoded(s.ctx, src.ID, false); err != nil {
			t.Fatal(err)
		}
	}
	s.reopen()
	s.want("status, taken back", s.store.Snapshot().Sources[src.ID].Status, schema.SourceProposed)
	s.want("data version, taken back", s.store.Snapshot().Version, version)
	s.done()
}
