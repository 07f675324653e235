package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

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

// imperative: "Imagine what happens" tells the reader and reports nobody.
func (r *reader) imperative(k int) bool {
	g := r.groups[k]
	return r.sub[k].Empty() && !g.infinitive && (r.tag(g.head) == "VB" || r.tag(g.head) == "VBP")
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
		if r.Tokens[i].Fold == "that" && (i == g.To && !r.pronounThat(i) || i > g.To && r.adjunct(g) && r.tag(i) != "DT") {
			return segment.Range{From: i, To: r.end(i, clause)}
		}
		if r.isVerb(i) || r.tag(i) == "MD" || r.opensQuote(i) && r.longQuote(i) || r.tag(i) == "WP" || r.Tokens[i].Fold == ":" {
			break
		}
	}
	return segment.Range{}
}

// pronounThat: in "said that", "find that man" the word opens no clause.
func (r *reader) pronounThat(i int) bool {
	return i+1 >= r.at.To || r.finite(i+1) || r.Tokens[i+1].Kind == lexis.Mark && !r.opensQuote(i+1) && r.Tokens[i+1].Fold != ","
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
