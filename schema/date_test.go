package schema_test

import (
	"testing"

	edtf "github.com/sfomuseum/go-edtf/parser"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

func TestDateBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, earliest, latest string
		exact                  bool
	}{
		{"2025-10-21", "2025-10-21", "2025-10-21", true},
		{"2025-10-19~", "2025-10-19", "2025-10-19", false},
		{"2024-02", "2024-02-01", "2024-02-29", false},
		{"2025", "2025-01-01", "2025-12-31", false},
		{"2025-10-16/2025-10-31", "2025-10-16", "2025-10-31", false},
		{"2025-03/2025-05", "2025-03-01", "2025-05-31", false},
		{"../2025-05-19", "..", "2025-05-19", false},
		{"1946-12-07", "1946-12-07", "1946-12-07", true},
	} {
		d, err := schema.ParseDate(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if d.Earliest().String() != c.earliest || d.Latest().String() != c.latest || d.Exact() != c.exact || d.String() != c.text {
			t.Errorf("%s: got %v to %v, exact %v, text %q", c.text, d.Earliest(), d.Latest(), d.Exact(), d.String())
		}
	}
}

func TestDateUnknown(t *testing.T) {
	t.Parallel()
	var d schema.Date
	if !d.IsZero() || d.Earliest() != schema.MinDay || d.Latest() != schema.MaxDay || d.Exact() {
		t.Errorf("the unknown date: %v to %v", d.Earliest(), d.Latest())
	}
}

func TestDateRefuses(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"today", "2025-13", "2025-02-30", "21.10.2025", "2025-10-21/2025-10-01", "2025-10-21/..", "/2025", "2025-1-2", "2025-10-21T10:00", "..", "~", "2025/2024/2023"} {
		if d, err := schema.ParseDate(in); err == nil {
			t.Errorf("%q reads as %v to %v", in, d.Earliest(), d.Latest())
		}
	}
}

// An independent EDTF parser reads everything that the subset reads, and finds
// the same bounds.
func TestDateAgreesWithEDTF(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		day := schema.Day(rapid.IntRange(-30000, 40000).Draw(t, "day"))
		text := day.String()[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "length")]
		ours, err := schema.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := edtf.ParseString(text)
		if err != nil {
			t.Fatalf("%s is not EDTF: %v", text, err)
		}
		lower, err := theirs.Lower()
		if err != nil {
			t.Fatal(err)
		}
		upper, err := theirs.Upper()
		if err != nil {
			t.Fatal(err)
		}
		if schema.DayOf(*lower) != ours.Earliest() || schema.DayOf(*upper) != ours.Latest() {
			t.Fatalf("%s: ours %v to %v, theirs %v to %v", text, ours.Earliest(), ours.Latest(), lower, upper)
		}
	})
}
