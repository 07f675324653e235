package server

import (
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestDatesAreSaidAsSureAsTheyAre(t *testing.T) {
	t.Parallel()
	for edtf, want := range map[string]string{
		"": "date unknown", "2025-10-21": "21 October 2025", "2025-10": "October 2025", "2025": "2025",
		"2025-10-16/2025-10-31": "between 16 October 2025 and 31 October 2025", "../2025-05-19": "by 19 May 2025",
		"2025-03~": "about March 2025", "2025-03-01~/2025-04": "between about 1 March 2025 and April 2025",
	} {
		if got := longDate(schema.MustDate(edtf)); got != want {
			t.Errorf("%q: %q, want %q", edtf, got, want)
		}
	}
}

func TestValuesCarryTheirSign(t *testing.T) {
	t.Parallel()
	for v, want := range map[float64]string{1: "+1", -1: "−1", 0.5: "+0.5", -0.25: "−0.25", 0: "0", 1.0 / 3: "+0.33", -0.001: "0"} {
		if got := signedValue(v); got != want {
			t.Errorf("%v: %q, want %q", v, got, want)
		}
	}
}

func TestCountsAgreeWithTheirNoun(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 statements", 1: "1 statement", 12: "12 statements", 870109: "870\u202f109 statements"} {
		if got := count(n, "statement"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	for days, want := range map[int]string{1: "1 day", 44: "44 days", 61: "2 months", 800: "2 years"} {
		if got := ago(days); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}

func TestOriginalsAreLinkedOnlyToTheWeb(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://example.org/a?b=1": "https://example.org/a?b=1", "javascript:alert(1)": "", "data:text/html,x": "", "/local": "", "": "", "ftp://example.org/": "",
	} {
		if got := webAddress(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestSentenceHasOneFullStop(t *testing.T) {
	t.Parallel()
	for message, want := range map[string]string{
		"": "", "there is no text": "there is no text.", "It ends.": "It ends.", "who?": "who?", "and so on …": "and so on …", "votes.csv:2: stance": "votes.csv:2: stance.",
	} {
		if got := sentence(message); got != want {
			t.Errorf("%q: %q, want %q", message, got, want)
		}
	}
}
