package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// besideQuote reports whether a verb stands where only speech is reported: with
// nothing but its subject between it and a quotation that ends in a comma, or
// with a comma and the capital of a quotation behind it. There English lets any
// verb report: “…,” she shrugged.
func (r *reader) besideQuote(i int) bool {
	if !r.finite(i) || r.auxiliary(i) || r.QuoteOf(i) >= 0 {
		return false
	}
	if i+2 < r.at.To && r.Tokens[i+1].Fold == "," && r.opensQuote(i+2) {
		return r.Tokens[r.Quotes[r.QuoteOf(i+2)].Tokens.From].Capital()
	}
	return r.quoteAndSubject(i)
}

// quoteAndSubject reports whether a quotation that ends in a comma stands
// before token i, with nothing but a noun phrase between.
func (r *reader) quoteAndSubject(i int) bool {
	for j := i - 1; j >= r.at.From && j > i-8; j-- {
		if r.QuoteOf(j) >= 0 {
			return r.closesQuote(j) && r.commaInside(r.QuoteOf(j))
		}
		if !r.nominal(j) && !r.adverb(j) {
			return false
		}
	}
	return false
}

// verbByPlace repairs the tag of a verb of speech that the tagger takes for a
// noun beside a quotation: “…,” writes Ann.
func (r *reader) verbByPlace(i int) bool {
	if i == r.at.From {
		return r.opensInverted(i)
	}
	if r.tag(i) != "NNS" && r.tag(i) != "NN" && r.tag(i) != "NNPS" || r.Tokens[i].Kind != lexis.Word {
		return false
	}
	f, _ := verbs().match(r.Tokens, i, r.at.To)
	if !f.has("q") {
		return false
	}
	before := r.Tokens[i-1]
	third := strings.HasSuffix(r.Tokens[i].Fold, "s")
	return third && (r.quoteAndSubject(i) || before.Kind == lexis.Mark && r.QuoteOf(i-1) >= 0 && r.QuoteOf(i) < 0 ||
		r.tag(i-1) == "PRP" || r.tag(i-1) == "NNP" && i+1 < r.at.To && (r.Tokens[i+1].Fold == "that" || r.tag(i+1) == "PRP" || r.Tokens[i+1].Fold == ":" || r.opensQuote(i+1)))
}

// opensInverted: the capital of "Said Ann: “…”" looks like a name's.
func (r *reader) opensInverted(i int) bool {
	f, _ := verbs().match(r.Tokens, i, r.at.To)
	return f.has("q") && strings.HasPrefix(r.tag(i), "NNP") && r.Tokens[i].Fold != r.Tokens[i].Lemma && !r.headInverted(group{Range: segment.Range{From: i, To: i + 1}, head: i, frames: f}).Empty()
}

// opensQuote reports whether token i is the opening mark of a quotation.
func (r *reader) opensQuote(i int) bool {
	return i < len(r.Tokens) && r.QuoteOf(i) >= 0 && r.wholeQuote(r.QuoteOf(i)).From == i
}

// closesQuote reports whether token i is the closing mark of a quotation.
func (r *reader) closesQuote(i int) bool {
	return i >= 0 && r.QuoteOf(i) >= 0 && !r.Quotes[r.QuoteOf(i)].Open && r.wholeQuote(r.QuoteOf(i)).To == i+1
}
