package questions

import (
	"iter"
	"math"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// hearing is the pool of an actor or a group on a proposition, in numbers.
type hearing struct {
	who         uint32 // code of the actor
	proposition uint32
	from, to    int                // its own statements
	signed      []ledger.Signature // by an actor heard by itself
	mentions    []mention          // in place of both, of a group for which others are heard
}

func (h hearing) size() int { return h.to - h.from + len(h.signed) + len(h.mentions) }

// all yields every statement in the pool.
func (h hearing) all() iter.Seq[mention] {
	return func(yield func(mention) bool) {
		for i := h.from; i < h.to; i++ {
			if !yield(mention{uint32(i), h.who}) {
				return
			}
		}
		for _, one := range h.signed {
			if !yield(mention{one.Statement, h.who | signedBit}) {
				return
			}
		}
		for _, m := range h.mentions {
			if !yield(m) {
				return
			}
		}
	}
}

// mention is a statement in the pool of a group: its place, and who is heard in
// it. The highest bit says that the group only signed it.
type mention struct{ at, heard uint32 }

const signedBit = 1 << 31

func (m mention) speaker() uint32 { return m.heard &^ signedBit }

func (m mention) signed() bool { return m.heard&signedBit != 0 }

// silent stands for an actor whom no statement names.
const silent = ^uint32(0)

// holder is an actor or a group in a row, with the way to its pools.
type holder struct {
	id     string
	label  string
	code   uint32 // of the actor; silent where no statement names it
	pooled *mentionList
}

// alone reports whether nothing but its own statements is in its pools.
func (h *holder) alone(c *ledger.Columns) bool {
	return h.pooled == nil && (h.code == silent || !c.Signs(h.code))
}

// mentionList is what is heard for a group, by proposition.
type mentionList struct {
	runs  []ledger.Run // starts are those in items
	items []mention
}

// hearings calls with the pools of a holder, in the order of the codes of
// propositions.
func (h *holder) hearings(c *ledger.Columns, call func(hearing)) {
	switch {
	case h.pooled != nil:
		for i, run := range h.pooled.runs {
			end := len(h.pooled.items)
			if i+1 < len(h.pooled.runs) {
				end = int(h.pooled.runs[i+1].Start)
			}
			call(hearing{who: h.code, proposition: run.Proposition, mentions: h.pooled.items[run.Start:end]})
		}
	case h.code != silent:
		ownHearings(c, h.code, call)
	}
}

// most is how many pools a holder has at most.
func (h *holder) most(c *ledger.Columns) int {
	switch {
	case h.pooled != nil:
		return len(h.pooled.runs)
	case h.code == silent:
		return 0
	}
	from, to := c.RunsOf(h.code)
	return to - from + len(c.SignedBy(h.code))
}

// ownHearings walks over an actor's runs and, beside them, over what it signed:
// both are sorted by proposition.
func ownHearings(c *ledger.Columns, actor uint32, call func(hearing)) {
	run, end := c.RunsOf(actor)
	ownBefore := func(proposition uint32) {
		for ; run < end && c.Runs[run].Proposition < proposition; run++ {
			from, to := c.Bounds(run)
			call(hearing{who: actor, proposition: c.Runs[run].Proposition, from: from, to: to})
		}
	}
	for signed := c.SignedBy(actor); len(signed) > 0; {
		p, n := signed[0].Proposition, 1
		for n < len(signed) && signed[n].Proposition == p {
			n++
		}
		ownBefore(p)
		one := hearing{who: actor, proposition: p, signed: signed[:n]}
		if run < end && c.Runs[run].Proposition == p {
			one.from, one.to = c.Bounds(run)
			run++
		}
		call(one)
		signed = signed[n:]
	}
	ownBefore(math.MaxUint32)
}

// hearing returns the pool of a holder on one proposition.
func (h *holder) hearing(c *ledger.Columns, proposition uint32) hearing {
	one := hearing{who: h.code, proposition: proposition}
	switch {
	case h.pooled != nil:
		one.mentions = h.pooled.on(proposition)
	case h.code != silent:
		one.from, one.to = c.Find(h.code, proposition)
		one.signed = c.SignedOn(h.code, proposition)
	}
	return one
}

func (l *mentionList) on(proposition uint32) []mention {
	i, ok := slices.BinarySearchFunc(l.runs, proposition, func(r ledger.Run, p uint32) int { return int(int64(r.Proposition) - int64(p)) })
	if !ok {
		return nil
	}
	end := len(l.items)
	if i+1 < len(l.runs) {
		end = int(l.runs[i+1].Start)
	}
	return l.items[l.runs[i].Start:end]
}
