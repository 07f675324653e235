package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// content is what a verb with its subject is about.
func (r *reader) content(f Frame, found lexis.Found) segment.Range {
	if len(f.Holders) > 0 && f.Word.Class == lexis.Speech && r.trails(f) {
		return r.before(f.Holders[0].From)
	}
	if left, ok := r.objectRelative(f); ok {
		return left
	}
	from := found.Last + 1
	return segment.Range{From: from, To: r.rightEnd(from, f.Word.Class == lexis.Speech || r.thatClause(from))}
}

// thatClause reports whether "that" follows the verb, adjuncts aside
// ("reiterated on Monday in Oslo that"): what it opens is reported whole.
func (r *reader) thatClause(from int) bool {
	for i := from; i < min(r.at.To, from+maxAdjunct); i++ {
		switch t := r.Tokens[i]; {
		case t.Fold == "that":
			return i == from || !r.isCue(i-1)
		case t.Kind == lexis.Mark && (i > from || r.QuoteOf(i) < 0) || auxiliaries.Has(t):
			return false // a closing mark at once: the verb itself is quoted
		}
	}
	return false
}

// maxAdjunct bounds place and time between a verb and its "that", in tokens.
const maxAdjunct = 14

// maxTrail bounds what follows a trailing attribution, in tokens: a place, a
// day, an occasion.
const maxTrail = 14

// trails reports whether the attribution stands behind its content: a comma or
// a closing quotation mark before the subject, and little after the verb.
func (r *reader) trails(f Frame) bool {
	start := f.Holders[0].From
	if start <= r.at.From+1 || f.Cue.From < start {
		return false
	}
	before := r.Tokens[start-1]
	if before.Kind != lexis.Mark || before.Fold == "(" || before.Fold == ";" || before.Fold == ":" {
		return false
	}
	if r.at.To-f.Cue.To > maxTrail {
		return false
	}
	for i := f.Cue.To; i < r.at.To; i++ {
		if r.QuoteOf(i) >= 0 || r.Tokens[i].Fold == "that" || r.Tokens[i].Fold == ":" {
			return false
		}
	}
	return before.Fold != "," || r.QuoteOf(start-2) >= 0 || !r.opening(start)
}

// opening reports whether what stands before token i is an adjunct and no
// clause: it begins with a preposition or conjunction and is short, or holds
// no verb that we know.
func (r *reader) opening(i int) bool {
	first := r.Tokens[r.at.From]
	if prepositions.Has(first) && !conjunctions.Has(first) && r.predicates(i) {
		return false // "Without a ban there will be no deal, Ann said"
	}
	return prepositions.Has(first) || neverName.Has(first) && !determiners.Has(first) && !pronouns.Has(first) || i-r.at.From <= 4
}

// predicates reports whether an auxiliary with tense stands before token i.
func (r *reader) predicates(i int) bool {
	for j := r.at.From; j < i; j++ {
		if tensed.Has(r.Tokens[j]) {
			return true
		}
	}
	return false
}

var tensed = lexis.NewWords("is are was were will would can could must should has have had")

// objectRelative: in "the plan that Ann accepted" the content stands before.
func (r *reader) objectRelative(f Frame) (segment.Range, bool) {
	if len(f.Holders) == 0 || f.Word.Class == lexis.Speech {
		return segment.Range{}, false
	}
	start := f.Holders[0].From
	if start-2 < r.at.From {
		return segment.Range{}, false
	}
	if w := r.Tokens[start-1].Fold; w != "that" && w != "which" {
		return segment.Range{}, false
	}
	before := r.Tokens[start-2]
	if before.Kind != lexis.Word || auxiliaries.Has(before) || strings.HasSuffix(before.Fold, "ed") || r.isCue(start-2) {
		return segment.Range{}, false
	}
	if next := f.Cue.To; next < r.at.To && (determiners.Has(r.Tokens[next]) || r.Tokens[next].Fold == "that" || isName(r.Tokens[next])) {
		if _, unit := timeWords[r.Tokens[next].Fold]; !unit {
			return segment.Range{}, false
		}
	}
	return segment.Range{From: r.clauseStart(start - 1), To: start - 1}, true
}

var timeWords = lexis.NewWords("this last monday tuesday wednesday thursday friday saturday sunday")

// isCue reports whether token i belongs to the words of a frame: "said that
// Ann accepted" is no relative clause.
func (r *reader) isCue(i int) bool {
	for _, f := range r.frames {
		if f.Cue.Has(i) {
			return true
		}
	}
	return false
}
