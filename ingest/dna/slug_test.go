package dna

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
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
