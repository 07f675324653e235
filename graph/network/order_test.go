package network

import (
	"slices"
	"testing"
	"time"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func TestLabelsAreInTheOrderOfJava(t *testing.T) {
	t.Parallel()
	text := rapid.StringOf(rapid.SampledFrom([]rune("aAz\u00d6\uff21\U0001F600\U0001F601\U0010FFFF\ue000")))
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		want := slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
		if got := compareUTF16(a, b); got != want {
			t.Fatalf("%q and %q: got %d, want %d", a, b, got, want)
		}
	})
}

func TestNaturalOrderIsAnOrder(t *testing.T) {
	t.Parallel()
	want := []string{"", "-1", "1", "01", "2 x", "9", "10", "10 a", "100", "a", "a10", "a9"}
	rapid.Check(t, func(t *rapid.T) {
		got := rapid.Permutation(want).Draw(t, "order")
		slices.SortFunc(got, compareNatural)
		if !slices.Equal(got, []string{"", "-1", "01", "1", "2 x", "9", "10", "10 a", "100", "a", "a10", "a9"}) {
			t.Fatalf("got %q", got)
		}
	})
}

// A year ends in the last week of its own or in the first of the next.
func TestWeeksOfTheYear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day     string
		iso, us [2]int
	}{
		{"2005-01-01", [2]int{2004, 53}, [2]int{2005, 1}},
		{"2005-01-02", [2]int{2004, 53}, [2]int{2005, 2}},
		{"2005-01-03", [2]int{2005, 1}, [2]int{2005, 2}},
		{"2005-12-31", [2]int{2005, 52}, [2]int{2005, 53}},
		{"2006-01-01", [2]int{2005, 52}, [2]int{2006, 1}},
		{"2008-12-29", [2]int{2009, 1}, [2]int{2009, 1}},
		{"2008-12-27", [2]int{2008, 52}, [2]int{2008, 52}},
	} {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		for week, want := range map[Week][2]int{WeekISO: c.iso, WeekUS: c.us} {
			if year, number := week.of(day); [2]int{year, number} != want {
				t.Errorf("%s %s: got %d/%d, want %v", c.day, week, year, number, want)
			}
		}
	}
}

func TestMonthsAndYearsKeepTheDayWhereTheyCan(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from string
		unit Unit
		n    int
		want string
	}{
		{"2004-01-31", Months, 1, "2004-02-29"}, {"2005-01-31", Months, 1, "2005-02-28"}, {"2005-01-31", Months, -1, "2004-12-31"},
		{"2005-03-31", Months, -1, "2005-02-28"}, {"2004-02-29", Years, 1, "2005-02-28"}, {"2004-02-29", Years, -4, "2000-02-29"},
		{"2004-02-28", Days, 2, "2004-03-01"}, {"2004-02-29", Weeks, -1, "2004-02-22"},
	} {
		from, _ := time.Parse(time.DateOnly, c.from)
		if got := c.unit.add(from, c.n).Format(time.DateOnly); got != c.want {
			t.Errorf("%s and %d %s: got %s, want %s", c.from, c.n, c.unit, got, c.want)
		}
	}
}
