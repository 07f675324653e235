package server

import (
	"net/http"
	"strings"
	"testing"
)

func TestPropositionSaysWhoStandsWhereOnWhatEvidence(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/propositions/rebuild", http.StatusOK)
	for _, want := range []string{"The old harbour is rebuilt", "On its old site.", "Holds", "Zoë Dubois", "Mixed", "Ọbịàgèlì Okafor", "“Rebuild it,” she said"} {
		if !strings.Contains(page.text(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if groups := s.page(t, "/propositions/rebuild?rows=groups", http.StatusOK); !strings.Contains(groups.text(), "Łódź-on-Sea") {
		t.Error("asked for groups, the page does not name the town")
	}
	if early := s.page(t, "/propositions/rebuild?as-of=2025-02-10", http.StatusOK).text(); !strings.Contains(early, "conditional support") {
		t.Error("on an earlier day the position is not the earlier one")
	}
	var answer propositionAnswer
	s.json(t, "/propositions/rebuild.json", &answer)
	if len(answer.Positions) != 2 || len(answer.Evidence) != 4 || answer.Statements != 4 {
		t.Errorf("JSON has %d positions and %d statements", len(answer.Positions), len(answer.Evidence))
	}
}

func TestPropositionThatIsNotThereIsSaid(t *testing.T) {
	t.Parallel()
	if page := serve(t, fixture(t)).page(t, "/propositions/nothing", http.StatusNotFound); !strings.Contains(page.text(), "/codebook") {
		t.Error("the error does not lead on")
	}
}

func TestPropositionOnADayBeforeAllStatements(t *testing.T) {
	t.Parallel()
	if page := serve(t, fixture(t)).page(t, "/propositions/rebuild?as-of=2020-01-01", http.StatusOK); !strings.Contains(page.text(), "Nothing counts on this day.") {
		t.Error("an empty day is not said")
	}
}
