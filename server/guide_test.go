package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

func TestHelpDefinesEveryKindOfChangeAndConflict(t *testing.T) {
	t.Parallel()
	text := serve(t, nil).page(t, "/help/changes", http.StatusOK).text()
	for _, kind := range questions.ShiftKinds {
		if !strings.Contains(text, string(kind)) {
			t.Errorf("the shift %q is not defined", kind)
		}
	}
	for _, kind := range questions.ConflictKinds {
		if !strings.Contains(text, string(kind)) {
			t.Errorf("the conflict %q is not defined", kind)
		}
	}
}

func TestHelpThatIsNotThereLeadsToWhatIs(t *testing.T) {
	t.Parallel()
	if text := serve(t, nil).page(t, "/help/nothing", http.StatusNotFound).text(); !strings.Contains(text, "/help/changes") {
		t.Error("the error does not lead on")
	}
}

func TestRulesAreDefined(t *testing.T) {
	t.Parallel()
	text := serve(t, nil).page(t, "/help/positions", http.StatusOK).text()
	for _, rule := range questions.Rules {
		if !strings.Contains(text, rule) {
			t.Errorf("the rule %q is not defined", rule)
		}
	}
}

func TestHelpLeadsToItsFirstPage(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	w := s.ask(t, http.MethodGet, "/help")
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/help/positions" {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	var a helpAnswer
	s.json(t, "/help.json", &a)
	for _, path := range a.Pages {
		s.page(t, path, http.StatusOK)
	}
	if len(a.Pages) != 1+len(guides) {
		t.Errorf("%v", a.Pages)
	}
}
