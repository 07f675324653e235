package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

var (
	relatives     = lexis.NewWords("who which that whom")
	subordinators = lexis.NewWords("that because if while although though whereas when whenever where unless until since whether why how what so lest as after before once than")
	copulars      = lexis.NewWords("is are was were be been being")
)

// subject is the words that name who the verb of group k is said of, or empty.
// An infinitive, a participle and the second of two joined verbs share the
// subject of a verb before; a relative pronoun gives its antecedent.
func (r *reader) subject(k int) segment.Range {
	g := r.groups[k]
	if g.from() == r.at.From && !g.participle {
		return segment.Range{}
	}
	before := g.From - 1
	switch {
	case g.infinitive:
		return r.controller(k)
	case before >= r.at.From && relatives.Has(r.Tokens[before]) && g.finite && before > r.at.From:
		return r.antecedent(before)
	case g.participle && r.tag(g.head) == "VBG":
		return r.shared(k)
	case r.joined(before):
		return r.shared(k)
	}
	if s := r.nounPhraseBefore(g.From); !s.Empty() {
		return s
	}
	if g.participle || !g.finite {
		return r.shared(k)
	}
	return segment.Range{}
}

func (g group) from() int { return g.From }

// joined reports whether a verb follows "and", "but", "or" or "then" directly:
// it shares the subject of the verb before.
func (r *reader) joined(before int) bool {
	if before < r.at.From {
		return false
	}
	w := r.Tokens[before].Fold
	return w == "and" || w == "but" || w == "or" || w == "then"
}

// shared is the subject of the clause that a participle or joined verb goes on
// with: that of the nearest finite verb before it whose clause is still open,
// so not that of a relative clause between commas.
func (r *reader) shared(k int) segment.Range {
	g := r.groups[k]
	after := g.From > r.at.From && r.Tokens[g.From-1].Fold == ","
	for j := k - 1; j >= 0; j-- {
		h := r.groups[j]
		if h.quoted != g.quoted || r.sub[j].Empty() || after && r.inRelative(h) {
			continue
		}
		if after && r.reported(j) {
			continue
		}
		return r.sub[j]
	}
	if s := r.mainSubject(g.From); !s.Empty() {
		return s
	}
	if k+1 < len(r.groups) && g.From <= r.at.From+1 {
		// "Speaking in Oslo, Ann said": the subject comes behind.
		return r.subject(k + 1)
	}
	return segment.Range{}
}

// inRelative reports whether a group is the verb of a relative clause.
func (r *reader) inRelative(g group) bool {
	return g.From > r.at.From && relatives.Has(r.Tokens[g.From-1]) && r.Tokens[g.From-1].Fold != "that"
}

// reported reports whether group j stands in the clause that another reports:
// "said she feared it, adding" adds to what was said, not to the fear.
func (r *reader) reported(j int) bool {
	for i := j - 1; i >= 0; i-- {
		h := r.groups[i]
		if h.finite && h.frames.has("t") && r.sub[j].From >= h.To && r.sub[j].From-h.To <= 3 && r.groups[j].finite {
			return true
		}
	}
	return false
}

// mainSubject is the noun phrase before the first finite verb of the sentence,
// which need not be a verb of reporting: "Ann spoke to voters, promising".
func (r *reader) mainSubject(until int) segment.Range {
	for i := r.at.From + 1; i < until; i++ {
		if !r.finite(i) || r.QuoteOf(i) >= 0 {
			continue
		}
		if relatives.Has(r.Tokens[i-1]) {
			continue
		}
		j := i
		for j > r.at.From && r.adverb(j-1) {
			j--
		}
		if s := r.nounPhraseBefore(j); !s.Empty() {
			return s
		}
	}
	return segment.Range{}
}

// controller is the subject of an infinitive: the object of the verb it hangs
// on where that verb takes one ("urged Bob to accept"), else its subject.
func (r *reader) controller(k int) segment.Range {
	g := r.groups[k]
	if k > 0 {
		h := r.groups[k-1]
		if gap := g.From - h.To; gap > 0 && gap <= 8 && h.frames.has("o") && !h.passive {
			if s := r.nounPhraseBefore(g.From); !s.Empty() && s.From >= h.To {
				return s
			}
		}
	}
	if s := r.shared(k); !s.Empty() {
		return s
	}
	return r.nounPhraseBefore(g.From)
}

// antecedent is the noun phrase before a relative pronoun, with the pronoun.
func (r *reader) antecedent(pronoun int) segment.Range {
	end := pronoun
	if end > r.at.From && r.Tokens[end-1].Fold == "," {
		end--
	}
	s := r.nounPhraseBefore(end)
	if s.Empty() {
		return segment.Range{From: pronoun, To: pronoun + 1}
	}
	return segment.Range{From: s.From, To: pronoun + 1}
}

// nominal reports whether a token can be part of a noun phrase.
func (r *reader) nominal(i int) bool {
	switch t := r.tag(i); t {
	case "DT", "JJ", "JJR", "JJS", "CD", "PRP", "PRP$", "POS", "PDT", "EX", "WP", "$", "FW":
		return true
	default:
		return strings.HasPrefix(t, "NN") || r.Tokens[i].Fold == "&" || r.attributive(i)
	}
}
