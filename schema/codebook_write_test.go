package schema_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/stancegraph/stancegraph/schema"
)

const everythingInACodebook = `
codebook: harbour
version: "1.2"
title: "The harbour: a dispute"
issues:
  - id: dredging
    label: Dredging
    short: dredge
    definition: "Deeper, or not."
    propositions:
      - {id: deepen, label: "The fairway is deepened", short: deeper, definition: now, issues: [dredging, budget], cues: [{any: [a, "b c"], with: [d], not: [e], direction: against}]}
      - {id: blame, label: "The town is to blame", kind: accusation}
  - {id: budget, label: Budget, propositions: [{id: loan, label: A loan}]}
actors:
  - {id: port, type: organisation, label: Port of Ålesund, aliases: ["the port, as such", haven]}
  - {id: siv, type: person, label: Siv Åsen, affiliations: [{group: port, role: director, from: 2024-01-01, until: 2024-12-31}, {group: port}]}
`

// A codebook that is printed and loaded again is the same.
func TestCodebookFormat(t *testing.T) {
	t.Parallel()
	cb, err := schema.LoadCodebook("a", []byte(everythingInACodebook))
	if err != nil {
		t.Fatal(err)
	}
	text := cb.Format(schema.CodebookRemarks{Head: []string{"made\nby hand"}, Actors: map[string][][2]string{"siv": {{"note", "on\nleave"}}},
		Propositions: map[string][][2]string{"loan": {{"#", "%"}}}})
	again, err := schema.LoadCodebook("b", []byte(text))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	if diff := cmp.Diff(cb, again, cmpopts.IgnoreUnexported(schema.Codebook{}), cmpopts.IgnoreFields(schema.Codebook{}, "YAML")); diff != "" {
		t.Errorf("%s\n%s", diff, text)
	}
}

// Any label can stand in a codebook, and any text in its comments.
func TestAnyTextIsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		label := rapid.StringN(1, -1, -1).Draw(t, "label")
		cb := &schema.Codebook{Name: "x", Version: "1", Issues: []schema.Issue{{ID: "i", Label: "I", Propositions: []schema.Proposition{{ID: "p", Label: label, Short: label, Issues: []string{"i"}}}}}}
		text := cb.Format(schema.CodebookRemarks{Head: []string{label}, Propositions: map[string][][2]string{"p": {{label, label}}}})
		again, err := schema.LoadCodebook("x", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got := again.Issues[0].Propositions[0].Label; got != label {
			t.Fatalf("got %q, want %q", got, label)
		}
	})
}
