package classify

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

const book = `
codebook: test
version: 1
issues:
  - id: fish
    label: Fish
    propositions:
      - id: quota
        label: A quota
        cues:
          - {any: [quota], with: [herring, cod], not: [milk]}
      - id: herring-quota
        label: A herring quota
        cues:
          - {any: [herring quota]}
      - id: open-sea
        label: Open sea
        cues:
          - {any: [close the sea, never open the sea], direction: against}
      - {id: nets, label: Smaller fishing nets}
actors:
  - {id: a, type: state, label: Norvia}
`

func topics(t *testing.T, text string) string {
	t.Helper()
	cb, err := schema.LoadCodebook("test.yaml", []byte(book))
	if err != nil {
		t.Fatal(err)
	}
	tokens := lexis.Tokenize(text)
	var list []string
	for _, topic := range NewCues(cb).Topics(tokens, segment.Range{From: 0, To: len(tokens)}) {
		sign := ""
		if topic.Sign < 0 {
			sign = "-"
		}
		list = append(list, sign+topic.Proposition.ID)
	}
	return strings.Join(list, " ")
}

func TestTopics(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"quotas for cod", "quota"},
		{"a quota", ""},
		{"quotas for cod and milk", ""},
		{"a herring quota", "herring-quota"},
		{"they will never open the sea", "-open-sea"},
		{"closing the sea", "-open-sea"},
		{"smaller nets for fishing", "nets"},
		{"nets", ""},
	} {
		if got := topics(t, c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestClausesPartAtContrasts(t *testing.T) {
	t.Parallel()
	text := segment.Segment("Ann agrees, while Bob refuses; Cy waits, “but not, but never, for long”.")
	if got := Clauses(text, attribute.Attribute(text), 0); len(got) != 3 {
		t.Errorf("got %d clauses", len(got))
	}
}
