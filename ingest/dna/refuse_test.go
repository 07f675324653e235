package dna_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

func TestRefuseWhatIsNoFileOfDNA3(t *testing.T) {
	t.Parallel()
	write := func(content string) func(testing.TB) string {
		return func(t testing.TB) string {
			path := filepath.Join(t.TempDir(), "x.dna")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
	}
	change := func(statements ...string) func(testing.TB) string {
		return func(t testing.TB) string { return mustMake(t, append([]string{harbourTables}, statements...)...) }
	}
	for name, c := range map[string]struct {
		path func(testing.TB) string
		kind schema.Kind
		want string
	}{
		"missing":         {func(t testing.TB) string { return filepath.Join(t.TempDir(), "none.dna") }, schema.KindNotFound, "no such file"},
		"folder":          {func(t testing.TB) string { return t.TempDir() }, schema.KindInput, "is not a file"},
		"empty":           {write(""), schema.KindInput, "is empty: expected a file of DNA 3"},
		"text":            {write("Title,Text\na,b\n"), schema.KindInput, "is not an SQLite database"},
		"version 1":       {write("<?xml version=\"1.0\"?><discourse/>"), schema.KindInput, "is XML, as DNA 1 wrote it"},
		"version 2":       {change("UPDATE SETTINGS SET Value = '2.0-beta25' WHERE Property = 'version'"), schema.KindInput, "is a file of DNA 2 (version 2.0-beta25): expected one of DNA 3"},
		"version 4":       {change("UPDATE SETTINGS SET Value = '4.1' WHERE Property = 'version'"), schema.KindInput, "is of version 4.1: expected a file of DNA 3"},
		"no version":      {change("DELETE FROM SETTINGS"), schema.KindInput, "none of DNA: its SETTINGS have no version"},
		"other database":  {func(t testing.TB) string { return mustMake(t, "CREATE TABLE a(b)") }, schema.KindInput, "none of DNA: it has no table SETTINGS"},
		"missing table":   {change("DROP TABLE ENTITIES"), schema.KindInput, "not a complete file of DNA 3: no table ENTITIES"},
		"missing column":  {change("ALTER TABLE STATEMENTS DROP COLUMN Stop"), schema.KindInput, "no column Stop of STATEMENTS"},
		"view":            {change("ALTER TABLE DOCUMENTS RENAME TO d", "CREATE VIEW DOCUMENTS AS SELECT * FROM d"), schema.KindInput, "no table DOCUMENTS"},
		"computed column": {change("ALTER TABLE DOCUMENTS DROP COLUMN Notes", "ALTER TABLE DOCUMENTS ADD COLUMN Notes TEXT AS (hex(zeroblob(1000000000)))"), schema.KindInput, "no column Notes of DOCUMENTS"},
		"truncated": {func(t testing.TB) string {
			path := mustMake(t, harbourTables, harbourStatements)
			if err := os.Truncate(path, int64(len(mustBytes(t, path))/2)); err != nil {
				t.Fatal(err)
			}
			return path
		}, schema.KindInput, "is damaged"},
		"open elsewhere": {func(t testing.TB) string {
			path := mustMake(t, harbourTables)
			if err := os.WriteFile(path+"-wal", []byte("changes"), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}, schema.KindBusy, "harbour.dna-wal has changes that are not in it"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := dna.Read(t.Context(), c.path(t))
			if f != nil || schema.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.want) || schema.HintOf(err) == "" {
				t.Errorf("got %v (%s, hint %q)\nwant %s", err, schema.KindOf(err), schema.HintOf(err), c.want)
			}
		})
	}
}

func TestVersion2SaysWhatToDo(t *testing.T) {
	t.Parallel()
	_, err := dna.Read(t.Context(), mustMake(t, harbourTables, "UPDATE SETTINGS SET Value = '2.0' WHERE Property = 'version'", "DROP TABLE ENTITIES"))
	if hint := schema.HintOf(err); !strings.Contains(hint, "make a new database in DNA 3") {
		t.Errorf("hint %q of %v", hint, err)
	}
}

// SQLite keeps whatever it is given, whatever a column declares.
func TestRefuseValuesOfTheWrongType(t *testing.T) {
	t.Parallel()
	_, err := dna.Read(t.Context(), mustMake(t, harbourTables, harbourStatements, `
		UPDATE STATEMENTS SET Start = 'four' WHERE ID = 11;
		UPDATE STATEMENTS SET Stop = 1.5 WHERE ID = 12;
		UPDATE DOCUMENTS SET Title = x'00ff', Date = 999999999999999 WHERE ID = 5;
		UPDATE DOCUMENTS SET Text = CAST(x'61ff62' AS TEXT) WHERE ID = 3;
		UPDATE VARIABLES SET DataType = 'float' WHERE ID = 5;
		UPDATE DATABOOLEAN SET Value = 2 WHERE StatementId = 11;
		UPDATE ENTITIES SET VariableId = NULL WHERE ID = 9;
		INSERT INTO DATABOOLEAN(StatementId, VariableId, Value) VALUES (12, 4, 1);`))
	for _, want := range []string{
		`DOCUMENTS 3: Text "a` + "\ufffd" + `b": expected UTF-8`,
		`DOCUMENTS 5: Title "2 bytes": expected a text, found bytes`, `DOCUMENTS 5: Date "999999999999999": expected seconds since 1970`,
		`VARIABLES 5: DataType "float": expected short text, long text, integer or boolean`, `ENTITIES 9: VariableId: expected a whole number, found none`,
		`STATEMENTS 11: Start "four": expected a whole number, found a text`, `STATEMENTS 12: Stop "1.5": expected a whole number, found a real number`,
		`DATABOOLEAN 11: Value "2": expected 0 or 1`, `STATEMENTS 12: agreement "4": expected one value for the variable, found two`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in:\n%v", want, err)
		}
	}
	if schema.KindOf(err) != schema.KindInput || schema.HintOf(err) == "" {
		t.Errorf("kind %q", schema.KindOf(err))
	}
}

func TestRefuseTwoRowsOfOneID(t *testing.T) {
	t.Parallel()
	_, err := dna.Read(t.Context(), mustMake(t, strings.ReplaceAll(harbourTables, "INTEGER PRIMARY KEY", "INTEGER"), `
		INSERT INTO DOCUMENTS SELECT * FROM DOCUMENTS WHERE ID = 5;
		INSERT INTO VARIABLES VALUES (9, 'person', 'short text', 1);`))
	for _, want := range []string{`DOCUMENTS 5: ID "5": expected an ID of its own`, `VARIABLES 9: Variable "person": expected a name that no other variable`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in:\n%v", want, err)
		}
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := dna.Read(ctx, mustMake(t, harbourTables)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// A file with any bytes changed or cut is read, or refused for a reason.
func TestDamagedFilesAreRefused(t *testing.T) {
	t.Parallel()
	sound := mustBytes(t, mustMake(t, harbourTables, harbourStatements))
	path := filepath.Join(t.TempDir(), "damaged.dna")
	rapid.Check(t, func(rt *rapid.T) {
		b := append([]byte(nil), sound...)
		for range rapid.IntRange(1, 20).Draw(rt, "changes") {
			b[rapid.IntRange(16, len(b)-1).Draw(rt, "at")] = rapid.Byte().Draw(rt, "byte")
		}
		if rapid.Bool().Draw(rt, "cut") {
			b = b[:rapid.IntRange(0, len(b)).Draw(rt, "length")]
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			rt.Fatal(err)
		}
		f, err := dna.Read(t.Context(), path)
		if err == nil {
			_, err = dna.Convert(f, dna.Options{})
		}
		if err != nil && (schema.KindOf(err) != schema.KindInput || schema.HintOf(err) == "") {
			rt.Fatalf("got %v (%s)", err, schema.KindOf(err))
		}
	})
}
