package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// content is what a verb with its subject is about.
func (r *reader) content(f Frame, g group, found lexis.Found) segment.Range {
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

// nounEnd ends what a noun governs at the first comma that is not in a
// quotation: "her rejection of the plan, his demand for another".
func (r *reader) nounEnd(from int) int {
	end := r.rightEnd(from, false)
	for i := from; i < end; i++ {
		if r.Tokens[i].Fold == "," && (r.QuoteOf(i) < 0 || r.QuoteOf(i) == r.QuoteOf(from)) {
			return i
		}
	}
	return end
}

// maxTrail bounds what follows a trailing attribution, in tokens: a place, a
// day, an occasion.
const maxTrail = 10

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
	return prepositions.Has(first) || neverName.Has(first) && !determiners.Has(first) && !pronouns.Has(first) || i-r.at.From <= 4
}

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

// rightEnd is where the content that begins at from ends: with the quotation
// that it opens, also beyond the sentence, or before a clause that contrasts.
// Inside a quotation that began earlier it ends with the quotation.
func (r *reader) rightEnd(from int, speech bool) int {
	inside := -1
	if from > r.at.From {
		// A verb in quotation marks of its own ("he 'hinted' that") opens no speech.
		if inside = r.QuoteOf(from - 1); inside >= 0 && r.Quotes[inside].Tokens.To-r.Quotes[inside].Tokens.From <= 3 {
			inside = -1
		}
	}
	for i := from; i < r.at.To; i++ {
		q := r.QuoteOf(i)
		if inside >= 0 && q != inside && r.Quotes[inside].Tokens.To < i {
			return i
		}
		if q >= 0 && q != inside {
			if end := r.Quotes[q].Tokens.To; end >= r.at.To {
				if speech {
					return end
				}
				return r.at.To
			}
			i = max(i, r.Quotes[q].Tokens.To-1)
			continue
		}
		if r.Tokens[i].Fold == "despite" {
			return i
		}
		if r.Tokens[i].Fold == ";" || r.Tokens[i].Fold == "," && i+1 < r.at.To && contrast.Has(r.Tokens[i+1]) {
			return i
		}
	}
	return r.at.To
}

var contrast = lexis.NewWords("while whereas although though but yet however even despite")

// close ends the content of a frame where another with a subject of its own is
// joined to it by "and": "Ann rejects the ban, and Bob supports it". What is
// reported may go on after it: "Ann said that the ban is bad and Bob is wrong".
func (r *reader) close() {
	opening := r.openingEnd()
	for i := range r.frames {
		f := &r.frames[i]
		if f.Cue.From < opening && f.Content.From <= opening && f.Content.To > opening && f.Kind != According {
			f.Content.To = opening
		}
		if r.thatClause(f.Cue.To) {
			continue
		}
		for _, g := range r.frames[i+1:] {
			if f.Word.Class == lexis.Speech || g.Kind != Says || len(g.Holders) == 0 || !f.Content.Has(g.Cue.From) {
				continue
			}
			start := g.Holders[0].From
			if start > f.Content.From && r.Tokens[start-1].Fold == "and" && r.Tokens[max(start-2, 0)].Fold == "," {
				f.Content.To = start - 1
			}
		}
	}
}

// openingEnd is where a subordinate clause at the head of the sentence ends, or
// 0: "Though Ann supports the ban, Bob …" says nothing of Ann after the comma.
func (r *reader) openingEnd() int {
	from := r.at.From
	if from+1 < r.at.To && leading.Has(r.Tokens[from]) {
		from++
	}
	if !subordinators.Has(r.Tokens[from]) {
		return 0
	}
	for i := from; i+1 < r.at.To; i++ {
		if r.Tokens[i].Fold != "," || r.QuoteOf(i) >= 0 {
			continue
		}
		for k := range r.noms {
			if r.noms[k].From == i+1 && !r.noms[k].Possessive {
				return i
			}
		}
	}
	return 0
}

var leading = lexis.NewWords("but and so yet then")

var subordinators = lexis.NewWords("though although while whereas when if after before since because as once until unless following despite")

// according makes frames of "according to X", "as reported by X", "citing X".
func (r *reader) according() {
	for i := r.at.From; i+2 < r.at.To; i++ {
		n := r.relayAfter(i)
		if n == nil {
			continue
		}
		f := Frame{Kind: According, Sentence: r.s, Holders: []Nominal{*n}, Cue: segment.Range{From: i, To: n.From}, Word: speech(), Weight: 1}
		f.Word.Phrase = "according to"
		f.Content = segment.Range{From: n.To, To: r.at.To}
		if !r.leads(i) && i > r.at.From+3 {
			f.Content = r.before(i)
		}
		r.add(f)
	}
}

// relayAfter is the noun phrase that "according to" and the like at i credit.
// "A report by X" credits X.
func (r *reader) relayAfter(i int) *Nominal {
	w, next, third := r.Tokens[i].Fold, r.Tokens[i+1].Fold, r.Tokens[i+2].Fold
	from := 0
	switch {
	case w == "according" && next == "to":
		from = i + 2
	case w == "as" && reports.Has(r.Tokens[i+1]) && third == "by":
		from = i + 3
	case w == "citing" || w == "quoting":
		from = i + 1
	default:
		return nil
	}
	for k := range r.noms {
		n := &r.noms[k]
		if n.From < from || n.Possessive && n.Nature == Name {
			continue // "Norvia's minister": whoever follows
		}
		if n.From > from+4 {
			break
		}
		if n.Nature == Document && k+1 < len(r.noms) && !n.Complement.Empty() {
			return &r.noms[k+1]
		}
		return n
	}
	return nil
}

var reports = lexis.NewWords("reported noted stated said told quoted described cited announced explained confirmed")

// perspective makes a frame of "For Ann, the ban is unacceptable".
func (r *reader) perspective() {
	if len(r.noms) == 0 || r.Tokens[r.at.From].Fold != "for" {
		return
	}
	if n := r.noms[0]; n.From == r.at.From+1 && n.To < r.at.To && r.Tokens[n.To].Fold == "," {
		f := Frame{Kind: For, Sentence: r.s, Holders: r.noms[:1], Cue: segment.Range{From: r.at.From, To: n.From}, Word: speech(), Content: segment.Range{From: n.To, To: r.at.To}, Weight: 1}
		f.Word.Phrase = "for"
		r.add(f)
	}
}
