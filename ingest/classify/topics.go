package classify

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Topic is a proposition that words name, at tokens First to Last, inclusive.
type Topic struct {
	Proposition *schema.Proposition
	Sign        int // -1 where the wording means the opposite of the proposition
	First, Last int
	Words       []string        // the phrases of the cue that were found
	inside      []segment.Range // their places
	all         []segment.Range // the places of all phrases of the cue: what stands there is no operator
	far         int             // tokens between the two phrases of the cue
	Back        bool            // the words only point back to it
	Else        []Topic         // other places in the clause that name the proposition
}

// Topics returns what a clause is about: for every cue that holds in it, its
// longest phrase. Where one phrase lies inside that of another proposition, the
// longer one says what is meant.
func (c *Cues) Topics(tokens []lexis.Token, clause segment.Range) []Topic {
	byCue := map[int]*evidence{}
	var order []int
	c.matcher.Find(tokens, clause.From, clause.To, func(m lexis.Match) {
		u := c.uses[m.Value]
		if byCue[u.cue] == nil {
			byCue[u.cue] = &evidence{}
			order = append(order, u.cue)
		}
		byCue[u.cue].add(m, u)
	})
	slices.Sort(order)
	var topics []Topic
	for _, k := range order {
		if t, ok := c.topic(k, byCue[k]); ok {
			topics = append(topics, t)
		}
	}
	return narrow(topics)
}

// evidence is what was found of one cue in one clause.
type evidence struct {
	any, with []found
	not       bool
}

type found struct {
	lexis.Match
	phrase string
}

func (e *evidence) add(m lexis.Match, u use) {
	switch u.list {
	case anyList:
		e.any = append(e.any, found{m, u.phrase})
	case withList:
		e.with = append(e.with, found{m, u.phrase})
	case notList:
		e.not = true
	}
}

func (c *Cues) topic(k int, e *evidence) (Topic, bool) {
	q := c.cues[k]
	if e.not || len(e.any) == 0 || distinct(e.any) < q.need {
		return Topic{}, false
	}
	longest := slices.MaxFunc(e.any, func(a, b found) int { return cmp.Or(cmp.Compare(a.Len(), b.Len()), cmp.Compare(b.First, a.First)) })
	t := Topic{Proposition: q.proposition, Sign: q.sign, First: longest.First, Last: longest.Last, Words: []string{longest.phrase}}
	t.inside = append(t.inside, segment.Range{From: longest.First, To: longest.Last + 1})
	if q.with {
		w, ok := nearest(e.with, longest)
		if q.proposition.Accusation {
			longest, w, ok = accused(e)
			t.First, t.Last, t.Words[0] = w.First, w.Last, longest.phrase
			t.inside[0] = segment.Range{From: longest.First, To: longest.Last + 1}
		}
		if !ok {
			return Topic{}, false
		}
		t.Words = append(t.Words, w.phrase)
		t.inside = append(t.inside, segment.Range{From: w.First, To: w.Last + 1})
		t.far = max(w.First-longest.Last, longest.First-w.Last, 0)
	}
	for _, f := range slices.Concat(e.any, e.with) {
		t.all = append(t.all, segment.Range{From: f.First, To: f.Last + 1})
	}
	return t, true
}

func distinct(list []found) int {
	seen := map[string]bool{}
	for _, f := range list {
		seen[f.phrase] = true
	}
	return len(seen)
}

// nearest is the with phrase nearest to the topic that is not the topic itself.
func nearest(with []found, at found) (found, bool) {
	best, far := found{}, -1
	for _, w := range with {
		if w.First == at.First && w.Last == at.Last {
			continue
		}
		if d := max(w.First-at.Last, at.First-w.Last, 0); far < 0 || d < far || d == far && w.Len() > best.Len() {
			best, far = w, d
		}
	}
	return best, far >= 0
}

// narrow keeps one topic for a proposition, the longest, with the others behind
// it, and drops those that lie inside a longer one.
func narrow(topics []Topic) []Topic {
	var kept []Topic
	for _, t := range topics {
		if slices.ContainsFunc(topics, func(o Topic) bool { return o.Proposition != t.Proposition && o.beats(t) }) {
			continue
		}
		same := slices.IndexFunc(kept, func(o Topic) bool { return o.Proposition == t.Proposition })
		switch {
		case same < 0:
			kept = append(kept, t)
		case t.size() > kept[same].size():
			other := kept[same]
			t.Else = other.Else
			other.Else = nil
			t.Else = append(t.Else, other)
			kept[same] = t
		default:
			kept[same].Else = append(kept[same].Else, t)
		}
	}
	slices.SortStableFunc(kept, func(a, b Topic) int { return cmp.Compare(a.First, b.First) })
	return kept
}

// beats reports whether a topic is meant where another proposition's wording
// lies inside its own, or names somebody farther from the same act.
func (t Topic) beats(o Topic) bool {
	if t.Proposition.Accusation && o.Proposition.Accusation && t.First == o.First && t.Last == o.Last {
		return t.far < o.far
	}
	return t.First <= o.First && o.Last <= t.Last && t.Last-t.First > o.Last-o.First
}

// ends are the last token of the phrases of the cue and the first token of the
// last one.
func (t Topic) ends() (last, first int) {
	for _, r := range t.inside {
		if r.To-1 > last {
			last, first = r.To-1, r.From
		}
	}
	return last, first
}

// size is how many words of the cue were found.
func (t Topic) size() int {
	n := 0
	for _, r := range t.inside {
		n += r.To - r.From
	}
	return n
}
