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

func timelineOf(t testing.TB, s *ledger.Snapshot, f questions.Filter, p questions.Period) questions.Timeline {
	t.Helper()
	tl, err := questions.BuildTimeline(s, f, questions.TimelineSpec{Rows: questions.RowsActors, Period: p})
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

// Every statement is one dot that leads to it, and every row ends in its last
// position.
func TestTimelineDrawsEveryStatementAndTheLastPositions(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	for _, f := range []questions.Filter{{}, {Actors: []string{"mayor"}}, {Propositions: []string{"dam"}}} {
		tl := timelineOf(t, s, f, questions.NoPeriod)
		var want []string
		for _, l := range tl.Lines {
			for _, p := range l.Points {
				for _, id := range p.Added {
					want = append(want, "/statements/"+id)
				}
			}
			last := l.Points[len(l.Points)-1].Position
			want = append(want, fmt.Sprintf("/cell/%s/%s %s%s", l.Actor, l.Proposition, last.Band, value(last.Value)))
		}
		scene, err := picture.Timeline(tl, s, caption, picture.Links{
			Statement: func(id string) string { return "/statements/" + id },
			Cell:      func(r questions.CellRef) string { return "/cell/" + r.Actor + "/" + r.Proposition },
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range read(t, written(t, scene, picture.SVG)).all("a") {
			href := a.attr("href")
			if strings.HasPrefix(href, "/cell") {
				_, said, _ := strings.Cut(a.Inner[0].Text, ": ")
				said, _, _ = strings.Cut(said, ",")
				href += " " + said
			}
			got = append(got, href)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("drawn\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// The bars of periods say the numbers of the answer.
func TestTimelineDrawsEveryPeriodInWhichSomethingWasSaid(t *testing.T) {
	t.Parallel()
	s := fixture(t)
	tl := timelineOf(t, s, questions.Filter{Issues: []string{"lake"}}, questions.PeriodMonth)
	scene, err := picture.Timeline(tl, s, caption, picture.Links{})
	if err != nil {
		t.Fatal(err)
	}
	titles := strings.Join(read(t, written(t, scene, picture.SVG)).titles("g"), "\n")
	n := 0
	for _, i := range tl.Issues {
		for _, p := range i.Periods {
			if p.N > 0 {
				n++
				want := fmt.Sprintf("%s, %s to %s: %d statement", i.Label, p.From, p.Until, p.N)
				if strings.Count(titles, want) != 1 {
					t.Errorf("%q is not there once:\n%s", want, titles)
				}
			}
		}
	}
	if n < 3 {
		t.Errorf("only %d periods", n)
	}
}

func TestTimelineRefusesWhatItCannotShow(t *testing.T) {
	t.Parallel()
	for want, of := range map[string]*ledger.Snapshot{
		"151 lines: one picture shows at most 150":        crowd(t, 151),
		"nothing to draw: no statement passes the filter": corpus(t, fixtureYML, nil),
	} {
		_, err := picture.Timeline(timelineOf(t, of, questions.Filter{}, questions.NoPeriod), of, caption, picture.Links{})
		if err == nil || err.Error() != want || schema.HintOf(err) == "" {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
