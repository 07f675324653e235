package dna

import (
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

func TestOffsets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		stored      string
		start, stop int64
		want        string
		widened     bool
		ok          bool
	}{
		{"abc", 0, 3, "abc", false, true},
		{"a🚢b", 0, 1, "a", false, true},
		{"a🚢b", 1, 3, "🚢", false, true},
		{"a🚢b", 3, 4, "b", false, true},
		{"a🚢b", 0, 2, "a🚢", true, true},
		{"a🚢b", 2, 4, "🚢b", true, true},
		{"a🚢b", 2, 3, "🚢", true, true},
		{"a\r\nb", 0, 3, "a\n", false, true},
		{"a\r\nb", 0, 2, "a", false, true},   // ends between CR and LF
		{"a\r\nb", 2, 4, "\nb", false, true}, // begins there
		{"a\r\nb", 1, 2, "", false, false},   // CR alone is nothing
		{"a\r\r\nb", 1, 4, "\r\n", false, true},
		{"a\rb", 1, 2, "\r", false, true},
		{"\ufeffab", 0, 2, "a", false, true},
		{"\ufeffab", 0, 1, "", false, false},
		{"e\u0301", 0, 1, "e", false, true}, // marks are characters of their own
		{"abc", 2, 2, "", false, false},
		{"abc", 2, 4, "", false, false},
		{"abc", -1, 2, "", false, false},
		{"", 0, 0, "", false, false},
	} {
		text, err := newText(c.stored)
		if err != nil {
			t.Fatal(err)
		}
		start, end, widened, ok := text.passage(c.start, c.stop)
		got, _ := schema.Passage(text.read, start, end)
		if ok != c.ok || ok && (got != c.want || widened != c.widened) {
			t.Errorf("%q %d-%d: got %q, widened %v, ok %v", c.stored, c.start, c.stop, got, widened, ok)
		}
	}
}

// The passage is what Java cuts out, read as texts are read.
func TestOffsetsAreThoseOfUTF16(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		stored := rapid.StringOf(rapid.SampledFrom([]rune("ab\r\n🚢\U0010FFFFö\ufeff"))).Draw(t, "text")
		units := utf16.Encode([]rune(stored))
		start := rapid.IntRange(0, len(units)).Draw(t, "start")
		stop := rapid.IntRange(0, len(units)).Draw(t, "stop")
		text, err := newText(stored)
		if err != nil {
			t.Fatal(err)
		}
		from, to, widened, ok := text.passage(int64(start), int64(stop))
		if !ok || widened {
			return
		}
		got, found := schema.Passage(text.read, from, to)
		want := string(utf16.Decode(units[start:stop]))
		if start == 0 {
			want = strings.TrimPrefix(want, "\ufeff")
		}
		want = strings.ReplaceAll(want, "\r\n", "\n")
		if stop < len(units) && units[stop] == '\n' {
			want = strings.TrimSuffix(want, "\r") // the first half of a line break
		}
		if !found || got != want {
			t.Fatalf("%q %d-%d: got %q, want %q", stored, start, stop, got, want)
		}
	})
}
