package picture

import (
	"slices"
	"testing"
)

func TestTextsAreBrokenAndCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text  string
		most  float64
		lines int
		want  []string
	}{
		{"short", 100, 2, []string{"short"}},
		{"", 100, 2, nil},
		{"two words", 40, 2, []string{"two", "words"}},
		{"well-known plan --network onemode", 60, 4, []string{"well-known", "plan", "--network", "onemode"}},
		{"abcdefghijklmnopqrstuvwxyz", 60, 2, []string{"abcdefghijkl", "mnopqrst\u2026"}},
		{"one two three four five", 40, 2, []string{"one two", "three\u2026"}},
		{"a\tb\nc", 100, 1, []string{"a b c"}},
		{"x\u202Ey", 100, 1, []string{"x\uFFFDy"}},
	} {
		got := wrap("row", c.text, c.most, c.lines)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: %q, want %q", c.text, c.most, got, c.want)
		}
		for _, l := range got {
			if width("row", l) > c.most {
				t.Errorf("%q is wider than %v", l, c.most)
			}
		}
	}
}

// What is written from right to left is set so on paper.
func TestPaperSetsLettersAsTheyAreSeen(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Łódź": "Łódź", "\u05e9\u05dc\u05d5\u05dd": "\u05dd\u05d5\u05dc\u05e9", "a \u05d0\u05d1 b": "a \u05d1\u05d0 b", "停": "\u25a1",
	} {
		if got := printable(text); got != want {
			t.Errorf("%q is set as %q, want %q", text, got, want)
		}
	}
}
