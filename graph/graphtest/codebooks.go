package graphtest

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func testEmpty(t *testing.T, s *suite) {
	_, err := s.store.Codebook(s.ctx)
	s.wantError("codebook", err, schema.KindNotFound)
	s.want("statements", len(s.store.Snapshot().Statements), 0)
	s.want("export", NQuads(t, s.store), "")
	src, statements := Article(0, 1)
	_, err = s.store.PutSource(s.ctx, src, statements)
	s.wantError("statements without a codebook", err, schema.KindNotFound)
	s.reopen()
	s.want("sources", len(s.store.Snapshot().Sources), 0)
	s.done()
}

func testCodebooks(t *testing.T, s *suite) {
	for _, version := range []string{"1.9", "1.10", "1.2", "1.9"} {
		if err := s.store.PutCodebook(s.ctx, Codebook(t, version)); err != nil {
			t.Fatal(err)
		}
	}
	s.reopen()
	cb, err := s.store.Codebook(s.ctx)
	if err != nil {
		t.Fatal(err)
	}
	s.want("current", cb.Ref(), "lake-dispute/1.10")
	s.want("text", cb.YAML, Codebook(t, "1.10").YAML)
	a, _ := cb.Actor("ånestad")
	s.want("label", a.Label, "Åse Ånestad")
	s.want("the ledger's", s.store.Snapshot().Codebook.Ref(), cb.Ref())
	got := NQuads(t, s.store)
	s.want("versions kept", strings.Count(got, "skos/core#ConceptScheme>"), 3)
	s.want("actors of one version", strings.Count(got, `prefLabel> "Åse Ånestad"`), 1)
	s.done()
}

func testCodebookConflicts(t *testing.T, s *suite) {
	s.putCodebook()
	before := NQuads(t, s.store)
	other := *Codebook(t, "1")
	other.YAML += "# a remark\n"
	s.wantError("another text", s.store.PutCodebook(s.ctx, &other), schema.KindUsage)
	other = *Codebook(t, "1")
	other.Name = "sea-dispute"
	s.wantError("another name", s.store.PutCodebook(s.ctx, &other), schema.KindUsage)
	other = *Codebook(t, "2")
	other.YAML = ""
	s.wantError("without a text", s.store.PutCodebook(s.ctx, &other), schema.KindInput)
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.done()
}

// testCodebookMovesOn drops a proposition that statements are on, some of them
// coded by a version that the store has never seen.
func testCodebookMovesOn(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(1, 4)
	for i := range statements[:2] {
		statements[i].Codebook = "lake-dispute/0.9"
	}
	s.put(src, statements)
	yaml := strings.Replace(Codebook(t, "2").YAML, "id: new-dam", "id: another-dam", 1)
	next, err := schema.LoadCodebook("next.yaml", []byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.store.PutCodebook(s.ctx, next); err != nil {
		t.Fatal(err)
	}
	s.reopen()
	s.want("statements", len(s.store.Snapshot().OnProposition("new-dam")), 1)
	src.Extracted = []string{"rules/1 lake-dispute/2"}
	for i := range statements {
		statements[i].Codebook = "lake-dispute/2"
	}
	_, err = s.store.PutSource(s.ctx, src, statements)
	s.wantError("coded by the new version", err, schema.KindInput)
	s.done()
}
