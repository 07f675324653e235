package picture_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

func matrixOf(t testing.TB, s *ledger.Snapshot, issue string) questions.Matrix {
	t.Helper()
	m, err := questions.BuildMatrix(s, questions.Filter{}, questions.MatrixSpec{Rows: questions.RowsActors, Issue: issue})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func drawMatrix(t testing.TB, s *ledger.Snapshot, issue string, l picture.Links) *picture.Scene {
	t.Helper()
	scene, err := picture.Matrix(matrixOf(t, s, issue), s.Codebook, caption, l)
	if err != nil {
		t.Fatal(err)
	}
	return scene
}

// Every position of the answer is drawn once, with its own value and counts.
func TestMatrixDrawsEveryPositionOnce(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	for _, issue := range []string{"", "lake"} {
		var want []string
		for _, row := range matrixOf(t, s, issue).Rows {
			for _, c := range row.Cells {
				ps := []questions.Position{}
				if c.Position != nil && c.Position.Of > 0 {
					ps = append(ps, *c.Position)
				} else if c.Issue != nil {
					ps = slices.Concat(c.Issue.Held, c.Issue.Rejected, c.Issue.Undecided, c.Issue.Mixed)
				}
				for _, p := range ps {
					known, _ := s.Codebook.Proposition(p.Proposition)
					want = append(want, fmt.Sprintf("%s, %s: %s", row.Label, known.Label, p.Band)+value(p.Value)+fmt.Sprintf(", %d of %d", p.N, p.Of))
				}
			}
		}
		links := picture.Links{Cell: func(r questions.CellRef) string { return "/cell?" + r.Actor + "&" + r.Proposition }}
		var got []string
		svg := read(t, written(t, drawMatrix(t, s, issue, links), picture.SVG))
		for _, title := range svg.titles("a") {
			got = append(got, strings.TrimSuffix(strings.Split(title, " statement")[0], ", possible"))
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) || len(got) < 7 {
			t.Errorf("issue %q: drawn\n%s\nwant\n%s", issue, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func value(v *float64) string {
	if v == nil {
		return ""
	}
	if *v == 0 {
		return " 0"
	}
	return " " + strings.Replace(fmt.Sprintf("%+g", *v), "-", "\u2212", 1)
}

func TestMatrixSaysWhyThereIsNothingToDraw(t *testing.T) {
	t.Parallel()
	_, err := picture.Matrix(questions.Matrix{}, &schema.Codebook{}, caption, picture.Links{})
	if schema.KindOf(err) != schema.KindNotFound || !strings.Contains(err.Error(), "nothing to draw") || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}

func TestMatrixRefusesWhatNobodyCouldRead(t *testing.T) {
	t.Parallel()
	s := crowd(t, 251)
	_, err := picture.Matrix(matrixOf(t, s, ""), s.Codebook, caption, picture.Links{})
	if schema.KindOf(err) != schema.KindUsage || err.Error() != "251 rows: one picture shows at most 250" {
		t.Errorf("got %v", err)
	}
}

// Where positions are only counted, or are too many for columns, a cell is a bar
// of their numbers.
func TestMatrixOfManyPropositionsIsDrawnAsBars(t *testing.T) {
	t.Parallel()
	var propositions, lines []string
	for i := range 160 {
		propositions = append(propositions, fmt.Sprintf("{id: p%d, label: P%d, short: p%[1]d}", i, i))
		lines = append(lines, fmt.Sprintf("town p%d %d 2025-01-0%d", i, 1-i%3, 1+i%9))
	}
	s := corpus(t, "codebook: many\nversion: 1\nissues: [{id: i, label: Many, short: many, propositions: ["+strings.Join(propositions, ", ")+"]}]\nactors: [{id: town, type: state, label: Town}]\n", lines)
	spec := questions.MatrixSpec{Rows: questions.RowsActors}
	if !picture.Countable(s, questions.Filter{}, spec) || picture.Countable(fixture(t), questions.Filter{}, spec) {
		t.Error("Countable does not tell many propositions from few")
	}
	for _, spec.Brief = range []bool{true, false} {
		m, err := questions.BuildMatrix(s, questions.Filter{}, spec)
		if err != nil {
			t.Fatal(err)
		}
		scene, err := picture.Matrix(m, s.Codebook, caption, picture.Links{})
		if err != nil {
			t.Fatal(err)
		}
		svg := read(t, written(t, scene, picture.SVG))
		want := "Town, Many: 54 held, 53 undecided, 53 rejected; 160 of 160 statements"
		if !slices.Contains(svg.titles("g"), want) {
			t.Errorf("drawn are %q", svg.titles("g"))
		}
		for _, label := range []string{"++ 54", "0 53", "\u2212\u2212 53"} {
			if !slices.Contains(svg.texts(), label) {
				t.Errorf("no bar says %q", label)
			}
		}
	}
}
