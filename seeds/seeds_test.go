package seeds_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/seeds"
)

func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := fs.ReadFile(seeds.Demo(), name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func sources(t *testing.T) map[string]schema.Source {
	t.Helper()
	names, err := fs.Glob(seeds.Demo(), "sources/*.md")
	if err != nil || len(names) != 5 {
		t.Fatalf("expected five sources, got %v (%v)", names, err)
	}
	found := map[string]schema.Source{}
	for _, name := range names {
		src, err := read.Text(name, file(t, name), read.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		found[src.ID] = src
	}
	return found
}

func codebook(t *testing.T) *schema.Codebook {
	t.Helper()
	cb, err := schema.LoadCodebook("codebook.yaml", file(t, "codebook.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func statements(t *testing.T) []schema.Statement {
	t.Helper()
	var all []schema.Statement
	for s, err := range schema.ReadEntries(bytes.NewReader(file(t, "statements.jsonl")), "statements.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *s.Statement)
	}
	return all
}

func TestSourcesAreMarkedDigestsOfModerateLength(t *testing.T) {
	t.Parallel()
	for _, src := range sources(t) {
		if n := len(strings.Fields(src.Text)); n < 150 || n > 400 {
			t.Errorf("%s: %d words, expected 150 to 400", src.Doc, n)
		}
		if src.Kind != schema.KindDigest || src.Status != schema.SourceCoded || src.Note == "" || src.Published.IsZero() || src.Title == "" || src.Outlet == "" {
			t.Errorf("%s: front matter is not complete: %+v", src.Doc, src)
		}
	}
}

func TestEveryStatementIsValidAndRestsOnItsPassage(t *testing.T) {
	t.Parallel()
	cb, texts := codebook(t), sources(t)
	seen := map[string]bool{}
	for _, s := range statements(t) {
		if problems := s.Validate(cb); len(problems) > 0 {
			t.Errorf("%s: %v", s.Doc, problems)
		}
		src, ok := texts[s.Source]
		if !ok {
			t.Errorf("%s: no source %s", s.Doc, s.Source)
			continue
		}
		if got, ok := schema.Passage(src.Text, s.Start, s.End); !ok || got != s.Evidence || src.Doc != s.Doc {
			t.Errorf("%s %d-%d: the passage is %q, the evidence %q", s.Doc, s.Start, s.End, got, s.Evidence)
		}
		if s.Status != schema.StatusAccepted || s.ID != s.DeriveID() || seen[s.ID] {
			t.Errorf("%s: status %s, ID %s", s.Evidence, s.Status, s.ID)
		}
		seen[s.ID] = true
	}
}

func TestEveryIssueIsTouched(t *testing.T) {
	t.Parallel()
	touched := map[string]bool{}
	for _, s := range statements(t) {
		touched[s.Issue] = true
	}
	for _, i := range codebook(t).Issues {
		if !touched[i.ID] {
			t.Errorf("no statement on %s", i.ID)
		}
	}
}

func TestShortLabelsFitACell(t *testing.T) {
	t.Parallel()
	for _, i := range codebook(t).Issues {
		if n := len([]rune(i.Short)); n > 16 || i.Definition == "" {
			t.Errorf("issue %s: short label %q, definition %q", i.ID, i.Short, i.Definition)
		}
		for _, p := range i.Propositions {
			if n := len([]rune(p.Short)); n > 26 {
				t.Errorf("proposition %s: short label %q has %d letters", p.ID, p.Short, n)
			}
			if len(p.Cues) == 0 {
				t.Errorf("proposition %s has no cue", p.ID)
			}
		}
	}
}

// The codebook of the seeds codes the same things as the one it came from.
func TestCodebookKeepsEveryID(t *testing.T) {
	t.Parallel()
	const path = "../../shared/codebook/ukraine-peace-2025.yaml"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared codebook is not here")
	}
	original, err := schema.OpenCodebook(path)
	if err != nil {
		t.Fatal(err)
	}
	cb := codebook(t)
	for _, i := range original.Issues {
		for _, p := range i.Propositions {
			if mine, ok := cb.Proposition(p.ID); !ok || mine.Label != p.Label {
				t.Errorf("proposition %s: %+v", p.ID, mine)
			}
		}
	}
	for _, a := range original.Actors {
		if _, ok := cb.Actor(a.ID); !ok {
			t.Errorf("actor %s is missing", a.ID)
		}
	}
}

// longestCopiedRun is how many words in a row a digest may share with its
// original, names and short quotations aside.
const longestCopiedRun = 7

func TestDigestsAreInTheirOwnWords(t *testing.T) {
	t.Parallel()
	articles, err := filepath.Glob("../../shared/articles/*.txt")
	if err != nil || len(articles) == 0 {
		t.Skip("the original articles are not here to compare with")
	}
	runs := map[string]string{}
	for _, path := range articles {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, run := range wordRuns(string(data), longestCopiedRun+1) {
			runs[run] = filepath.Base(path)
		}
	}
	for _, src := range sources(t) {
		for _, run := range wordRuns(src.Text, longestCopiedRun+1) {
			if from, copied := runs[run]; copied {
				t.Errorf("%s: %q stands in %s", src.Doc, run, from)
			}
		}
	}
}

func wordRuns(text string, n int) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var runs []string
	for i := 0; i+n <= len(words); i++ {
		runs = append(runs, strings.Join(words[i:i+n], " "))
	}
	return runs
}
