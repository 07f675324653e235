package graph_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// votes are statements on citations, with their sources.
func votes(n int) (sources []schema.Source, statements []schema.Statement) {
	_, some := graphtest.Article(3, 1)
	for i := range n {
		text := fmt.Sprintf("A/RES/%d", i/10)
		if i%10 == 0 {
			sources = append(sources, schema.Source{ID: schema.HashText(text), Doc: text, Kind: schema.KindCitation, Status: schema.SourceRaw, Text: text})
		}
		st := some[0]
		st.ID, st.Source, st.Doc, st.Start, st.End, st.Trace, st.Via = "", schema.HashText(text), text, 0, 0, nil, nil
		st.Evidence = fmt.Sprintf("%s, vote %d", text, i)
		st.Coder, st.Status = "assembly", schema.StatusAccepted
		statements = append(statements, st)
	}
	return sources, statements
}

func mustBegin(t *testing.T, s *graph.Store, run graph.ImportRun, version string) *graph.Import {
	t.Helper()
	im, err := s.BeginImport(context.Background(), run, graphtest.Codebook(t, version))
	if err != nil {
		t.Fatal(err)
	}
	return im
}

func mustPut(t *testing.T, im *graph.Import, sources []schema.Source, statements []schema.Statement, want graph.Report) {
	t.Helper()
	got, err := im.Put(context.Background(), sources, statements)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("report: got %+v, want %+v", got, want)
	}
}

func mustFinish(t *testing.T, im *graph.Import) {
	t.Helper()
	if err := im.Finish(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// An import that ends in the middle is invisible, goes on where it was, and
// ends in the same graph as one that nothing disturbed.
func TestImportIsVisibleWhenComplete(t *testing.T) {
	t.Parallel()
	sources, statements := votes(60)
	run := graph.ImportRun{ID: "a1", File: "votes.csv", Hash: "h", Mapping: "m", Statements: 60}

	undisturbed := graphtest.Open(t, t.TempDir())
	im := mustBegin(t, undisturbed, run, "1")
	mustPut(t, im, sources, statements, graph.Report{Added: 60})
	mustFinish(t, im)
	want := graphtest.NQuads(t, undisturbed)
	if n := len(undisturbed.Snapshot().Statements); n != 60 {
		t.Errorf("%d statements are visible", n)
	}

	dir := t.TempDir()
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	empty := graphtest.NQuads(t, s)
	mustPut(t, mustBegin(t, s, run, "1"), sources[:4], statements[:40], graph.Report{Added: 40})
	for range 2 {
		if n := len(s.Refresh().Statements) + len(s.Refresh().SourceList()); n != 0 {
			t.Errorf("%d records of an import that is not complete are visible", n)
		}
		if got := graphtest.NQuads(t, s); got != empty {
			t.Errorf("the export shows an import that is not complete:\n%s", got)
		}
		if report := graphtest.MustBeSound(t, s); fmt.Sprint(report.Interrupted) != "[{a1 votes.csv 40 60}]" {
			t.Errorf("interrupted: got %v", report.Interrupted)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = graph.Open(dir, graphtest.Options()); err != nil {
			t.Fatal(err)
		}
	}
	defer graphtest.CheckAndClose(t, s)
	im = mustBegin(t, s, run, "1")
	mustPut(t, im, sources, statements, graph.Report{Added: 20, Known: 40})
	mustFinish(t, im)
	if got := graphtest.NQuads(t, s); got != want {
		t.Error("the graph differs from that of an import that nothing disturbed")
	}
	if again := mustBegin(t, s, run, "1"); !again.Complete() || len(s.Interrupted()) != 0 {
		t.Error("the import is not complete")
	}
}

// A complete import knows what it has, and takes nothing more.
func TestCompleteImportTakesNothingMore(t *testing.T) {
	t.Parallel()
	sources, statements := votes(20)
	s := graphtest.Open(t, t.TempDir())
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "votes.csv", Statements: 10}, "1")
	mustPut(t, im, sources[:1], statements[:10], graph.Report{Added: 10})
	mustFinish(t, im)
	mustPut(t, im, sources[:1], statements[:10], graph.Report{Known: 10})
	before := graphtest.NQuads(t, s)
	if _, err := im.Put(context.Background(), sources, statements); schema.KindOf(err) != schema.KindUsage || graphtest.NQuads(t, s) != before {
		t.Errorf("more statements: %v", err)
	}
}

// What an interrupted import left is new to everybody else, and taken over
// where it comes again.
func TestInterruptedImportAndOthers(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	s := graphtest.Open(t, t.TempDir())
	if err := s.PutCodebook(ctx, graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	sources, statements := votes(30)
	mustPut(t, mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv"}, "2"), sources, statements, graph.Report{Added: 30})
	if cb, err := s.Codebook(ctx); err != nil || cb.Version != "1" {
		t.Errorf("the codebook of an import that is not complete is the current one: %v", err)
	}
	ids := slices.Clone(statements)
	_, err := s.Review(ctx, []graph.Decision{{ID: ids[0].DeriveID(), Reviewer: "anna", Accept: true}})
	if schema.KindOf(err) != schema.KindInput {
		t.Errorf("review of a statement that nobody sees: %v", err)
	}
	if err := s.MarkCoded(ctx, sources[0].ID, true); schema.KindOf(err) != schema.KindNotFound {
		t.Errorf("a source that nobody sees was marked: %v", err)
	}
	if report, err := s.PutStatements(ctx, statements[:5]); err != nil || report.Added != 5 {
		t.Errorf("put statements: %+v, %v", report, err)
	}
	if n := len(s.Snapshot().Statements); n != 5 {
		t.Errorf("%d statements are visible, want 5", n)
	}
	other := mustBegin(t, s, graph.ImportRun{ID: "b2", File: "b.csv"}, "2")
	mustPut(t, other, sources[:2], statements[:20], graph.Report{Added: 15, Known: 5})
	mustFinish(t, other)
	if n := len(s.Snapshot().Statements); n != 20 {
		t.Errorf("%d statements are visible, want 20", n)
	}
	if got := fmt.Sprint(s.Interrupted()); got != "[{a1 a.csv 10 0}]" {
		t.Errorf("interrupted: got %s", got)
	}
	if cb, err := s.Codebook(ctx); err != nil || cb.Version != "2" {
		t.Errorf("the codebook of the import is not the current one: %v", err)
	}
	if !strings.Contains(graphtest.NQuads(t, s), "A/RES/1, vote 19") {
		t.Error("the export lacks the import")
	}
}

// A batch that cannot be written, at whatever point, leaves nothing, and the
// next one goes on.
func TestFailedImport(t *testing.T) {
	t.Parallel()
	n := 0
	s, err := graph.Open(t.TempDir(), graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV { return faulty{db, &n} }))
	if err != nil {
		t.Fatal(err)
	}
	defer graphtest.CheckAndClose(t, s)
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv"}, "1")
	sources, statements := votes(12)
	for at := 1; ; at += 37 {
		n = at
		_, err := im.Put(context.Background(), sources, statements)
		if n = 0; err == nil {
			break
		}
		if schema.KindOf(err) != schema.KindIO {
			t.Fatalf("write %d: %v", at, err)
		}
		graphtest.MustBeSound(t, s)
	}
	mustFinish(t, im)
	if got := len(s.Snapshot().Statements); got != 12 {
		t.Errorf("%d statements are visible", got)
	}
}

// A bad batch is refused whole.
func TestImportRefusesBadBatches(t *testing.T) {
	t.Parallel()
	s := graphtest.Open(t, t.TempDir())
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv"}, "1")
	sources, statements := votes(10)
	statements[3].Actor = "nobody"
	sources[0].Text = ""
	_, err := im.Put(context.Background(), sources, statements)
	if schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), "nobody") || !strings.Contains(err.Error(), "text") {
		t.Errorf("got %v", err)
	}
	if states := s.Interrupted(); len(states) != 1 || states[0].Written != 0 {
		t.Errorf("got %v", states)
	}
}

// full says now and then that the file has outgrown its room.
type full struct {
	hkv.KV
	n *int
}

func (f full) Outgrown() bool { *f.n++; return *f.n%3 == 0 }

// A store whose file outgrows its room opens itself anew between writes, in
// the middle of an import too, and loses nothing.
func TestStoreMakesRoom(t *testing.T) {
	t.Parallel()
	n, opened := 0, 0
	s, err := graph.Open(t.TempDir(), graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV { opened++; return full{db, &n} }))
	if err != nil {
		t.Fatal(err)
	}
	defer graphtest.CheckAndClose(t, s)
	sources, statements := votes(50)
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.csv"}, "1")
	for i := range 5 {
		mustPut(t, im, sources[i:i+1], statements[i*10:i*10+10], graph.Report{Added: 10})
	}
	mustFinish(t, im)
	if got := len(s.Snapshot().Statements); got != 50 || opened < 3 {
		t.Errorf("%d statements are visible, the file was opened %d times", got, opened)
	}
}

// Passages come with the texts that they are in, and are compared with them.
func TestImportOfPassages(t *testing.T) {
	t.Parallel()
	s := graphtest.Open(t, t.TempDir())
	im := mustBegin(t, s, graph.ImportRun{ID: "a1", File: "a.dna"}, "1")
	src, statements := graphtest.Article(4, 3)
	wrong := slices.Clone(statements)
	wrong[1].Evidence = "not in the text"
	wrong[1].ID = ""
	if _, err := im.Put(context.Background(), []schema.Source{src}, wrong); schema.KindOf(err) != schema.KindInput {
		t.Errorf("got %v", err)
	}
	mustPut(t, im, []schema.Source{src}, statements[:2], graph.Report{Added: 2})
	mustPut(t, im, nil, statements[2:], graph.Report{Added: 1}) // the text came with the batch before
	mustFinish(t, im)
	if got := len(s.Snapshot().OfSource(src.ID)); got != 3 {
		t.Errorf("%d statements on the source", got)
	}
}
