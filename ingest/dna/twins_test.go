package dna_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/ingest/dna"
)

// twin codes what statement 11 says once more, as other rows of the file.
const twin = `
INSERT INTO STATEMENTS VALUES (41, 1, 3, 4, 21, 1);
INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (41, 1, 2), (41, 2, 4), (41, 3, 6), (41, 6, 8);
INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (41, 4, 1);
INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (41, 5, 10);`

func TestTwinsAreOneStatementAndTwoEvents(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements, twin)
	if len(c.Statements) != 2 || !strings.Contains(c.Problems.Error(), "statement 41: says the same as statement 11, of the same passage and coder") {
		t.Fatalf("%d statements, %v", len(c.Statements), c.Problems)
	}
	table := mustTable(t, c)
	weights, err := table.Column("weight")
	if err != nil || len(weights.Values) != 4 { // two statements, a twin and a note
		t.Fatalf("weights %q, %v", weights.Values, err)
	}
	s := network.Defaults()
	s.Compat, s.Var2, s.Qualifier, s.Aggregation = true, "concept", "weight", network.Subtract
	r, err := network.Compute(t.Context(), table, s)
	if err != nil || r.Statements != 3 || r.Matrix[0][1] != 8 {
		t.Errorf("got %+v, %v", r, err)
	}
}

// Documents of one text are one source, and still two documents.
func TestDocumentsOfOneText(t *testing.T) {
	t.Parallel()
	c := mustConvertMade(t, dna.Options{}, harbourTables, harbourStatements, `
		INSERT INTO DOCUMENTS SELECT 9, 'Reprint', Text, 1, 'B. Editor', 'The News', '', 'again', '', 1107336605 FROM DOCUMENTS WHERE ID = 3;
		INSERT INTO STATEMENTS VALUES (51, 1, 9, 4, 21, 1);
		INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) SELECT 51, VariableId, Entity FROM DATASHORTTEXT WHERE StatementId = 11;
		INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (51, 4, 1);`)
	if len(c.Sources) != 2 || c.Sources[0].DateRule != "DNA date 2005-02-02T09:30:05 and 2005-02-02T09:30:05" || !strings.Contains(c.Sources[0].Note, "the same text is document 9: Reprint") {
		t.Errorf("sources %+v", c.Sources)
	}
	if !strings.Contains(c.Problems.Error(), "document 9: Text: the same text as harbour.dna/3 has") {
		t.Errorf("problems %v", c.Problems)
	}
	s := network.Defaults()
	s.Var1, s.Duplicates = "source", network.Document
	r, err := network.Compute(t.Context(), mustTable(t, c), s)
	if err != nil || strings.Join(r.Rows, "|") != "The News|The Post" || r.Statements != 3 {
		t.Errorf("got %+v, %v", r, err)
	}
}
