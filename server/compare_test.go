package server

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

func TestComparisonOfDatesShowsWhatBecameOfEachCell(t *testing.T) {
	t.Parallel()
	s := serve(t, changing(t))
	page := s.page(t, "/compare?issue=harbour&rows=actors&left=2025-02-10&right=2025-03-20", http.StatusOK)
	if h1 := page.tags("h1")[0].text(); h1 != "From 10 February 2025 to 20 March 2025" {
		t.Errorf("heading %q", h1)
	}
	for _, c := range []struct{ row, column, says string }{
		{"Zoë", "rebuild", "+ conditional support →, then −− opposition reversed"},
		{"Zoë", "toll", "→, then −− opposition new"},
		{"Zoë", "dredge", "++ support unchanged"},
		{"Łódź", "museum", "+ conditional support unchanged"},
		{"Łódź", "toll", "· no statement"},
	} {
		if got := cellOf(t, page, c.row, c.column).text(); !strings.Contains(got, c.says) {
			t.Errorf("%s, %s: %q, want %q", c.row, c.column, got, c.says)
		}
	}
	var moved *node
	for _, a := range page.class("diff-item") {
		if strings.Contains(a.text(), "reversed") {
			moved = a
		}
	}
	to, err := url.Parse(moved.attr("href"))
	if err != nil || page.id(to.Fragment) == nil {
		t.Fatalf("the cell leads to %q", moved.attr("href"))
	}
	if change := page.id(to.Fragment); len(change.class("passage")) != 2 || !strings.Contains(change.text(), "reversed the position on") {
		t.Errorf("the change has not both passages: %s", change.text())
	}
	changed := s.page(t, page.class("switch")[0].tags("a")[0].attr("href"), http.StatusOK)
	if strings.Contains(changed.class("diff")[0].text(), "unchanged") || len(changed.class("diff-item")) == 0 {
		t.Error("what is unchanged is shown among the changes")
	}
}

func TestComparisonOfTwoActorsCountsAlikeDifferentOneSidedAndSilent(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/compare?by=actor&left=dubois&right=okafor", http.StatusOK)
	lede := page.class("lede")[0].text()
	for _, says := range []string{"1 only Zoë", "2 different", "1 alike", "3 on which neither says anything"} {
		if !strings.Contains(lede, says) {
			t.Errorf("it does not say %q: %s", says, lede)
		}
	}
	if rows := page.class("pair"); len(rows) == 0 || len(page.class("diff")) != 0 {
		t.Error("the two do not stand next to each other")
	}
}

func TestComparisonBeginsWithDatesAndAsksForNames(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	var c questions.Comparison
	s.json(t, "/compare.json", &c)
	if c.Left != "2025-02-10" || c.Right != "2025-03-31" {
		t.Errorf("from %s to %s", c.Left, c.Right)
	}
	page := s.page(t, "/compare?by=outlet", http.StatusOK)
	if len(page.class("diff")) != 0 || !strings.Contains(page.class("lede")[0].text(), "Choose two outlets") {
		t.Error("it does not ask for the sides")
	}
	for path, says := range map[string]string{
		"/compare?by=moon": "moon", "/compare?left=2025-05-01&right=2025-01-01": "after", "/compare?by=actor&left=nobody&right=okafor": "nobody",
		"/compare?left=May": "May", "/compare?show=all": "show", "/compare?by=actor&left=okafor&right=okafor": "okafor",
	} {
		page := s.page(t, path, http.StatusBadRequest)
		if alert := page.class("problem"); len(alert) != 1 || !strings.Contains(alert[0].text(), says) || len(page.tags("form")) != 1 {
			t.Errorf("%s: the form does not stand with what is wrong", path)
		}
	}
}

// Of one day there is nothing to compare: the page says so, and what to choose.
func TestComparisonOfOneDayExplainsItself(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, says := range map[string]string{
		"/compare?from=2025-04-01":                    "no dated statement under this filter",
		"/compare?proposition=dredge":                 "All statements under this filter are of one day, 5 January 2025",
		"/compare?proposition=dredge&left=2025-01-05": "Choose two dates",
		"/compare?right=2025-01-05":                   "Choose two dates from 5 January 2025 to 31 March 2025",
	} {
		page := s.page(t, path, http.StatusOK)
		if lede := page.class("lede")[0].text(); !strings.Contains(lede, says) || len(page.id("left").attr("type")) == 0 {
			t.Errorf("%s: it says %q, want %q", path, lede, says)
		}
	}
	var c questions.Comparison
	s.json(t, "/compare.json?right=2025-02-10", &c)
	if c.Left != "2025-01-05" {
		t.Errorf("the day before the other side is %q", c.Left)
	}
	s.json(t, "/compare.json?proposition=toll", &c)
	if c.Left != "2025-03-01" || c.Right != "2025-03-31" {
		t.Errorf("from %s to %s", c.Left, c.Right)
	}
}

// A comparison of many cells shows some of them, says how many more there are,
// and has all of them as JSON.
func TestLargeComparisonsSayWhatTheyLeaveOut(t *testing.T) {
	t.Parallel()
	s := serve(t, votes(t, 3, 2, 60))
	page := s.page(t, "/compare?rows=actors&issue=issue-0&left=1950-06-01&right=1951-02-20", http.StatusOK)
	diff := page.class("diff")[0]
	if heads := len(diff.tags("thead")[0].tags("th")); heads != 1+diffColumnsShown || !strings.Contains(page.text(), "40 propositions more, on which less has changed, have no column here") {
		t.Errorf("%d heads", heads)
	}
	// The 22 propositions of before are alike: they are among what is left out.
	if text := diff.text(); strings.Count(text, "new") != 3*diffColumnsShown {
		t.Errorf("new positions are left out: %s", text)
	}
	var c questions.Comparison
	s.json(t, "/compare.json?rows=actors&issue=issue-0&left=1950-06-01&right=1951-02-20", &c)
	if len(c.Changes) != 3*60 || c.Changes[0].Right == nil || len(c.Changes[0].Right.Evidence) != 1 {
		t.Errorf("%d cells as JSON", len(c.Changes))
	}

	page = s.page(t, "/compare?by=actor&left=actor-000&right=actor-001", http.StatusOK)
	versus := page.class("versus")
	if len(versus) != 2 || len(versus[0].tags("tbody")[0].tags("tr")) != pairsOfEach || !strings.Contains(versus[1].text(), "50 propositions of 60 are shown.") {
		t.Fatalf("%d issues: %s", len(versus), versus[0].text())
	}
	more := versus[0].tags("p")[0].tags("a")[0].attr("href")
	if versus = s.page(t, more, http.StatusOK).class("versus"); len(versus) != 1 || len(versus[0].tags("tbody")[0].tags("tr")) != 60 {
		t.Errorf("%s shows %d issues", more, len(versus))
	}
}

func TestOnlyChangesLeaveNoWordOfSilence(t *testing.T) {
	t.Parallel()
	s := serve(t, changing(t))
	page := s.page(t, "/compare?issue=harbour&rows=actors&left=2025-02-10&right=2025-03-20&show=changed", http.StatusOK)
	for _, td := range page.class("diff")[0].class("none") {
		if text := td.text(); strings.Contains(text, "no statement") || !strings.Contains(text, "no change") {
			t.Errorf("a cell that has not changed says %q", text)
		}
	}
	if len(page.class("diff")[0].class("none")) == 0 {
		t.Error("every cell has changed")
	}
}
