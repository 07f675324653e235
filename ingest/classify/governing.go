package classify

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// governing are the frames whose content holds the topic, innermost first. A
// verb that is part of the wording of another topic says nothing of this one.
func (r *Reader) governing(topic Topic, others []Topic, sentence int) []int {
	t, a := r.text, r.a
	var list []int
	block := t.Blocks[t.Sentences[sentence].Block].Sentences
	from, _ := slices.BinarySearchFunc(a.Frames, block.From, func(f attribute.Frame, s int) int { return f.Sentence - s })
	for i := from; i < len(a.Frames); i++ {
		f := &a.Frames[i]
		if f.Sentence > block.To {
			break // a credit line is the sentence after the block
		}
		c := r.scopes[i]
		if topic.covers(f.Cue) || (c.Has(topic.First) || topic.shares(f, c) || topic.meant(t, c) || topic.fronted(t, f)) && !elsewhere(others, topic, f) {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(x, y int) int {
		cx, cy := r.scopes[x], r.scopes[y]
		return cmp.Compare(cx.To-cx.From, cy.To-cy.From)
	})
	return list
}

// elsewhere reports whether the words of a frame are part of another topic.
func elsewhere(others []Topic, topic Topic, f *attribute.Frame) bool {
	return f.Kind == attribute.Says && slices.ContainsFunc(others, func(o Topic) bool {
		return o.Proposition != topic.Proposition && !o.Back && f.Word.Class != lexis.Speech && o.wording(f.Cue)
	})
}

// wording reports whether words are part of the phrases by which a topic was
// found.
func (t Topic) wording(cue segment.Range) bool {
	return slices.ContainsFunc(t.inside, func(r segment.Range) bool { return r.Contains(cue) })
}

// shares reports whether the topic names the holder and goes on in the content:
// in "Europe insists on a seat" the cue is "Europe" with "seat".
func (t Topic) shares(f *attribute.Frame, content segment.Range) bool {
	return len(t.inside) > 1 && len(f.Holders) > 0 && f.Holders[0].Has(t.inside[0].From) && content.Has(t.inside[1].From)
}

// covers reports whether the words of a frame are part of the cue.
func (t Topic) covers(cue segment.Range) bool {
	return slices.ContainsFunc(t.all, func(r segment.Range) bool { return r.Has(cue.From) })
}

// fronted reports whether the topic opens the sentence before the holder: "On
// quotas, Norvia insists on a yearly one".
func (t Topic) fronted(text *segment.Text, f *attribute.Frame) bool {
	first := text.Tokens[text.Sentences[f.Sentence].Tokens.From].Fold
	if first == "asked" && len(f.Holders) > 0 && text.SentenceOf(t.First) == f.Sentence && t.Last < f.Holders[0].From && f.Cue.To < len(text.Tokens) {
		return objects.Has(text.Tokens[f.Cue.To]) // "Asked about a ban, she was against it"
	}
	return (first == "on" || first == "regarding" || first == "concerning") && len(f.Holders) > 0 &&
		text.SentenceOf(t.First) == f.Sentence && t.Last < f.Holders[0].From && len(t.inside) > 1 && f.Content.Has(t.inside[1].From)
}

// meant reports whether a content names the topic by a possessive: in "Ann's
// role ended after they objected to her role" the second one is meant too.
func (t Topic) meant(text *segment.Text, content segment.Range) bool {
	return len(t.inside) > 1 && slices.ContainsFunc(t.all, func(r segment.Range) bool {
		return content.Contains(r) && r.From > content.From && possessive.Has(text.Tokens[r.From-1])
	})
}

var possessive = lexis.NewWords("his her its their this that such")
