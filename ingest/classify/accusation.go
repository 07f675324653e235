package classify

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// accusation takes one step outwards from an accusation. To blame, to condemn
// or to warn of what somebody did is to say that they did it; to deny it is to
// say that they did not. The accused hold no stance of it.
func (c *composer) accusation(i int, f attribute.Frame, outer []int, foreign bool) {
	topic := c.now.Topic
	switch {
	case topic.accuses(f):
		return // part of what is said of them
	case f.Word.Class == lexis.Speech:
		c.speech(i, f, outer, foreign)
		return
	case f.Word.Class == lexis.Deed && !topic.covers(f.Cue):
		return
	case f.Word.Act == schema.ActReject && !topic.covers(f.Cue):
		c.now.Sign = -c.now.Sign
	}
	if f.Negated {
		c.now.Sign = -c.now.Sign
	}
	c.now.Polar = true
	c.weaken(f)
	c.now.Act = schema.ActOppose
	c.now.Words = append(slices.Clone(c.now.Words), f.Word.Phrase)
	if !f.Irreal && !c.conditional(f) {
		c.record(i, outer)
	}
}

// accuses reports whether a frame tells what the accused do: its holder is
// named by the cue, or its words lie between the name and the act.
func (t Topic) accuses(f attribute.Frame) bool {
	who, act := t.inside[0], t.inside[len(t.inside)-1]
	for _, h := range f.Holders {
		if who.From < h.To && h.From < who.To && h.From <= t.First {
			return true
		}
	}
	between := f.Cue.From >= who.To && f.Cue.To <= act.From || f.Cue.From >= act.To && f.Cue.To <= who.From
	return len(t.inside) > 1 && (between || act.Contains(f.Cue) && len(f.Holders) == 0)
}

// accused is the nearest pair of a name and an act, the name before the act
// where there is a choice: "Ann says that Bob broke it" is about Bob.
func accused(e *evidence) (who, act found, ok bool) {
	best := -1
	for _, a := range e.any {
		for _, w := range e.with {
			if w.First <= a.Last && a.First <= w.Last {
				continue
			}
			gap := w.First - a.Last
			if gap < 0 {
				gap = a.First - w.Last + behind
			}
			if best < 0 || gap < best {
				who, act, best = a, w, gap
			}
		}
	}
	return who, act, best >= 0
}

// behind is what a name behind the act counts farther, in tokens.
const behind = 4
