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
	s.want("export", difference(before, NQuads(t, s.store)), "")
	s.done()
}
