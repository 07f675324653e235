package schema_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestAffiliationsAreBoundInTime(t *testing.T) {
	t.Parallel()
	cb := mustCodebook(t)
	for day, want := range map[string]bool{"2023-12-31": false, "2024-01-01": true, "2024-12-31": true, "2025-01-01": false} {
		d, err := schema.ParseDay(day)
		if err != nil {
			t.Fatal(err)
		}
		if got := cb.BelongsTo("siv", "port", d); got != want {
			t.Errorf("%s: belongs %v, want %v", day, got, want)
		}
	}
}

func TestCodebookErrorsNameLineValueAndExpectation(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/codebooks/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want, err := os.ReadFile(strings.TrimSuffix(file, ".yaml") + ".want")
			if err != nil {
				t.Fatal(err)
			}
			cb, err := schema.LoadCodebook(filepath.Base(file), data)
			got := "ok\n"
			if err != nil {
				got = err.Error() + "\n"
			} else if len(cb.Warnings) > 0 {
				got = cb.Warnings.Error() + "\n"
			}
			if got != string(want) {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

func TestUnquotedCommaStaysInTheLabel(t *testing.T) {
	t.Parallel()
	in := strings.Replace(harbour, `"The fairway is deepened, at once"`, "The fairway is deepened, at once", 1)
	cb, err := schema.LoadCodebook("harbour.yaml", []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := cb.Proposition("deepen")
	if p.Label != "The fairway is deepened, at once" || len(cb.Warnings) != 1 {
		t.Errorf("label %q, warnings %v", p.Label, cb.Warnings)
	}
}

func TestOpenCodebookMissing(t *testing.T) {
	t.Parallel()
	_, err := schema.OpenCodebook(filepath.Join(t.TempDir(), "none.yaml"))
	if schema.KindOf(err) != schema.KindNotFound || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}

func TestOnIssueListsOwnPropositionsFirst(t *testing.T) {
	t.Parallel()
	cb, err := schema.LoadCodebook("x.yaml", []byte(`
codebook: x
version: 1
issues:
  - id: a
    label: A
    propositions: [{id: p, label: P, issues: [a, b]}]
  - id: b
    label: B
    propositions: [{id: q, label: Q}]
`))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range cb.OnIssue("b") {
		ids = append(ids, p.ID)
	}
	if strings.Join(ids, " ") != "q p" {
		t.Errorf("got %v", ids)
	}
}

func TestPropositionsMayBeAccusations(t *testing.T) {
	t.Parallel()
	const book = "codebook: a\nversion: 1\nissues: [{id: i, label: I, propositions: [{id: p, label: P, kind: KIND}]}]\nactors: [{id: a, label: A, type: state}]\n"
	cb, err := schema.LoadCodebook("a.yaml", []byte(strings.Replace(book, "KIND", "accusation", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if p, _ := cb.Proposition("p"); !p.Accusation {
		t.Error("kind: accusation is not read")
	}
	if _, err := schema.LoadCodebook("a.yaml", []byte(strings.Replace(book, "KIND", "claim", 1))); err == nil || !strings.Contains(err.Error(), "expected accusation") {
		t.Errorf("got %v", err)
	}
}
