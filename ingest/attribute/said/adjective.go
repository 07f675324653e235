package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

var copulas = lexis.NewWords("is are was were be been being am 's 're 'm remain remains remained seem seems seemed appear appears appeared become becomes became feel feels felt")

// adjectiveCues makes the attributions of adjectives that say what somebody
// thinks or wants: "is afraid that", "was willing to", "are wary of".
func (r *reader) adjectiveCues() {
	for i := r.at.From + 1; i < r.at.To; i++ {
		if t := r.tag(i); !strings.HasPrefix(t, "JJ") && t != "VBN" && t != "RB" && t != "IN" {
			continue
		}
		f, to := adjectives().match(r.Tokens, i, r.at.To)
		if f == "" || to >= r.at.To {
			continue
		}
		from := r.copula(i)
		if from < 0 {
			continue
		}
		if c := r.adjectiveComplement(to, f); !c.Empty() {
			r.groups = append(r.groups, group{Range: segment.Range{From: from, To: to}, head: i, frames: "n", finite: true, quoted: r.QuoteOf(i)})
			r.sub = append(r.sub, r.subject(len(r.groups)-1))
			if !r.sub[len(r.sub)-1].Empty() {
				r.report(len(r.groups)-1, c)
			}
		}
	}
}

// copula is the first token of the verb group that links an adjective to its
// subject, or -1.
func (r *reader) copula(i int) int {
	j := i - 1
	for j > r.at.From && r.adverb(j) {
		j--
	}
	if !copulas.Has(r.Tokens[j]) || r.tag(j) == "POS" {
		return -1
	}
	for j > r.at.From && (r.auxiliary(j-1) || r.adverb(j-1)) {
		j--
	}
	return j
}

func (r *reader) adjectiveComplement(i int, f frames) segment.Range {
	switch {
	case f.has("t") && r.Tokens[i].Fold == "that", f.has("t") && r.clauseAt(i):
		return segment.Range{From: i, To: r.end(i, clause)}
	case f.has("i") && r.Tokens[i].Fold == "to":
		return segment.Range{From: i, To: r.end(i, infinitive)}
	case f.has("n") && (r.nominal(i) || r.tag(i) == "VBG" || r.opensQuote(i) || strings.HasPrefix(r.tag(i), "W")):
		return segment.Range{From: i, To: r.end(i, phrase)}
	}
	return segment.Range{}
}
