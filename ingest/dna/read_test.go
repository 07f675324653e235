package dna_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/stancegraph/stancegraph/ingest/dna"
)

func TestReadEverything(t *testing.T) {
	t.Parallel()
	got := mustRead(t, mustMake(t, harbourTables, harbourStatements))
	want := &dna.File{
		Version: "3.0.11", Date: "2025-01-01",
		Coders: []dna.Coder{
			{ID: 1, Name: "Anna", Color: dna.Color{Red: 1, Green: 2, Blue: 3}, Options: map[string]int64{"FontSize": 14}},
			{ID: 2, Name: "Bo/2", Options: map[string]int64{"FontSize": 12}},
		},
		CoderRelations: []dna.CoderRelation{{ID: 1, Coder: 1, OtherCoder: 2, ViewStatements: true, ViewDocuments: true}},
		Documents: []dna.Document{
			{ID: 3, Title: "Dredging 🚢 begins", Text: "The 🚢 must\r\nsail now, she said. Or not.", Coder: 1, Author: "A. Writer", Source: "The Post",
				Section: "Harbour", Notes: "a note", Type: "news", Date: 1107336605},
			{ID: 5, Title: "Nobody spoke", Text: "Silence.", Coder: 1, Date: 1107302400},
		},
		Types: []dna.StatementType{
			{ID: 1, Label: "DNA Statement", Color: dna.Color{Red: 9, Green: 9, Blue: 9}, Variables: []dna.Variable{
				{ID: 1, Name: "person", DataType: dna.ShortText}, {ID: 2, Name: "organization", DataType: dna.ShortText}, {ID: 3, Name: "concept", DataType: dna.ShortText},
				{ID: 4, Name: "agreement", DataType: dna.Boolean}, {ID: 5, Name: "weight", DataType: dna.Integer},
				{ID: 6, Name: "policy solution", DataType: dna.ShortText}, {ID: 7, Name: "remark", DataType: dna.LongText}}},
			{ID: 2, Label: "Note", Color: dna.Color{Red: 8, Green: 8, Blue: 8}, Variables: []dna.Variable{{ID: 8, Name: "note", DataType: dna.LongText}}},
		},
		VariableLinks: []dna.VariableLink{{ID: 1, Source: 1, Target: 2}},
		Entities: []dna.Entity{
			{ID: 1, Variable: 1},
			{ID: 2, Variable: 1, Value: "Siv Åsen", Color: dna.Color{Red: 5, Green: 6, Blue: 7},
				Attributes: []dna.Attribute{{Variable: 1, Name: "Alias", Value: "Åsen"}, {Variable: 2, Name: "Type", Value: "official"}}},
			{ID: 3, Variable: 2}, {ID: 4, Variable: 2, Value: "The port"}, {ID: 5, Variable: 3},
			{ID: 6, Variable: 3, Value: `The fairway is deepened: now, "at once".`, Attributes: []dna.Attribute{{Variable: 3, Name: "Notes", Value: "before\nthe winter"}}},
			{ID: 7, Variable: 3, Value: "Pilots are paid more", ChildOf: 6}, {ID: 8, Variable: 6}, {ID: 9, Variable: 6, Value: "2005"}, {ID: 10, Variable: 2, Value: "Siv Åsen"},
		},
		AttributeVariables: []dna.AttributeVariable{{ID: 1, Variable: 1, Name: "Alias"}, {ID: 2, Variable: 1, Name: "Type"}, {ID: 3, Variable: 3, Name: "Notes"}},
		Statements: []dna.Statement{
			{ID: 11, Type: 1, Document: 3, Start: 4, Stop: 21, Coder: 1, Values: []dna.Value{
				{Variable: 1, Entity: 2, Text: "Siv Åsen"}, {Variable: 2, Entity: 4, Text: "The port"}, {Variable: 3, Entity: 6, Text: `The fairway is deepened: now, "at once".`},
				{Variable: 4, Number: 1}, {Variable: 5, Number: -2}, {Variable: 6, Entity: 9, Text: "2005"}, {Variable: 7, Text: "loud"}}},
			{ID: 12, Type: 1, Document: 3, Start: 23, Stop: 31, Coder: 2, Values: []dna.Value{
				{Variable: 1, Entity: 1}, {Variable: 2, Entity: 4, Text: "The port"}, {Variable: 3, Entity: 7, Text: "Pilots are paid more"},
				{Variable: 4}, {Variable: 5}, {Variable: 6, Entity: 8}, {Variable: 7}}},
			{ID: 13, Type: 2, Document: 3, Stop: 3, Coder: 1, Values: []dna.Value{{Variable: 8, Text: "look at this"}}},
		},
		Regexes: []dna.Regex{{Label: "dredg", Color: dna.Color{Red: 255}}},
	}
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(dna.File{}, "Path")); d != "" {
		t.Error(d)
	}
}

func TestReadLeavesNoTrace(t *testing.T) {
	t.Parallel()
	path := mustMake(t, harbourTables, harbourStatements)
	before, files := mustBytes(t, path), list(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	mustRead(t, path)
	after, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(mustBytes(t, path)) != string(before) || !after.ModTime().Equal(info.ModTime()) {
		t.Error("the file was written")
	}
	if d := cmp.Diff(files, list(t, path)); d != "" {
		t.Errorf("files beside it: %s", d)
	}
}

func list(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Question marks begin the options of a database's address, and hashes end it.
func TestReadPathsWithSigns(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("file names have no such signs here")
	}
	path := mustMake(t, harbourTables, harbourStatements)
	odd := filepath.Join(filepath.Dir(path), "100% of it? #1 ö;&=+.dna")
	if err := os.Rename(path, odd); err != nil {
		t.Fatal(err)
	}
	if f := mustRead(t, odd); len(f.Statements) != 3 {
		t.Errorf("%d statements", len(f.Statements))
	}
}

// What refers to nothing is left out, as DNA does, and said.
func TestReadReportsDanglingRows(t *testing.T) {
	t.Parallel()
	f := mustRead(t, mustMake(t, harbourTables, harbourStatements, `
		INSERT INTO STATEMENTS VALUES (21, 9, 3, 0, 1, 1), (22, 1, 9, 0, 1, 1), (23, 1, 3, 0, 1, NULL);
		INSERT INTO VARIABLES VALUES (90, 'lost', 'boolean', 77);
		INSERT INTO ENTITIES VALUES (91, 99, 'lost', 0, 0, 0, NULL);
		INSERT INTO ATTRIBUTEVARIABLES VALUES (92, 99, 'lost');
		INSERT INTO ATTRIBUTEVALUES VALUES (93, 91, 1, 'lost'), (94, 2, 92, 'lost');
		INSERT INTO CODERRELATIONS VALUES (95, 9, 1, 1, 1, 1, 1), (96, 1, 9, 1, 1, 1, 1);
		INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (22, 4, 1), (13, 4, 1), (11, 5, 1);
		UPDATE DATASHORTTEXT SET Entity = 7 WHERE StatementId = 11 AND VariableId = 1;`))
	var got []string
	for _, w := range f.Warnings {
		got = append(got, w.Record+" "+w.Field+" "+w.Value)
	}
	want := []string{"VARIABLES 90 StatementTypeId 77", "ENTITIES 91 VariableId 99", "ATTRIBUTEVARIABLES 92 VariableId 99", "ATTRIBUTEVALUES 2 AttributeVariableId 92",
		"ATTRIBUTEVALUES 91 EntityId 91", "STATEMENTS 21 StatementTypeId 9", "STATEMENTS 22 DocumentId 9", "STATEMENTS 23 Coder 0", "DATASHORTTEXT 11 Entity 7",
		"DATABOOLEAN 11 VariableId 5", "DATABOOLEAN 13 VariableId 4", "DATABOOLEAN 22 StatementId 22", "CODERRELATIONS 95 Coder 9", "CODERRELATIONS 96 OtherCoder 9"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if len(f.Statements) != 3 || f.Statements[0].Values[0].Text != "" {
		t.Errorf("statements %+v", f.Statements)
	}
}
