package ingest

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/evaluate"
	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
)

// shared is where development articles lie, beside the repository. Nothing of
// them is in it.
var shared = filepath.Join("..", "..", "shared")

// extractShared codes the development articles with the codebook of the seeds.
func extractShared(t testing.TB) []schema.Statement {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared, "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("../shared is not there: no development articles to measure on")
	}
	cb, err := schema.OpenCodebook(filepath.Join("..", "seeds", "ukraine-peace-2025", "codebook.yaml"))
	if err != nil {
		t.Skipf("no codebook in the seeds: %v", err)
	}
	p, err := New(cb)
	if err != nil {
		t.Fatal(err)
	}
	meta, err := read.LoadMeta(filepath.Join(shared, "articles", "metadata.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []schema.Statement
	for _, f := range files {
		src := article(t, f, meta.For(f))
		list, err := p.Extract(context.Background(), src)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			if problems := s.Validate(cb); len(problems) > 0 {
				t.Error(problems)
			}
			if passage, ok := schema.Passage(src.Text, s.Start, s.End); !ok || passage != s.Evidence {
				t.Errorf("%s %d-%d: evidence %q is not the passage", s.Doc, s.Start, s.End, s.Evidence)
			}
		}
		all = append(all, list...)
	}
	return all
}

// article reads a file that holds one article.
func article(t testing.TB, path string, meta read.Meta) schema.Source {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	src, err := read.Text(path, data, meta)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// recordsOf are statements as the evaluation reads them.
func recordsOf(statements []schema.Statement) []evaluate.Record {
	var records []evaluate.Record
	for _, s := range statements {
		records = append(records, evaluate.Record{
			Doc: s.Doc, Start: s.Start, End: s.End, Actor: s.Actor, Issue: s.Issue, Proposition: s.Proposition,
			Stance: s.Stance.Value(), Date: s.Date.String(), Mode: string(s.Mode), Evidence: s.Evidence,
		})
	}
	return records
}

// The floor is what the first pipeline must reach; -v prints the figures, and
// STANCEGRAPH_MISSES=1 what was missed.
func TestFiguresOnTheDevelopmentGold(t *testing.T) {
	t.Parallel()
	records := recordsOf(extractShared(t))
	file := filepath.Join(shared, "gold", "dev.jsonl")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Skipf("no development gold: %v", err)
	}
	gold, err := evaluate.Load(file, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	report := evaluate.Evaluate(gold, records)
	var text bytes.Buffer
	if err := report.WriteText(&text); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("STANCEGRAPH_MISSES") != "" {
		if err := report.WriteMisses(&text); err != nil {
			t.Fatal(err)
		}
	}
	t.Log("\n" + text.String())
	if f := report.Figure("stance"); f.F1 < 0.35 {
		t.Errorf("stance F1 %.2f: expected 0.35 and more", f.F1)
	}
}

// All knowledge of a dispute is in its codebook: no name of an actor of the
// demonstration corpus is in the code or the data beside it.
func TestTheCodeKnowsNoActor(t *testing.T) {
	t.Parallel()
	cb, err := schema.OpenCodebook(filepath.Join("..", "seeds", "ukraine-peace-2025", "codebook.yaml"))
	if err != nil {
		t.Skipf("no codebook in the seeds: %v", err)
	}
	var names []string
	for _, a := range cb.Actors {
		if a.Kind == schema.KindPerson || a.Kind == schema.KindState {
			words := strings.Fields(a.Label)
			names = append(names, strings.ToLower(words[len(words)-1]))
		}
	}
	err = filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		code := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".txt")
		if err != nil || d.IsDir() || !code {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(string(data)), func(r rune) bool { return r < 'a' || r > 'z' }) {
			for _, name := range names {
				if word == name && name != "states" && name != "kingdom" {
					t.Errorf("%s names %q", path, name)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
