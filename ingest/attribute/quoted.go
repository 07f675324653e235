package attribute

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute/said"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// quoted makes frames of the quotations that no verb of the lexicon holds. Any
// verb may report beside a quotation, and a quotation may go on without one:
// package said tells whose words it is. It looks at the paragraphs alone that
// hold such a quotation, and at the ones before them, whose speaker may go on.
func (a *Analysis) quoted(t *segment.Text) {
	held := a.held(len(t.Tokens))
	open := unclaimed(t, held)
	if len(open) == 0 {
		return
	}
	look := func(b int) bool { return open[b] || open[b+1] }
	added := false
	for _, r := range said.FindIn(t, look) {
		holders := a.among(r.Source)
		if len(holders) == 0 {
			continue
		}
		for _, c := range r.Content {
			if s := t.SentenceOf(r.Cue[0].From); s >= 0 && t.QuoteOf(c.From) >= 0 && held.none(c) {
				a.Frames = append(a.Frames, Frame{Kind: Says, Sentence: s, Holders: holders, Cue: r.Cue[0], Word: speech(), Content: c, Weight: 1})
				added = true
			}
		}
	}
	if added {
		slices.SortStableFunc(a.Frames, func(x, y Frame) int { return cmp.Compare(x.Sentence, y.Sentence) })
	}
}

// minQuoted bounds the quotations that are asked for, in tokens: shorter ones
// are words held at arm's length.
const minQuoted = 4

// unclaimed are the blocks with a quotation of which nothing is held.
func unclaimed(t *segment.Text, held tally) map[int]bool {
	var blocks map[int]bool
	for _, q := range t.Quotes {
		kind := t.Blocks[q.Block].Kind
		if q.Tokens.To-q.Tokens.From < minQuoted || kind != segment.Paragraph && kind != segment.Bullet || !held.none(q.Tokens) {
			continue
		}
		if blocks == nil {
			blocks = map[int]bool{}
		}
		blocks[q.Block] = true
	}
	return blocks
}

// tally counts, before every token, the tokens that some content holds.
type tally []int32

// held are the tokens in the contents of frames of speech that have a holder.
func (a *Analysis) held(tokens int) tally {
	held := make(tally, tokens+1)
	for _, f := range a.Frames {
		if len(f.Holders) > 0 && f.Word.Class == lexis.Speech && f.Kind != Owns && !f.Content.Empty() {
			held[f.Content.From]++
			held[f.Content.To]--
		}
	}
	depth, before := int32(0), int32(0)
	for i, change := range held {
		held[i] = before
		if depth += change; depth > 0 {
			before++
		}
	}
	return held
}

// none reports whether nothing of a run is held.
func (h tally) none(r segment.Range) bool { return h[r.To] == h[r.From] }

// among is the first noun phrase in the passages that name a source.
func (a *Analysis) among(source []segment.Range) []Nominal {
	for _, r := range source {
		from, _ := slices.BinarySearchFunc(a.Nominals, r.From, func(n Nominal, at int) int { return cmp.Compare(n.From, at) })
		for _, n := range a.Nominals[from:] {
			if n.From >= r.To {
				break
			}
			if r.Contains(n.Range) && !n.Possessive {
				return []Nominal{n}
			}
		}
	}
	return nil
}
