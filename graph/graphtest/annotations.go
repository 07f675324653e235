package graphtest

import (
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// Notes returns annotations on the n-th article: one on each passage of it, and
// one that only cites it.
func Notes(n, passages int) []schema.Annotation {
	src, statements := Article(n, passages)
	var list []schema.Annotation
	for _, st := range statements {
		list = append(list, schema.Annotation{Doc: src.Doc, Source: src.ID, Start: st.Start, End: st.End, Evidence: st.Evidence, Type: "Note",
			Coder: "Åse/1", Date: st.Date, Reason: "a note", Variables: map[string]string{"note": "„schön“ <\n", "number": st.Trace[0]}})
	}
	list = append(list, schema.Annotation{Doc: src.Doc, Source: src.ID, Evidence: "page 3", Type: "Memo", Coder: "Bo"})
	for i := range list {
		list[i].ID = list[i].DeriveID()
	}
	return list
}

func testAnnotations(t *testing.T, s *suite) {
	src, _ := Article(1, 3)
	s.put(src, nil) // no codebook is needed
	version := s.store.Refresh().Version
	notes := Notes(1, 3)
	nameless := slices.Clone(notes)
	nameless[2].ID = "" // to be derived
	s.want("report", s.putAnnotations(nameless), graph.Report{Added: 4})
	s.want("the caller's annotation", nameless[2].ID, "")
	before := NQuads(t, s.store)
	s.want("the same again", s.putAnnotations(notes), graph.Report{Known: 4})
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	if s.store.Refresh().Version == version {
		t.Error("networks answer otherwise now, but the data version is the same")
	}
	s.reopen()
	got := s.store.Annotations()
	s.want("annotations", len(got), 4)
	s.want("the citation comes first", got[0].Evidence, "page 3")
	for i, want := range append(notes[3:], notes[:3]...) {
		s.want("record", annotation(t, got[i]), annotation(t, want))
	}
	s.want("statements", len(s.store.Snapshot().Statements), 0)

	notes[0].Reason = "worded anew"
	s.want("another reason", s.putAnnotations(notes), graph.Report{Known: 3, Updated: 1})
	s.done()
}

func testBadAnnotations(_ *testing.T, s *suite) {
	src, _ := Article(1, 3)
	s.put(src, nil)
	for name, change := range map[string]func([]schema.Annotation){
		"another text":      func(l []schema.Annotation) { l[1].Evidence = "elsewhere"; l[1].ID = "" },
		"an unknown source": func(l []schema.Annotation) { l[1].Source = strings.Repeat("0", 64); l[1].ID = "" },
		"an ID of another":  func(l []schema.Annotation) { l[1].ID = l[0].ID },
		"no coder":          func(l []schema.Annotation) { l[1].Coder = ""; l[1].ID = "" },
	} {
		notes := Notes(1, 3)
		change(notes)
		_, err := s.store.PutAnnotations(s.ctx, notes)
		s.wantError(name, err, schema.KindInput)
	}
	s.want("annotations", len(s.store.Annotations()), 0)
	s.done()
}

func testCorpus(t *testing.T, s *suite) {
	s.putCodebook()
	all, other := corpusOf(3), s.open(t, "other")
	report, err := s.store.PutCorpus(s.ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	s.want("report", report, graph.CorpusReport{Sources: 3, Statements: graph.Report{Added: 6}, Annotations: graph.Report{Added: 9}})
	report, err = s.store.PutCorpus(s.ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	s.want("the same again", report, graph.CorpusReport{Statements: graph.Report{Known: 6}, Annotations: graph.Report{Known: 9}})
	s.reopen()

	// One by one they give the same graph.
	if err := other.PutCodebook(s.ctx, Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	for n, src := range all.Sources {
		if _, err := other.PutSource(s.ctx, src, all.Statements[2*n:2*n+2]); err != nil {
			t.Fatal(err)
		}
		if _, err := other.PutAnnotations(s.ctx, all.Annotations[3*n:3*n+3]); err != nil {
			t.Fatal(err)
		}
	}
	s.want("export", Difference(NQuads(t, s.store), NQuads(t, other)), "")
	s.want("data version", s.store.Refresh().Version, other.Refresh().Version)
	CheckAndClose(t, other)
	s.done()
}

// A corpus with one bad record of any kind keeps everything out.
func testBadCorpus(t *testing.T, s *suite) {
	s.putCodebook()
	before := NQuads(t, s.store)
	for name, change := range map[string]func(*graph.Corpus){
		"a source":      func(c *graph.Corpus) { c.Sources[2].ID = c.Sources[0].ID },
		"a statement":   func(c *graph.Corpus) { c.Statements[5].Evidence = "elsewhere" },
		"an annotation": func(c *graph.Corpus) { c.Annotations[8].Coder = "" },
		"a text twice":  func(c *graph.Corpus) { c.Sources = append(c.Sources, c.Sources[0]) },
	} {
		all := corpusOf(3)
		change(&all)
		_, err := s.store.PutCorpus(s.ctx, all)
		s.wantError(name, err, schema.KindInput)
	}
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.done()
}

// Versions arrive in any order; the newest is the current one.
func testCorpusWithCodebooks(t *testing.T, s *suite) {
	all := corpusOf(2)
	for _, version := range []string{"1", "1.10", "1.9"} {
		all.Codebooks = append(all.Codebooks, Codebook(t, version))
	}
	for range 2 {
		if _, err := s.store.PutCorpus(s.ctx, all); err != nil {
			t.Fatal(err)
		}
	}
	s.reopen()
	var versions []string
	for _, cb := range s.store.Snapshot().Codebooks {
		versions = append(versions, cb.Version)
	}
	s.want("versions", strings.Join(versions, " "), "1 1.9 1.10")
	s.want("the current one", s.store.Snapshot().Codebook.Version, "1.10")
	s.want("statements", len(s.store.Snapshot().Statements), 4)

	before := NQuads(t, s.store)
	next, bad := Codebook(t, "2"), corpusOf(3)
	bad.Codebooks, bad.Statements[5].Evidence = []*schema.Codebook{next}, "elsewhere"
	_, err := s.store.PutCorpus(s.ctx, bad)
	s.wantError("a codebook with a bad statement", err, schema.KindInput)
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.done()
}

// corpusOf is some articles of two statements and three annotations each.
func corpusOf(articles int) (all graph.Corpus) {
	for n := range articles {
		src, statements := Article(n, 2)
		all.Sources = append(all.Sources, src)
		all.Statements = append(all.Statements, statements...)
		all.Annotations = append(all.Annotations, Notes(n, 2)...)
	}
	return all
}

func (s *suite) putAnnotations(list []schema.Annotation) graph.Report {
	s.t.Helper()
	r, err := s.store.PutAnnotations(s.ctx, list)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

func annotation(t *testing.T, a schema.Annotation) string {
	t.Helper()
	var b strings.Builder
	if err := schema.WriteAnnotation(&b, &a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
