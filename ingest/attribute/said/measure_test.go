package said_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/attribute/said"
	"github.com/stancegraph/stancegraph/ingest/evaluate"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// The measure is PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations
// Corpus for Political News", LREC 2018), of which development articles may lie
// beside the repository; nothing of them is in it. -v prints the figures.
func TestFiguresOnDevelopmentArticles(t *testing.T) {
	t.Parallel()
	file := filepath.Join("..", "..", "..", "..", "shared", "attribution", "polnear_dev.jsonl")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Skip("../shared is not there: no development articles to measure on")
	}
	gold, err := evaluate.LoadGold(file, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var predicted []evaluate.Attributed
	for _, g := range gold {
		predicted = append(predicted, predict(g.ID, g.Text))
	}
	report, err := evaluate.Attributions(gold, predicted)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := report.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + b.String())
	for _, floor := range []struct {
		class  *evaluate.Class
		figure string
		f1     float64
	}{
		{&report.All, "content", 0.70}, {&report.All, "token", 0.84}, {&report.All, "joint", 0.63},
		{&report.Direct, "content", 0.88}, {&report.Direct, "joint", 0.82},
	} {
		for _, f := range floor.class.Figures() {
			if f.Name == floor.figure && f.F1 < floor.f1 {
				t.Errorf("%s F1 %.3f: expected %.2f and more", f.Name, f.F1, floor.f1)
			}
		}
	}
}

func predict(id, text string) evaluate.Attributed {
	t := segment.Segment(text)
	p := evaluate.Attributed{ID: id}
	for _, a := range said.Find(t) {
		if a.Within < 0 {
			p.Attributions = append(p.Attributions, evaluate.Attribution{
				Source: said.Points(t, a.Source), Cue: said.Points(t, a.Cue), Content: said.Points(t, a.Content),
			})
		}
	}
	return p
}
