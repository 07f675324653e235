package said

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Attribution is one report of what a source said, thinks or wants.
type Attribution struct {
	Source  []segment.Range // empty where the text names none
	Cue     []segment.Range
	Content []segment.Range // in the order of the text
	Within  int             // the attribution whose content holds this cue, or -1: a relay
}

// finder reads a text sentence by sentence.
type finder struct {
	*segment.Text
	in   func(block int) bool
	tags []string
	list []Attribution

	taken   []bool // quotations that are part of a content
	speaker int    // attribution that a quotation without a cue goes on with, or -1
	waiting int    // attribution whose content is the next block, or -1
}

// Find returns the attributions of a text in the order of its sentences. Rows
// of tables and what a page has beside its article are left out.
func Find(t *segment.Text) []Attribution { return FindIn(t, func(int) bool { return true }) }

// FindIn is Find in some of the blocks: the others are left out.
func FindIn(t *segment.Text, in func(block int) bool) []Attribution {
	f := &finder{Text: t, in: in, tags: make([]string, len(t.Tokens)), taken: make([]bool, len(t.Quotes)), speaker: -1, waiting: -1}
	f.tagText()
	for b := range t.Blocks {
		if kind := t.Blocks[b].Kind; kind == segment.Row || kind == segment.Boilerplate || !in(b) {
			f.speaker, f.waiting = -1, -1
			continue
		}
		f.block(b)
	}
	f.list = slices.DeleteFunc(f.list, func(a Attribution) bool { return len(a.Content) == 0 })
	f.nest()
	return f.list
}

// block reads one paragraph.
func (f *finder) block(b int) {
	block := f.Blocks[b]
	if f.label(b) || f.dashLine(b) {
		return
	}
	waiting := f.waiting
	f.waiting = -1
	if waiting >= 0 && f.introduced(b, waiting) {
		return
	}
	if !f.continues(b) {
		f.speaker = -1
	}
	for s := block.Sentences.From; s < block.Sentences.To; s++ {
		if f.waiting >= 0 {
			f.speaker, f.waiting = f.waiting, -1
		}
		f.sentence(s)
	}
}

// maxNest bounds how far a relay is looked for, in attributions.
const maxNest = 30

// nest finds the attribution that each one is relayed by: the nearest whose
// content holds its cue.
func (f *finder) nest() {
	for i := range f.list {
		f.list[i].Within = -1
		best := 0
		for j := max(0, i-maxNest); j < min(len(f.list), i+maxNest); j++ {
			for _, c := range f.list[j].Content {
				if j != i && c.Contains(f.list[i].Cue[0]) && (best == 0 || c.To-c.From < best) {
					f.list[i].Within, best = j, c.To-c.From
				}
			}
		}
	}
}

func (f *finder) add(a Attribution) int {
	f.list = append(f.list, a)
	return len(f.list) - 1
}
