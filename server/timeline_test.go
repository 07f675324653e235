package server

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// The picture, the table and the JSON of a timeline say the same.
func TestTimelineIsTheSameInEveryShape(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	var tl questions.Timeline
	s.json(t, "/timeline.json?rows=actors", &tl)
	page := s.page(t, "/timeline?rows=actors", http.StatusOK)
	rows := page.class("timeline")[0].tags("tbody")[0].tags("tr")
	points := 0
	said := map[string]int{}
	for _, l := range tl.Lines {
		for _, p := range l.Points {
			if !strings.Contains(rows[points].text(), l.Label) || !strings.Contains(rows[points].text(), signs[p.Position.Band].Word) {
				t.Errorf("row %d is %q, want %s: %s", points, rows[points].text(), l.Label, p.Position.Band)
			}
			points++
			for _, id := range p.Added {
				said["/statements/"+id]++
			}
		}
	}
	if len(rows) != points || points < 8 {
		t.Errorf("%d rows for %d points", len(rows), points)
	}
	drawn := map[string]int{}
	for _, a := range page.class("picture")[0].tags("a") {
		if strings.HasPrefix(a.attr("href"), "/statements/") {
			drawn[a.attr("href")]++
		}
	}
	for address, n := range said {
		if drawn[address] != n {
			t.Errorf("%s is drawn %d times, want %d", address, drawn[address], n)
		}
	}
}

// Before the picture stands how it is read, of bars other than of dots; without
// a picture, nothing.
func TestTimelineSaysHowItIsRead(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for query, says := range map[string]string{
		"":             "a hollow one has no exact day and stands at the first that it may be from, where the slider has the last",
		"&period=year": "bars are the statements of a year",
	} {
		page := s.page(t, "/timeline?rows=actors"+query, http.StatusOK)
		if rule := page.class("rule"); len(rule) != 1 || !strings.Contains(rule[0].text(), says) {
			t.Errorf("%q: %v does not say %q", query, rule, says)
		}
	}
}

func TestTimelineSaysWhatItCannotRead(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, want := range map[string]string{
		"/timeline?period=weak": "did you mean week", "/timeline?actor=nobody": "no actor of this ID or label", "/timeline?page=0": "expected a whole number",
	} {
		if text := s.page(t, path, http.StatusBadRequest).text(); !strings.Contains(text, want) || !strings.Contains(text, "Nothing is lost") {
			t.Errorf("%s does not say %q", path, want)
		}
	}
}

func TestTimelineWithoutAPictureKeepsItsTable(t *testing.T) {
	t.Parallel()
	s := serve(t, crowd(t, 151))
	page := s.page(t, "/timeline?rows=actors", http.StatusOK)
	if text := page.text(); !strings.Contains(text, "No picture of this") || !strings.Contains(text, "one picture shows at most 150") {
		t.Error("the page does not say why there is no picture")
	}
	if n := len(page.class("timeline")[0].tags("tbody")[0].tags("tr")); n != timelineShown {
		t.Errorf("%d rows", n)
	}
	if strings.Contains(page.text(), "as a picture") {
		t.Error("a picture is offered")
	}
}

func TestTimelineOfTooManyStatementsAsksToChoose(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("short: twenty thousand statements take their time")
	}
	s := serve(t, crowd(t, 20_000))
	page := s.page(t, "/timeline?mode=indirect", http.StatusOK)
	if text := page.text(); !strings.Contains(text, "statements are more than one timeline on a page takes, which is 20 000") {
		t.Errorf("the page does not say why: %s", text)
	}
	list := page.class("parts")[0].tags("a")
	if len(list) != timelinePartsShown {
		t.Fatalf("%d parts to choose from, want %d", len(list), timelinePartsShown)
	}
	for _, a := range list[:2] {
		if href := a.attr("href"); !strings.Contains(href, "mode=indirect") || !strings.Contains(s.page(t, href, http.StatusOK).text(), ", each of an actor on a proposition") {
			t.Errorf("%s is no part", href)
		}
	}
	if csv := s.ask(t, http.MethodGet, "/timeline.csv?rows=actors&mode=indirect").Body.String(); strings.Count(csv, "\n") < 20_000 {
		t.Error("the CSV has not all of it")
	}
	if svg := s.ask(t, http.MethodGet, "/timeline.svg?mode=indirect"); svg.Code != http.StatusBadRequest || !strings.Contains(svg.Body.String(), "choose an actor, an issue or a proposition") {
		t.Errorf("the picture does not say what to do: %d %s", svg.Code, svg.Body)
	}
}

// crowd is the fixture with more people who all want the harbour.
func crowd(t *testing.T, n int) *ledger.Snapshot {
	t.Helper()
	s := fixture(t)
	var more []schema.Statement
	for i := range n {
		more = append(more, codedPassage{fmt.Sprintf("NEW:Person %d", i), "rebuild", "2025-02-10", "signed", schema.Support, nil}.statement(t, s.Codebook))
	}
	return with(s, more...)
}

// A long timeline shows its rows page by page, and every row once.
func TestLongTimelinesArePaged(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 1, 2, 150))
	seen := map[string]bool{}
	for page := range 6 {
		path, want := fmt.Sprintf("/timeline?actor=actor-000&page=%d", page+1), timelineShown
		rows := s.page(t, path, http.StatusOK).class("timeline")[0].tags("tbody")[0].tags("tr")
		if len(rows) != want {
			t.Errorf("%s has %d rows, want %d", path, len(rows), want)
		}
		for _, row := range rows {
			seen[row.text()] = true
		}
	}
	if len(seen) != 300 {
		t.Errorf("%d rows on all pages", len(seen))
	}
}
