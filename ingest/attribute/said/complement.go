package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// maxAdjunct bounds what may stand between a verb and its clause, in tokens: a
// day, a place, an occasion, whoever is told.
const maxAdjunct = 16

var questions = lexis.NewWords("whether if how why what who whom whose where which when")

// complement is the content behind the verb of group k: the first of its
// frames that the words fit.
func (r *reader) complement(k int) segment.Range {
	g := r.groups[k]
	for _, try := range []func(group) segment.Range{r.colon, r.thatClause, r.quotation, r.question, r.bareClause, r.person, r.toVerb, r.object} {
		if c := try(g); !c.Empty() {
			return c
		}
	}
	return segment.Range{}
}

// purpose reports whether an infinitive tells what something is for and not
// that somebody spoke: of those, only verbs of speech tell of words.
func (r *reader) purpose(g group) bool {
	return !g.frames.has("q") && !g.frames.has("c") && !g.frames.has("a")
}

// colon: "She said on Monday: the ban failed."
func (r *reader) colon(g group) segment.Range {
	if !g.frames.has("q") && !g.frames.has("n") {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+maxAdjunct); i++ {
		if r.Tokens[i].Fold == ":" && i+1 < r.at.To && (g.frames.has("q") || r.opensQuote(i+1)) {
			return segment.Range{From: i + 1, To: r.end(i+1, clause)}
		}
		if r.finite(i) || r.Tokens[i].Fold == "that" || r.opensQuote(i) {
			break
		}
	}
	return segment.Range{}
}

// thatClause: "said on Monday in Oslo that the ban failed".
func (r *reader) thatClause(g group) segment.Range {
	if !g.frames.has("t") {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+maxAdjunct); i++ {
		if r.Tokens[i].Fold == "that" && (i == g.To && !r.pronounThat(i) || i > g.To && r.adjunct(g, i) && r.tag(i) != "DT") {
			return segment.Range{From: i, To: r.end(i, clause)}
		}
		if r.isVerb(i) || r.tag(i) == "MD" || r.opensQuote(i) && r.long4(i) || r.tag(i) == "WP" || r.Tokens[i].Fold == ":" {
			break
		}
	}
	return segment.Range{}
}

// pronounThat: in "said that", "find that man" the word opens no clause.
func (r *reader) pronounThat(i int) bool {
	return i+1 >= r.at.To || r.Tokens[i+1].Kind == lexis.Mark && !r.opensQuote(i+1) && r.Tokens[i+1].Fold != ","
}

// adjunct reports whether what stands between a verb and token i is no object
// whose relative clause "that" could open.
func (r *reader) adjunct(g group, i int) bool {
	first := r.tag(g.To)
	return g.frames.has("a") || first == "IN" || first == "TO" || first == "RB" || r.timeAt(g.To) || r.Tokens[g.To].Fold == ","
}

// quotation: "said in a letter, “…”", "called it “a mess”" with a noun phrase
// before is left to object.
func (r *reader) quotation(g group) segment.Range {
	if !g.frames.has("q") && !g.frames.has("t") {
		return segment.Range{}
	}
	i := r.addresseeEnd(g)
	for j := i; j < min(r.at.To, i+maxAdjunct); j++ {
		if r.opensQuote(j) {
			if j > i && r.Tokens[j-1].Fold != "," && r.Tokens[j-1].Fold != ":" && r.tag(i) != "IN" && !r.timeAt(i) {
				return segment.Range{}
			}
			return segment.Range{From: j, To: r.end(j, clause)}
		}
		if r.finite(j) || r.Tokens[j].Fold == "that" {
			break
		}
	}
	return segment.Range{}
}

// question: "asked reporters whether the ban had failed".
func (r *reader) question(g group) segment.Range {
	i := r.addresseeEnd(g)
	if i >= r.at.To || !g.frames.has("w") && !g.frames.has("n") && !g.frames.has("s") || !questions.Has(r.Tokens[i]) {
		return segment.Range{}
	}
	return segment.Range{From: i, To: r.end(i, clause)}
}

// bareClause: "said the ban had failed", "told them it had".
func (r *reader) bareClause(g group) segment.Range {
	if !g.frames.has("t") {
		return segment.Range{}
	}
	i := g.To
	for i < r.at.To && (timeWords.Has(r.Tokens[i]) || r.tag(i) == "RB") {
		i++
	}
	i = r.skipTime(i)
	if r.clauseAt(i) && !g.frames.has("a") {
		return segment.Range{From: i, To: r.end(i, clause)}
	}
	if g.frames.has("a") {
		return r.toldClause(i)
	}
	return segment.Range{}
}

var (
	timePointers = lexis.NewWords("this last next earlier late later early on in over")
	timeUnits    = lexis.NewWords("week weekend month year morning evening night afternoon day days weeks months years today ago summer winter spring fall autumn")
)

// skipTime is the token after a time without its own clause: "this weekend",
// "on Monday night", "last year".
func (r *reader) skipTime(i int) int {
	j := i
	for j < r.at.To && j < i+3 && (timePointers.Has(r.Tokens[j]) || r.tag(j) == "CD") {
		j++
	}
	start := j
	for j < r.at.To && (timeWords.Has(r.Tokens[j]) || timeUnits.Has(r.Tokens[j])) {
		j++
	}
	if j == start {
		return i
	}
	return j
}

// toldClause is the clause behind whoever is told: the last noun phrase before
// the verb with tense is its subject.
func (r *reader) toldClause(i int) segment.Range {
	if !r.clauseAt(i) {
		return segment.Range{}
	}
	first := r.skipTime(r.chunkAfter(i))
	if first < r.at.To && r.nominal(first) && r.clauseAt(first) {
		return segment.Range{From: first, To: r.end(first, clause)}
	}
	if first < r.at.To && r.tag(first) == "IN" {
		next := r.chunkAfter(first + 1)
		if next < r.at.To && r.clauseAt(next) {
			return segment.Range{From: next, To: r.end(next, clause)}
		}
	}
	return segment.Range{From: i, To: r.end(i, clause)}
}

// person: "urged them to resign", "called it a mess".
func (r *reader) person(g group) segment.Range {
	if g.frames.has("c") && g.To < r.at.To && (r.nominal(g.To) || r.opensQuote(g.To) || r.tag(g.To) == "VBG" || r.tag(g.To) == "IN") {
		return segment.Range{From: g.To, To: r.end(g.To, r.phraseMode(g.To))}
	}
	if !g.frames.has("o") || g.To >= r.at.To || !r.nominal(g.To) {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+12); i++ {
		if r.tag(i) == "TO" && i+1 < r.at.To && (r.tag(i+1) == "VB" || r.adverb(i+1) || r.opensQuote(i+1)) {
			return segment.Range{From: g.To, To: r.end(g.To, infinitive)}
		}
		if r.finite(i) || r.Tokens[i].Fold == "," {
			break
		}
	}
	return segment.Range{}
}

// toVerb: "vowed to resign", "refused on Monday to resign".
func (r *reader) toVerb(g group) segment.Range {
	if !g.frames.has("i") {
		return segment.Range{}
	}
	for i := g.To; i < min(r.at.To, g.To+8); i++ {
		if r.tag(i) == "TO" && i+1 < r.at.To && (r.tag(i+1) == "VB" || r.tag(i+1) == "NN" || r.adverb(i+1) || r.opensQuote(i+1)) {
			return segment.Range{From: i, To: r.end(i, infinitive)}
		}
		if t := r.tag(i); i == g.To && t != "IN" && t != "RB" && !r.timeAt(i) && t != "TO" || r.Tokens[i].Fold == "," {
			break
		}
	}
	return segment.Range{}
}

// object: "rejected the plan", "considered resigning", "talked about it".
func (r *reader) object(g group) segment.Range {
	if !g.frames.has("n") || g.To >= r.at.To {
		return segment.Range{}
	}
	i := g.To
	t := r.tag(i)
	if r.timeAt(i) && t != "CD" {
		return segment.Range{}
	}
	adverb := strings.HasPrefix(t, "RB")
	if !r.nominal(i) && t != "VBG" && !r.opensQuote(i) && !adverb && !strings.HasPrefix(t, "W") {
		return segment.Range{}
	}
	if adverb && (i+1 >= r.at.To || !r.nominal(i+1)) {
		return segment.Range{}
	}
	return segment.Range{From: i, To: r.end(i, r.phraseMode(i))}
}

// gerund: the tagger takes many for nouns after a preposition.
func (r *reader) gerund(j int) bool {
	if r.tag(j) == "VBG" {
		return !r.attributive(j)
	}
	return r.tag(j) == "NN" && j > r.at.From && r.Tokens[j-1].Fold == "of" && strings.HasSuffix(r.Tokens[j].Fold, "ing")
}

// phraseMode tells a noun phrase from one that holds a gerund: "accused her of
// sleeping when it mattered" has a verb, which adverbial clauses can modify.
func (r *reader) phraseMode(i int) mode {
	for j := i; j < min(r.at.To, i+6); j++ {
		if r.gerund(j) && (j == i || r.tag(j-1) == "IN") {
			return infinitive
		}
		if r.finite(j) || r.Tokens[j].Fold == "," {
			break
		}
	}
	return phrase
}
