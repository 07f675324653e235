package dna_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

func TestConvertStatements(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{Name: "The harbour"}, harbourTables, harbourStatements)
	text := "The 🚢 must\nsail now, she said. Or not."
	want := []schema.Statement{
		{Start: 4, End: 19, Evidence: "🚢 must\nsail now", Actor: "siv-asen", OnBehalfOf: "the-port", Proposition: "the-fairway-is-deepened-now-at-once",
			Stance: schema.Support, Act: schema.ActSupport, Coder: "Anna",
			Variables: map[string]string{"weight": "-2", "policy solution": "2005", "remark": "loud", "statement.id": "11"}},
		{Start: 21, End: 29, Evidence: "she said", Actor: "the-port", Proposition: "pilots-are-paid-more",
			Stance: schema.Oppose, Act: schema.ActOppose, Coder: "Bo-2",
			Variables: map[string]string{"weight": "0", "policy solution": "", "remark": "", "statement.id": "12"}},
	}
	for i := range want {
		w := &want[i]
		w.Doc, w.Source, w.Issue, w.Codebook = "harbour.dna/3", schema.HashText(text), "dna-statement", "the-harbour/1"
		w.Date, w.DateBasis, w.Mode, w.Confidence, w.Status = schema.MustDate("2005-02-02"), schema.DateArticle, schema.ModeIndirect, 1, schema.StatusAccepted
		for key, v := range map[string]string{"statement.type": "DNA Statement", "document.id": "3", "document.time": "09:30:05", "document.section": "Harbour",
			"document.type": "news", "statement.kinds": `{"policy solution":"text","remark":"long text","weight":"integer"}`} {
			w.Variables[key] = v
		}
		w.ID = w.DeriveID()
	}
	same := cmp.Comparer(func(a, b schema.Date) bool { return a == b })
	if d := cmp.Diff(want, c.Statements, same, cmpopts.IgnoreFields(schema.Statement{}, "Trace")); d != "" {
		t.Error(d)
	}
	for i := range c.Statements {
		st := &c.Statements[i]
		if p := st.Validate(c.Codebook); len(p) > 0 {
			t.Error(p)
		}
		if got, ok := schema.Passage(text, st.Start, st.End); !ok || got != st.Evidence {
			t.Errorf("evidence %q is not %q", st.Evidence, got)
		}
	}
}

func TestConvertSources(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements)
	want := []schema.Source{
		{ID: schema.HashText("The 🚢 must\nsail now, she said. Or not."), Doc: "harbour.dna/3", Title: "Dredging 🚢 begins", Author: "A. Writer", Outlet: "The Post", Kind: "document",
			Published: schema.MustDate("2005-02-02"), DateRule: "DNA date 2005-02-02T09:30:05", Status: schema.SourceCoded,
			Note: "section: Harbour\ntype: news\nnotes: a note", Text: "The 🚢 must\nsail now, she said. Or not."},
		{ID: schema.HashText("Silence."), Doc: "harbour.dna/5", Title: "Nobody spoke", Kind: "document", Published: schema.MustDate("2005-02-02"),
			DateRule: "DNA date 2005-02-02T00:00:00", Status: schema.SourceRaw, Text: "Silence."},
	}
	if d := cmp.Diff(want, c.Sources, cmp.Comparer(func(a, b schema.Date) bool { return a == b })); d != "" {
		t.Error(d)
	}
}

// A document without a text is a citation, and so is what is coded on it.
func TestConvertDocumentsWithoutText(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements, "UPDATE DOCUMENTS SET Text = ''")
	if len(c.Sources) != 2 || len(c.Statements) != 2 || !strings.Contains(c.Problems.Error(), "document 3: Text: it is empty: the document is kept as a citation") {
		t.Fatalf("%d sources, %d statements, %v", len(c.Sources), len(c.Statements), c.Problems)
	}
	s := c.Sources[0]
	if want := "document 3 of DNA in harbour.dna: Dredging 🚢 begins"; s.Text != want || s.ID != schema.HashText(want) || s.Kind != schema.KindCitation {
		t.Errorf("got %+v", s)
	}
	if st := c.Statements[0]; st.Source != s.ID || st.HasPassage() || st.Variables["statement.start"] != "4" {
		t.Errorf("got %+v", st)
	}
}

func TestConvertNotesToAnnotations(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements)
	if len(c.Annotations) != 1 {
		t.Fatalf("%d annotations", len(c.Annotations))
	}
	a := c.Annotations[0]
	if a.Evidence != "The" || a.Type != "Note" || a.Coder != "Anna" || a.Reason == "" || a.Variables["note"] != "look at this" || a.Variables["statement.id"] != "13" || a.ID == "" {
		t.Errorf("got %+v", a)
	}
	for _, p := range c.Problems {
		if strings.Contains(p.Record, "13") {
			t.Errorf("a note is no problem: %v", p)
		}
	}
}

func TestConvertCodebook(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements)
	cb := c.Codebook
	again, err := schema.LoadCodebook("again", []byte(cb.YAML))
	if err != nil || cb.Ref() != "dna/1" || again.Ref() != cb.Ref() {
		t.Fatalf("%v, %v", cb.Ref(), err)
	}
	var got []string
	for _, a := range cb.Actors {
		got = append(got, string(a.Kind)+" "+a.ID+" "+a.Label+" "+strings.Join(a.Aliases, ","))
	}
	for _, p := range cb.Issues[0].Propositions {
		got = append(got, p.ID+": "+p.Label)
	}
	want := []string{"person siv-asen Siv Åsen Åsen", "organisation the-port The port ", "organisation siv-asen-2 Siv Åsen ",
		`the-fairway-is-deepened-now-at-once: The fairway is deepened: now, "at once".`, "pilots-are-paid-more: Pilots are paid more"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, comment := range []string{`# "Type": "official"`, `# "Notes": "before\x0athe winter"`, `# DNA highlights: "dredg"`, `Analyzer "3.0.11"`} {
		if !strings.Contains(cb.YAML, comment) {
			t.Errorf("no %s in\n%s", comment, cb.YAML)
		}
	}
	if strings.Contains(cb.YAML, "not to be read") {
		t.Error("a password was read")
	}
}

func TestConvertIsRepeatable(t *testing.T) {
	t.Parallel()
	f := mustRead(t, mustMake(t, harbourTables, harbourStatements))
	first, err := dna.Convert(f, dna.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := dna.Convert(f, dna.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(first, again, cmp.Comparer(func(a, b schema.Date) bool { return a == b }), cmpopts.IgnoreUnexported(schema.Codebook{})); d != "" {
			t.Fatal(d)
		}
	}
}

// What became a name of its own, and what could not be taken, is said.
func TestConvertReports(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements, `
		INSERT INTO CODERS VALUES (3, 'Anna', 0, 0, 0, '', 1), (4, ' ', 0, 0, 0, '', 1);
		INSERT INTO STATEMENTS VALUES (31, 1, 3, 4, 21, 3), (32, 1, 3, 4, 21, 1), (33, 1, 3, 5, 8, 1), (34, 1, 3, 30, 99, 1), (35, 1, 3, 8, 8, 1), (36, 1, 9, 0, 1, 1);
		INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) SELECT s.ID, v.VariableId, v.Entity FROM STATEMENTS s, DATASHORTTEXT v WHERE s.ID > 30 AND v.StatementId = 11;
		INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) SELECT ID, 4, 1 FROM STATEMENTS WHERE ID > 32;
		UPDATE DATASHORTTEXT SET Entity = 5 WHERE StatementId = 31 AND VariableId = 3;
		UPDATE DATASHORTTEXT SET Entity = 1 WHERE StatementId = 32 AND VariableId = 1;
		UPDATE DATASHORTTEXT SET Entity = 3 WHERE StatementId = 32 AND VariableId = 2;
		UPDATE DATASHORTTEXT SET Entity = 7 WHERE StatementId = 33 AND VariableId = 3;
		DELETE FROM DATABOOLEAN WHERE StatementId = 31;`)
	messages := c.Problems.Error()
	for _, want := range []string{
		`coder 2: Name "Bo/2": is called "Bo-2" here`, `coder 3: Name "Anna": is called "Anna (3)" here`, `coder 4: Name " ": is called "(4)" here`,
		`STATEMENTS 36: DocumentId "9": no document has this ID: left out`, `statement 31: no concept is coded: kept as an annotation`,
		`statement 32: nobody who speaks is coded: kept as an annotation`, `statement 33: Start "5-8": cuts a character in two: widened`,
		`statement 34: Start "30-99": no passage of document 3, which has 40 UTF-16 code units: cited without offsets`,
	} {
		if !strings.Contains(messages, want) {
			t.Errorf("no %q in:\n%s", want, messages)
		}
	}
	cited := c.Statements[len(c.Statements)-1]
	if cited.HasPassage() || cited.Evidence != "statement 35 of DNA in document 3, at 8-8" || cited.Variables["statement.start"] != "8" || cited.Variables["statement.stop"] != "8" {
		t.Errorf("a citation: %+v", cited)
	}
	if p := cited.Validate(c.Codebook); len(p) > 0 {
		t.Error(p)
	}
	if len(c.Statements) != 5 || len(c.Annotations) != 3 {
		t.Errorf("%d statements, %d annotations", len(c.Statements), len(c.Annotations))
	}
}

func TestConvertNothing(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, "DELETE FROM DOCUMENTS", "DELETE FROM ENTITIES", "DELETE FROM ATTRIBUTEVALUES")
	if c.Codebook != nil || len(c.Sources)+len(c.Statements)+len(c.Annotations) > 0 || !strings.Contains(c.Problems.Error(), "no concept is coded: there is no codebook") {
		t.Errorf("got %+v", c)
	}
}
