package export_test

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The full matrix says of every pair what the single question says.
func TestStandsAreThePositions(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	for _, rule := range questions.Rules {
		f := questions.Filter{Rule: rule, Stale: 100}
		g, err := questions.FullGrid(s, f)
		if err != nil {
			t.Fatal(err)
		}
		stands := slices.Collect(export.Stands(s, g, f.Stale))
		positions, err := questions.Positions(s, f)
		if err != nil || len(stands) < len(positions) || len(positions) == 0 {
			t.Fatalf("%d cells, %d positions, %v", len(stands), len(positions), err)
		}
		for _, one := range stands {
			p := questions.On(s, f, one.Actor, false, one.Proposition)
			if p.N != one.N || p.Of != one.Of || p.Band != one.Band || p.Stale != one.Stale || p.Possible != one.Possible || p.AsSignatory != one.AsSignatory || p.Signed != one.Signed {
				t.Errorf("%s by %s: got %+v, the position is %+v", one.Actor, rule, one, p)
			}
			if (p.Value == nil) != (one.Value == nil) || p.Value != nil && abs(*p.Value-*one.Value) > 1e-12 {
				t.Errorf("%s on %s by %s: the values differ", one.Actor, one.Proposition, rule)
			}
			if (one.Last == nil) != (one.AgeDays == nil) || one.AgeDays != nil && *one.AgeDays != p.AgeDays {
				t.Errorf("%s on %s: age %v, want %d", one.Actor, one.Proposition, one.AgeDays, p.AgeDays)
			}
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// Names that a spreadsheet would run come out as texts.
func TestGridTablesAreGuarded(t *testing.T) {
	t.Parallel()
	s := corpus(t)
	g, err := questions.FullGrid(s, questions.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	g.Actors[0] = "=1+1"
	for _, write := range []func(*strings.Builder) error{
		func(b *strings.Builder) error { return export.StandsCSV(b, export.Stands(s, g, 0)) },
		func(b *strings.Builder) error { return export.LikenessesCSV(b, export.Likenesses(s, g)) },
	} {
		var b strings.Builder
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil || len(rows) < 2 || rows[1][0] != schema.Guard("=1+1") {
			t.Errorf("%v %v", rows, err)
		}
		for _, row := range rows[1:] {
			if v := row[len(row)-1]; v != "" && v != "true" && v != "false" {
				if x, err := strconv.ParseFloat(v, 64); err != nil || x < 0 || x > 1 {
					t.Errorf("likeness %q", v)
				}
			}
		}
	}
}
