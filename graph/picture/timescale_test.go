package picture

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func TestTicksAreRoundDaysThatCanBeRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ first, last, want string }{
		{"2025-03-01", "2025-03-03", "26 Feb 2025, 27 Feb, 28 Feb, 1 Mar, 2 Mar, 3 Mar, 4 Mar, 5 Mar"},
		{"2024-12-20", "2025-01-20", "23 Dec 2024, 30 Dec, 6 Jan 2025, 13 Jan"},
		{"2025-03-17", "2025-12-31", "Apr 2025, May 2025, Jun 2025, Jul 2025, Aug 2025, Sep 2025, Oct 2025, Nov 2025, Dec 2025"},
		{"1946-05-01", "2020-01-01", "1950, 1960, 1970, 1980, 1990, 2000, 2010"},
		{"0001-01-01", "9999-12-31", "2000, 4000, 6000, 8000"},
	} {
		s := newTimeScale(schema.MustDate(c.first).Earliest(), schema.MustDate(c.last).Earliest(), 0, 620)
		var labels []string
		last := -apart
		for _, tick := range s.ticks() {
			labels = append(labels, tick.label)
			if tick.x-last < 40 || tick.x < 0 || tick.x > 620 {
				t.Errorf("%s to %s: %s stands at %.0f, the one before at %.0f", c.first, c.last, tick.label, tick.x, last)
			}
			last = tick.x
		}
		if got := strings.Join(labels, ", "); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.first, c.last, got, c.want)
		}
	}
}
