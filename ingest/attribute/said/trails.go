package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// trails reports whether group k with its subject before it stands behind
// what it reports, or in the middle of it.
func (r *reader) trails(k int) bool {
	g, s := r.groups[k], r.sub[k]
	if s.Empty() || s.From <= r.at.From || s.To > g.From || g.participle {
		return false
	}
	b := s.From - 1
	if r.Tokens[b].Fold == "as" && b > r.at.From {
		b-- // "…, as Ann said"
	}
	t := r.Tokens[b]
	if !r.closesQuote(b) && t.Fold != "," && !t.Dash() && t.Fold != "?" {
		return false
	}
	if g.quoted >= 0 && r.QuoteOf(b) == g.quoted {
		return false
	}
	if !r.closesQuote(b) && r.leadsTo(g) {
		return false
	}
	if r.closesQuote(b) && r.stopInside(b) {
		// A mark inside the quotation parts it from what follows, whatever
		// adjunct stands behind the verb.
		return g.To >= r.at.To || r.Tokens[g.To].Fold != "that" && !r.opensQuote(g.To)
	}
	return r.endsAfter(g) && (r.closesQuote(b) || r.clauseBefore(b) || r.interrupts(g) || r.endsSentence(g, b))
}

// endsSentence: in "Storm Kills Two, Police Say" the verb of a title is too
// short to be told; what stands before the comma is no adjunct.
func (r *reader) endsSentence(g group, b int) bool {
	switch r.tag(r.zoneEnd(b)) {
	case "IN", "RB", "WRB", "VBG", "VBN", "TO":
		return false
	}
	return g.frames.has("q") && (g.To >= r.at.To || g.To == r.at.To-1 && r.Tokens[g.To].Kind == lexis.Mark)
}

// leadsTo reports whether a quotation that begins with a capital follows the
// verb after a comma: what is quoted is a sentence, and what stands before the
// attribution is not part of it.
func (r *reader) leadsTo(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	return end+2 < r.at.To && r.Tokens[end].Fold == "," && r.opensQuote(end+1) && r.Tokens[min(r.Quotes[r.QuoteOf(end+1)].Tokens.From, len(r.Tokens)-1)].Capital()
}

// interrupts reports whether commas enclose an attribution early in its
// clause: "The ban, she said, has failed".
func (r *reader) interrupts(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	if end+1 >= r.at.To || r.Tokens[end].Fold != "," {
		return false
	}
	for i := end + 1; i < r.at.To && r.Tokens[i].Fold != ","; i++ {
		if r.finite(i) {
			return g.frames.has("q") || g.frames.has("t")
		}
	}
	return false
}

// endsAfter reports whether no complement follows the verb: the sentence or
// a comma does, or an adjunct of time or place and then one of them.
func (r *reader) endsAfter(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	for i := g.To; i < end; i++ {
		if r.finite(i) || r.Tokens[i].Fold == "that" || r.opensQuote(i) {
			return false
		}
	}
	return end >= r.at.To || r.participleOfSpeech(end) || r.Tokens[end].Kind == lexis.Mark && r.Tokens[end].Fold != ":"
}
