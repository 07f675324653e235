package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/stancegraph/stancegraph/ingest/dna/dnatest"
)

// ferryTables are the tables of DNA 3 with an invented debate: three documents,
// two of them of one day, the last without a statement.
const ferryTables = dnatest.Tables + `
INSERT INTO SETTINGS VALUES ('version', '3.0.11'), ('date', '2025-01-01');
INSERT INTO CODERS(ID, Name, Red, Green, Blue, Password) VALUES (1, 'Anna', 1, 2, 3, 'not to be read');
INSERT INTO STATEMENTTYPES VALUES (1, 'DNA Statement', 9, 9, 9), (2, 'Note', 8, 8, 8);
INSERT INTO VARIABLES VALUES (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1),
	(4, 'agreement', 'boolean', 1), (5, 'weight', 'integer', 1), (6, 'note', 'long text', 2);
INSERT INTO ENTITIES VALUES (1, 1, '', 0, 0, 0, NULL), (2, 1, 'Siv Åsen', 0, 0, 0, NULL), (3, 2, '', 0, 0, 0, NULL), (4, 2, 'The port', 0, 0, 0, NULL),
	(5, 2, 'Fishers, united', 0, 0, 0, NULL), (6, 3, '', 0, 0, 0, NULL), (7, 3, 'A ferry sails at night.', 0, 0, 0, NULL), (8, 3, 'The fare is low, and stays low.', 0, 0, 0, NULL);
INSERT INTO DOCUMENTS VALUES (1, 'Night 🚢', 'The 🚢 must sail, she said.', 1, 'A. Writer', 'The Post', 'Harbour', '', 'news', 1107336605),
	(2, 'Fares', 'No, they said, and no again.', 1, '', 'The Times', '', '', '', 1107302400), (3, 'Silence', 'Nothing.', 1, '', '', '', '', '', 1107820800);
INSERT INTO STATEMENTS VALUES (1, 1, 1, 4, 16, 1), (2, 1, 2, 0, 13, 1), (3, 1, 2, 15, 27, 1), (4, 1, 2, 4, 13, 1), (5, 2, 1, 0, 3, 1);
INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (1, 1, 2), (1, 2, 4), (1, 3, 7), (2, 1, 1), (2, 2, 5), (2, 3, 7), (3, 1, 1), (3, 2, 5), (3, 3, 8),
	(4, 1, 2), (4, 2, 5), (4, 3, 6);
INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (1, 4, 1), (2, 4, 0), (3, 4, 0), (4, 4, 1);
INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (1, 5, 2), (2, 5, 0), (3, 5, -1), (4, 5, 0);
INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (5, 6, 'who is the captain?');
`

// TestDNAScripts imports files of Discourse Network Analyzer as a person would.
func TestDNAScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "dna"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"dnafile": makeDNA},
	})
}

// dnafile FILE [SQL...] writes the ferry debate as a file of DNA 3 and changes it.
func makeDNA(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: dnafile FILE [SQL...]")
	}
	path := ts.MkAbs(args[0])
	if err := os.Remove(path); err != nil && !os.IsNotExist(err) {
		ts.Fatalf("%v", err)
	}
	ts.Check(writeDNA(path, args[1:]...))
}

// writeDNA writes the ferry debate and what SQL makes of it.
func writeDNA(path string, changes ...string) error {
	return dnatest.Write(path, append([]string{ferryTables}, changes...)...)
}
