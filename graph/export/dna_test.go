package export_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// dnaFile writes a file of DNA and opens it.
func dnaFile(t *testing.T, s *ledger.Snapshot, f questions.Filter) *sql.DB {
	t.Helper()
	var b, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&b, &again} {
		if err := export.DNA(t.Context(), w, s, f, export.Provenance{DataVersion: s.Version}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("not the same bytes")
	}
	path := filepath.Join(t.TempDir(), "x.dna")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// passages are the statements of a file of DNA as DNA marks them.
func passages(t *testing.T, db *sql.DB) (marked, texts []string) {
	t.Helper()
	rows, err := db.Query("SELECT d.Text, s.Start, s.Stop FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId ORDER BY s.ID")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		var start, stop int
		if err := rows.Scan(&text, &start, &stop); err != nil {
			t.Fatal(err)
		}
		units := utf16.Encode([]rune(text))
		marked, texts = append(marked, string(utf16.Decode(units[start:min(stop, len(units))]))), append(texts, text)
	}
	return marked, texts
}

// Everything that counts is in the file, in the tables' own bounds.
func TestDNAOfAnything(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]*ledger.Snapshot{"generated": generated(t), "nothing": ledger.Build(graphtest.Codebook(t, "1"), nil, nil)} {
		db := dnaFile(t, s, questions.Filter{})
		want := map[string]int{}
		n := 0
		for i := range s.Statements {
			if st := &s.Statements[i]; s.Standing(st) == ledger.Stands {
				if n++; st.HasPassage() {
					want[st.Evidence]++
				}
			}
		}
		marked, _ := passages(t, db)
		for _, m := range marked {
			want[m]--
		}
		for m, left := range want {
			if left > 0 {
				t.Errorf("%s: %d passages %q are missing", name, left, m)
			}
		}
		if len(marked) != n {
			t.Errorf("%s: %d statements of %d", name, len(marked), n)
		}
		var broken int
		if err := db.QueryRow("SELECT count(*) FROM pragma_foreign_key_check").Scan(&broken); err != nil || broken > 0 {
			t.Errorf("%s: %d keys lead nowhere (%v)", name, broken, err)
		}
		var password string
		if err := db.QueryRow("SELECT Password FROM CODERS WHERE ID = 1").Scan(&password); err != nil || len(password) != 64 {
			t.Errorf("%s: password %q (%v)", name, password, err)
		}
	}
}

// Of a quote-only source DNA sees the passages in their places, and nothing else.
func TestDNAOfQuoteOnlySources(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(0, 3)
	src.Rights = schema.RightsQuoteOnly
	for i := range statements {
		statements[i].Status = schema.StatusAccepted
	}
	s, _ := ledger.Build(graphtest.Codebook(t, "1"), []schema.Source{src}, statements).Quotable()
	marked, texts := passages(t, dnaFile(t, s, questions.Filter{}))
	for i, m := range marked {
		if !strings.Contains(m, "Satz") || strings.Contains(texts[i], "End of article") {
			t.Errorf("%q in %q", m, texts[i])
		}
	}
	if len(marked) != 3 {
		t.Errorf("%d statements", len(marked))
	}
}
