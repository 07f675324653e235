package graphtest

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// quoteOnly is an article of which only quotations may leave the store, with a
// statement and an annotation on a passage that is too long to quote, and one
// statement on a short one.
func quoteOnly() (schema.Source, []schema.Statement, []schema.Annotation) {
	src, statements := Article(1, 2)
	notes := Notes(1, 2)[:1]
	long := strings.Repeat("Sehr läng. ", 50)
	src.Rights, src.Text = schema.RightsQuoteOnly, src.Text+"\n"+long
	src.ID = schema.HashText(src.Text)
	end := len([]rune(src.Text))
	statements[1].Start, statements[1].End, statements[1].Evidence = end-len([]rune(long)), end, long
	notes[0].Start, notes[0].End, notes[0].Evidence = statements[1].Start, end, long
	for i := range statements {
		statements[i].Source = src.ID
		statements[i].ID = statements[i].DeriveID()
	}
	notes[0].Source = src.ID
	notes[0].ID = notes[0].DeriveID()
	return src, statements, notes
}

// What is quote-only is kept whole, leaves without its text and with short
// quotations, and is taken back without them.
func testRights(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements, notes := quoteOnly()
	s.put(src, statements)
	s.putAnnotations(notes)
	s.reopen()
	snap := s.store.Snapshot()
	s.want("text kept", snap.Sources[src.ID].Text, src.Text)
	exported := NQuads(t, s.store)
	s.want("sentences that leave", strings.Count(exported, "Satz"), 1)
	s.want("long passages that leave", strings.Count(exported, statements[1].Evidence), 0)
	s.want("quotations that are cut", strings.Count(exported, schema.Quotable(statements[1].Evidence)), 2)

	shown, out := snap.Quotable()
	s.want("left out", out, ledger.Withheld{Texts: 1, Quotations: 2})
	s.want("the snapshot stays as it is", snap.Sources[src.ID].Text, src.Text)
	all := graph.Corpus{Codebooks: shown.Codebooks, Sources: []schema.Source{*shown.Sources[src.ID]}, Statements: shown.Statements, Annotations: shown.Annotations}
	other := s.open(t, "other")
	if _, err := other.PutCorpus(s.ctx, all); err != nil {
		t.Fatal(err)
	}
	s.want("export of what was taken back", Difference(exported, NQuads(t, other)), "")

	// With the text, it is whole again; the statements are the same.
	report, err := other.PutSource(s.ctx, src, statements)
	if err != nil {
		t.Fatal(err)
	}
	s.want("statements that are whole again", report, graph.Report{Known: 1, Updated: 1})
	s.want("text that was missing", other.Refresh().Sources[src.ID].Text, src.Text)
	// And nothing is lost where the export comes back to where the text is.
	corpus, err := s.store.PutCorpus(s.ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	s.want("the export comes back", corpus, graph.CorpusReport{Statements: graph.Report{Known: 2}, Annotations: graph.Report{Known: 1}})
	src.Rights = ""
	s.put(src, nil)
	s.want("rights are not lost", s.store.Refresh().Sources[src.ID].Rights, schema.RightsQuoteOnly)
	CheckAndClose(t, other)
	s.done()
}

func testBadRights(_ *testing.T, s *suite) {
	s.putCodebook()
	for name, change := range map[string]func(*schema.Source, []schema.Statement){
		"an unknown word":                     func(src *schema.Source, _ []schema.Statement) { src.Rights = "quotes" },
		"no text and no reason":               func(src *schema.Source, _ []schema.Statement) { src.Rights, src.Text = "", "" },
		"no text and no hash":                 func(src *schema.Source, _ []schema.Statement) { src.ID, src.Text = "abc", "" },
		"another length than the offsets say": func(src *schema.Source, l []schema.Statement) { src.Text, l[0].Evidence = "", "short" },
		"another beginning than the text has": func(_ *schema.Source, l []schema.Statement) {
			l[1].Evidence = "X" + schema.Quotable(l[1].Evidence)[1:]
		},
	} {
		src, statements, _ := quoteOnly()
		change(&src, statements)
		_, err := s.store.PutSource(s.ctx, src, statements)
		s.wantError(name, err, schema.KindInput)
	}
	s.want("sources", len(s.store.Refresh().Sources), 0)
	s.done()
}
