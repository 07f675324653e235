package main

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// dnaContent is what the tables of a file of DNA hold, whatever the numbers of
// entities and variables: each statement with its passage, its coder and every
// value, and each document.
func dnaContent(t *testing.T, path string) (statements, documents []string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const values = `
		SELECT s.ID, v.Variable, v.DataType, e.Value FROM STATEMENTS s JOIN DATASHORTTEXT d ON d.StatementId = s.ID JOIN VARIABLES v ON v.ID = d.VariableId JOIN ENTITIES e ON e.ID = d.Entity
		UNION ALL SELECT s.ID, v.Variable, v.DataType, coalesce(d.Value, '') FROM STATEMENTS s JOIN DATALONGTEXT d ON d.StatementId = s.ID JOIN VARIABLES v ON v.ID = d.VariableId
		UNION ALL SELECT s.ID, v.Variable, v.DataType, d.Value FROM STATEMENTS s JOIN DATAINTEGER d ON d.StatementId = s.ID JOIN VARIABLES v ON v.ID = d.VariableId
		UNION ALL SELECT s.ID, v.Variable, v.DataType, d.Value FROM STATEMENTS s JOIN DATABOOLEAN d ON d.StatementId = s.ID JOIN VARIABLES v ON v.ID = d.VariableId`
	statements = dnaRows(t, db, `SELECT s.ID, t.Label, s.DocumentId, s.Start, s.Stop, c.Name,
		coalesce((SELECT group_concat(x, '; ') FROM (SELECT Variable || ' ' || DataType || ' ' || Value AS x FROM (`+values+`) WHERE ID = s.ID ORDER BY x)), '')
		FROM STATEMENTS s JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId JOIN CODERS c ON c.ID = s.Coder ORDER BY s.ID`)
	return statements, dnaRows(t, db, `SELECT ID, Title, Text, Author, Source, Section, Notes, Type, Date FROM DOCUMENTS ORDER BY ID`)
}

func dnaRows(t *testing.T, db *sql.DB, query string) (list []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		cells, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		list = append(list, fmt.Sprint(cells...))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// dnaThereAndBack imports a file into a store of its own and exports it again.
func dnaThereAndBack(t *testing.T, file string) (back string) {
	t.Helper()
	dir := t.TempDir()
	back = filepath.Join(dir, filepath.Base(file))
	program(t, "import", "--store", filepath.Join(dir, "s.db"), file)
	program(t, "export", "--store", filepath.Join(dir, "s.db"), "-o", back)
	again := filepath.Join(dir, "again.dna")
	program(t, "export", "--store", filepath.Join(dir, "s.db"), "-o", again)
	if first, second := mustReadFile(t, back), mustReadFile(t, again); !bytes.Equal(first, second) {
		t.Error("not the same bytes")
	}
	return back
}

func mustReadFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The sample of DNA comes in and goes out: its tables hold the same statements
// with the same values and offsets.
func TestDNASampleGoesThereAndBack(t *testing.T) {
	t.Parallel()
	sample := filepath.Join(shared(), "dna", "sample.dna")
	if _, err := os.Stat(sample); err != nil {
		t.Skip("needs dna/sample.dna among the data beside the repository")
	}
	sameDNA(t, sample, dnaThereAndBack(t, sample), 41)
}

// So does a file with what is hard: characters beyond 16 bits, integers, notes,
// a passage without a concept, a document without a statement.
func TestDNAGoesThereAndBack(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "ferry.dna")
	if err := writeDNA(file); err != nil {
		t.Fatal(err)
	}
	sameDNA(t, file, dnaThereAndBack(t, file), 5)
}

func sameDNA(t *testing.T, before, after string, statements int) {
	t.Helper()
	wantStatements, wantDocuments := dnaContent(t, before)
	gotStatements, gotDocuments := dnaContent(t, after)
	if len(wantStatements) != statements {
		t.Errorf("%d statements in the file, expected %d", len(wantStatements), statements)
	}
	for _, c := range []struct {
		what      string
		got, want []string
	}{{"statements", gotStatements, wantStatements}, {"documents", gotDocuments, wantDocuments}} {
		for i := range max(len(c.got), len(c.want)) {
			if i >= len(c.got) || i >= len(c.want) || c.got[i] != c.want[i] {
				t.Errorf("%s: got\n%.600s\nwant\n%.600s", c.what, at(c.got, i), at(c.want, i))
			}
		}
	}
}

// exportedStatements are the rows of the CSV of statements, by column.
func exportedStatements(t *testing.T, store string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(program(t, "export", "--store", store, "--format", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		list = append(list, m)
	}
	return list
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return "nothing"
}

// What did not come from DNA opens there, and comes back with the same texts,
// speakers, propositions, stances and passages.
func TestDemoAsDNA(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first, second, file := filepath.Join(dir, "a.db"), filepath.Join(dir, "b.db"), filepath.Join(dir, "demo.dna")
	program(t, "demo", "--store", first, "--load-only")
	program(t, "export", "--store", first, "-o", file)
	program(t, "import", "--store", second, file)
	for what, s := range map[string]string{"the demo": first, "what came back": second} {
		if got := string(program(t, "check", "--store", s)); !strings.Contains(got, "is sound") {
			t.Errorf("%s: %s", what, got)
		}
	}
	said := func(store string) []string {
		var list []string
		for _, st := range exportedStatements(t, store) {
			list = append(list, strings.Join([]string{st["source"], st["start"], st["end"], st["actor_label"], st["proposition_label"], st["stance"]}, " | "))
		}
		slices.Sort(list)
		return list
	}
	want, got := said(first), said(second)
	if !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("%d statements came back of %d: %.2000s\nwant %.2000s", len(got), len(want), strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
