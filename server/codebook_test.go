package server

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func TestCodebookIsReadableBesideWhatItGoverns(t *testing.T) {
	t.Parallel()
	s := serve(t, fixture(t))
	page := s.page(t, "/codebook", http.StatusOK)
	for _, want := range []string{"harbour/2", "The harbour of Łódź-on-Sea", "Whether the old harbour is rebuilt.", "also on Traffic", "mayor, 1 January 2024 to 30 June 2025", "A/b c.json"} {
		if !strings.Contains(page.text(), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	var answer codebookAnswer
	s.json(t, "/codebook.json", &answer)
	if answer.Codebook != "harbour/2" || len(answer.Issues) != 2 || len(answer.Actors) != 7 || answer.Issues[0].Propositions[0].Statements != 4 {
		t.Errorf("JSON: %s, %d issues, %d actors", answer.Codebook, len(answer.Issues), len(answer.Actors))
	}
	w := s.ask(t, http.MethodGet, "/codebook.yaml")
	if w.Body.String() != fixtureYML || !strings.HasPrefix(w.Header().Get("Content-Type"), "application/yaml") {
		t.Errorf("the file is not the one that was read: %s", w.Header().Get("Content-Type"))
	}
}

func TestCodebookSaysHowManyStatementsAnotherVersionCoded(t *testing.T) {
	t.Parallel()
	old := fixture(t).Statements[0]
	old.ID, old.Codebook = "00000000-0000-5000-8000-000000000001", "harbour/1"
	if page := serve(t, with(fixture(t), old)).page(t, "/codebook", http.StatusOK); !strings.Contains(page.text(), "1 statement of 13 statements was coded with another version") {
		t.Errorf("the page does not say it: %s", page.class("digest-note")[0].text())
	}
}

func TestCodebookShowsCuesWithTheirDirection(t *testing.T) {
	t.Parallel()
	cb, err := schema.LoadCodebook("c.yaml", []byte(`{codebook: c, version: 1, issues: [{id: i, label: I, propositions: [{id: p, label: P, cues: [{any: [leave the harbour], with: [now], not: [never], direction: against}]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, ledger.Build(cb, nil, nil))
	for _, path := range []string{"/codebook", "/propositions/p"} {
		if text := s.page(t, path, http.StatusOK).text(); !strings.Contains(text, "against leave the harbour with now not with never") {
			t.Errorf("%s does not show the cue: %s", path, text)
		}
	}
}

func TestWithoutACodebookThePageSaysWhereOneComesFrom(t *testing.T) {
	t.Parallel()
	s := serve(t, nil)
	if page := s.page(t, "/codebook", http.StatusOK); !strings.Contains(page.text(), "no codebook yet") {
		t.Error("nothing is said")
	}
	if w := s.ask(t, http.MethodGet, "/codebook.yaml"); w.Code != http.StatusNotFound {
		t.Errorf("a file of nothing: status %d", w.Code)
	}
}
