package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// changing is the fixture in which the mayor turns against the harbour, and
// the guild contradicts itself within a week.
func changing(t *testing.T) *ledger.Snapshot {
	t.Helper()
	s := fixture(t)
	turned := codedPassage{"dubois", "rebuild", "2025-03-20", "The mayor", schema.Oppose, nil}.statement(t, s.Codebook)
	return with(s, turned)
}

func TestShiftsReadLikeSentencesWithBothPassages(t *testing.T) {
	t.Parallel()
	s := serve(t, changing(t))
	page := s.page(t, "/shifts?rows=actors&actor=dubois&proposition=rebuild", http.StatusOK)
	var reversed *node
	for _, c := range page.class("change") {
		if strings.Contains(c.text(), "reversed") {
			reversed = c
		}
	}
	if reversed == nil {
		t.Fatal("no reversal")
	}
	for _, says := range []string{"Zoë Dubois-Þórsdóttir reversed the position on The old harbour is rebuilt", "support +1 →, then", "opposition −1, 20 March 2025, after 19 days"} {
		if !strings.Contains(reversed.text(), says) {
			t.Errorf("it does not say %q: %s", says, reversed.text())
		}
	}
	if sides := reversed.class("facing-side"); len(sides) != 2 || len(sides[0].tags("blockquote")) != 1 || len(sides[1].tags("blockquote")) != 1 {
		t.Error("the passages are not side by side")
	}
	if only := s.page(t, "/shifts?rows=actors&kind=reversed", http.StatusOK).class("change"); len(only) != 1 {
		t.Errorf("%d reversals, want 1", len(only))
	}
}

func TestConflictsStandSideBySide(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/conflicts", http.StatusOK)
	pairs := page.class("change")
	if len(pairs) == 0 || len(pairs[0].class("passage")) != 2 || !strings.Contains(page.text(), "at most 7 days apart") {
		t.Fatalf("%d pairs", len(pairs))
	}
	if !strings.Contains(pairs[0].text(), "Ọbịàgèlì Okafor is reported for and against in one source on The old harbour is rebuilt") {
		t.Errorf("the pair reads %q", pairs[0].text())
	}
	if none := s.page(t, "/conflicts?mode=action", http.StatusOK).class("calm"); len(none) != 1 || len(none[0].tags("a")) != 2 {
		t.Error("an empty list does not say what to take out")
	}
}

func TestListsOfChangesSayWhatIsWrongWithAQuestion(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	for path, says := range map[string]string{
		"/shifts?kind=jumped": "jumped", "/shifts?page=0": "page", "/shifts?rows=columns": "columns", "/shifts?as-of=never": "never",
		"/conflicts?window=-1": "window", "/conflicts?kind=quarrel": "quarrel", "/conflicts?page=x": "page",
	} {
		page := s.page(t, path, http.StatusBadRequest)
		if alert := page.class("problem"); len(alert) != 1 || !strings.Contains(alert[0].text(), says) || len(page.tags("form")) != 1 {
			t.Errorf("%s: the form does not stand with what is wrong", path)
		}
	}
}
