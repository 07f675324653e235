package dna

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

func TestSlugs(t *testing.T) {
	t.Parallel()
	for label, want := range map[string]string{
		"U.S. Harbour & Pilots' Union (est. 1999)": "u-s-harbour-pilots-union-est-1999",
		"Ålesund Ö ß": "alesund-o-ß", "  ": "", "—": "", "Порт 港": "порт-港",
		"The fairway is deepened this year, at once, and not after the winter": "the-fairway-is-deepened-this-year-at-once-and-not-after-the",
		strings.Repeat("a", 80): strings.Repeat("a", 60),
	} {
		if got := slug(label); got != want {
			t.Errorf("%q: got %q, want %q", label, got, want)
		}
	}
}

func TestIDsAreAllDifferent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		labels := rapid.SliceOfDistinct(rapid.StringOf(rapid.SampledFrom([]rune("aAÅ2- .港"))), rapid.ID[string]).Draw(t, "labels")
		taken, again, seen := ids{}, ids{}, map[string]bool{}
		for _, l := range labels {
			id := taken.take(l, "actor")
			if seen[id] || id == "" || id != again.take(l, "actor") || !utf8.ValidString(id) {
				t.Fatalf("%q has %q", l, id)
			}
			seen[id] = true
		}
	})
}

// Any label can stand in the codebook.
func TestQuotedTextsAreReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		label := rapid.String().Draw(t, "label")
		if label == "" {
			return
		}
		y := &yaml{}
		y.line(0, "codebook: x\nversion: 1\n# %s", quoted(label))
		y.line(0, "issues: [{id: i, label: I, propositions: [{id: p, label: %s}]}]", quoted(label))
		cb, err := schema.LoadCodebook("x", []byte(y.String()))
		if err != nil {
			t.Fatal(err)
		}
		if got := cb.Issues[0].Propositions[0].Label; got != label {
			t.Fatalf("got %q, want %q", got, label)
		}
	})
}
