package server

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/schema"
)

// TestHighlightKeepsTheText checks, on any text and any passages, that the
// segments together are the text, that every passage can be read off its
// segments, and that no mark is without an address of its own.
func TestHighlightKeepsTheText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 60, -1).Draw(t, "text")
		runes := []rune(text)
		var statements []*schema.Statement
		for range rapid.IntRange(0, 8).Draw(t, "passages") {
			start := rapid.IntRange(0, len(runes)-1).Draw(t, "start")
			end := rapid.IntRange(start+1, len(runes)).Draw(t, "end")
			statements = append(statements, &schema.Statement{Start: start, End: end})
		}
		segments := highlight(text, passagesOf(statements, len(runes)), passage{start: -1, end: -1})
		var whole strings.Builder
		ids, notes, at := map[string]bool{}, 0, 0
		starts := map[int]bool{}
		for _, s := range segments {
			whole.WriteString(s.Text)
			starts[at] = true
			at += len([]rune(s.Text))
			notes += len(s.Notes)
			if s.Marked != (s.ID != "") {
				t.Fatalf("marked %v, ID %q", s.Marked, s.ID)
			}
			for _, id := range append(s.Anchors, s.ID) {
				if id != "" && ids[id] {
					t.Fatalf("ID %q twice", id)
				}
				ids[id] = true
			}
		}
		if whole.String() != string(runes) {
			t.Fatalf("segments make %q of %q", whole.String(), text)
		}
		if notes != len(statements) {
			t.Fatalf("%d notes for %d statements", notes, len(statements))
		}
		for _, st := range statements {
			if !ids[passageAnchor(st.Start, st.End)] || !starts[st.Start] {
				t.Fatalf("passage %d-%d has no anchor", st.Start, st.End)
			}
		}
	})
}

func TestHighlightLeavesOutWhatLiesOutsideTheText(t *testing.T) {
	t.Parallel()
	bad := []*schema.Statement{{Start: 2, End: 9}, {Start: -1, End: 2}, {Start: 1, End: 1}}
	if got := passagesOf(bad, 3); len(got) != 0 {
		t.Errorf("passages %v", got)
	}
	if got := highlight("", nil, passage{}); len(got) != 0 {
		t.Errorf("segments of nothing: %v", got)
	}
}
