package server

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// segment of a text: a run that the same passages cover. Concatenated, the
// segments are the text.
type textSegment struct {
	Text    string
	Marked  bool
	ID      string   // of the mark
	Anchors []string // further passages that begin here: an element has one ID
	Current bool     // part of the passage that the address asks for
	Notes   []int    // numbers of the statements whose passage ends here
}

// passage is a run of code points of a text, end exclusive, with the numbers
// of the statements it is the evidence of.
type passage struct {
	start, end int
	notes      []int
}

// passagesOf are the passages of a source's statements, in order; statements
// on the same passage share one. Numbers count from 1 in the order given. A
// passage that does not lie inside the text is left out.
func passagesOf(statements []*schema.Statement, length int) []passage {
	var list []passage
	for i, st := range statements {
		if !st.HasPassage() || st.Start < 0 || st.End > length {
			continue
		}
		at := slices.IndexFunc(list, func(p passage) bool { return p.start == st.Start && p.end == st.End })
		if at < 0 {
			at, list = len(list), append(list, passage{start: st.Start, end: st.End})
		}
		list[at].notes = append(list[at].notes, i+1)
	}
	slices.SortStableFunc(list, func(a, b passage) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end)) })
	return list
}

// highlight cuts a text wherever a passage begins or ends. Passages may
// overlap, contain each other or be the same.
func highlight(text string, passages []passage, current passage) []textSegment {
	runes := []rune(text)
	cuts := []int{0, len(runes)}
	for _, p := range passages {
		cuts = append(cuts, p.start, p.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var list []textSegment
	for i := 1; i < len(cuts); i++ {
		s := textSegment{Text: string(runes[cuts[i-1]:cuts[i]])}
		s.cover(cuts[i-1], cuts[i], passages)
		s.Current = s.Marked && current.start <= cuts[i-1] && cuts[i] <= current.end
		list = append(list, s)
	}
	return list
}

// cover fills in what the passages say of the run from start to end, which no
// passage divides.
func (s *textSegment) cover(start, end int, passages []passage) {
	for _, p := range passages {
		if p.start > start || p.end < end {
			continue
		}
		s.Marked = true
		if p.start == start {
			s.name(passageAnchor(p.start, p.end))
		}
		if p.end == end {
			s.Notes = append(s.Notes, p.notes...)
		}
	}
	if s.Marked && s.ID == "" {
		s.ID = "m-" + passageAnchor(start, end)[len("p-"):]
	}
}

func (s *textSegment) name(id string) {
	if s.ID == "" {
		s.ID = id
		return
	}
	s.Anchors = append(s.Anchors, id)
}
