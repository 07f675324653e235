package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestDiffNamesWhatChangedByID(t *testing.T) {
	t.Parallel()
	load := func(text string) *schema.Codebook {
		cb, err := schema.LoadCodebook("x.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return cb
	}
	before := load(`
codebook: x
version: 1
issues:
  - {id: a, label: A, propositions: [{id: p, label: P, cues: [{any: [one]}]}, {id: q, label: Q}]}
actors:
  - {id: port, type: organisation, label: Port}
  - {id: siv, type: person, label: Siv, aliases: [S], affiliations: [{group: port, role: head, until: 2024-12-31}]}
`)
	after := load(`
codebook: x
version: 2
issues:
  - {id: b, label: B, propositions: [{id: r, label: R}]}
  - {id: a, label: A, propositions: [{id: p, label: P, cues: [{any: [one, two], not: [three]}, {any: [four], direction: against}]}]}
actors:
  - {id: siv, type: person, label: Siv, aliases: [S], affiliations: [{group: port, role: head, until: 2025-12-31}]}
  - {id: port, type: organisation, label: Port}
`)
	var got []string
	for _, c := range schema.Diff(before, after) {
		got = append(got, fmt.Sprintf("%s %s %s %s: %s -> %s", c.Change, c.Kind, c.ID, c.Field, c.Before, c.After))
	}
	want := []string{
		"added issue b :  -> B",
		"added proposition r :  -> R",
		"changed proposition p cues: one -> one | two not three; four (against)",
		"removed proposition q : Q -> ",
		"changed actor siv affiliations: port head /2024-12-31 -> port head /2025-12-31",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if same := schema.Diff(after, after); len(same) != 0 {
		t.Errorf("a codebook differs from itself: %v", same)
	}
}
