package dna_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/ingest/dna/dnatest"
)

// The tables of DNA 3 with invented content.
const harbourTables = dnatest.Tables + `
INSERT INTO SETTINGS VALUES ('version', '3.0.11'), ('date', '2025-01-01');
INSERT INTO CODERS VALUES (1, 'Anna', 1, 2, 3, 'not to be read', 14), (2, 'Bo/2', 0, 0, 0, 'nor this', 12);
INSERT INTO CODERRELATIONS VALUES (1, 1, 2, 1, 0, 1, 0);
INSERT INTO REGEXES VALUES ('dredg', 255, 0, 0);
INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 9, 9, 9), (2, 'Note', 8, 8, 8);
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1),
	(4, 'agreement', 'boolean', 1), (5, 'weight', 'integer', 1), (6, 'policy solution', 'short text', 1), (7, 'remark', 'long text', 1), (8, 'note', 'long text', 2);
INSERT INTO VARIABLELINKS VALUES (1, 1, 2);
INSERT INTO ENTITIES VALUES (1, 1, '', 0, 0, 0, NULL), (2, 1, 'Siv Åsen', 5, 6, 7, NULL), (3, 2, '', 0, 0, 0, NULL), (4, 2, 'The port', 0, 0, 0, NULL),
	(5, 3, '', 0, 0, 0, NULL), (6, 3, 'The fairway is deepened: now, "at once".', 0, 0, 0, NULL), (7, 3, 'Pilots are paid more', 0, 0, 0, 6),
	(8, 6, '', 0, 0, 0, NULL), (9, 6, '2005', 0, 0, 0, NULL), (10, 2, 'Siv Åsen', 0, 0, 0, NULL);
INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Alias'), (2, 1, 'Type'), (3, 3, 'Notes');
INSERT INTO ATTRIBUTEVALUES VALUES (1, 2, 2, 'official'), (2, 2, 1, 'Åsen'), (3, 6, 3, 'before
the winter');
INSERT INTO DOCUMENTS VALUES (3, 'Dredging 🚢 begins', 'The 🚢 must' || char(13, 10) || 'sail now, she said. Or not.', 1, 'A. Writer', 'The Post', 'Harbour', 'a note', 'news', 1107336605),
	(5, 'Nobody spoke', 'Silence.', 1, '', '', '', '', '', 1107302400);
`

// harbourStatements codes document 3: "🚢 must⏎sail now", "she said", and a note.
const harbourStatements = `
INSERT INTO STATEMENTS VALUES (11, 1, 3, 4, 21, 1), (12, 1, 3, 23, 31, 2), (13, 2, 3, 0, 3, 1);
INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (11, 1, 2), (11, 2, 4), (11, 3, 6), (11, 6, 9), (12, 1, 1), (12, 2, 4), (12, 3, 7), (12, 6, 8);
INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (11, 4, 1), (12, 4, 0);
INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (11, 5, -2), (12, 5, 0);
INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (11, 7, 'loud'), (12, 7, NULL), (13, 8, 'look at this');
`

// mustMake writes a database and returns its path.
func mustMake(t testing.TB, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "harbour.dna")
	mustChange(t, path, statements...)
	return path
}

func mustChange(t testing.TB, path string, statements ...string) {
	t.Helper()
	if err := dnatest.Write(path, statements...); err != nil {
		t.Fatal(err)
	}
}

func mustRead(t testing.TB, path string) *dna.File {
	t.Helper()
	f, err := dna.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// mustConvertMade reads and converts an invented file.
func mustConvertMade(t testing.TB, o dna.Options, statements ...string) *dna.Conversion {
	t.Helper()
	c, err := dna.Convert(mustRead(t, mustMake(t, statements...)), o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func mustBytes(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
