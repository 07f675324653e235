package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// clauseFrom is where the clause that ends before token end begins: after a
// verb with tense, a subordinator, a mark stronger than a comma, or the quotation
// before it. Verbs of relative clauses between commas are passed over.
func (r *reader) clauseFrom(end int) int {
	q := r.QuoteOf(end - 1)
	low := max(r.at.From, end-maxPhrase)
	for i := end - 1; i >= low; i-- {
		t := r.Tokens[i]
		switch {
		case r.QuoteOf(i) != q && r.closesQuote(i) && r.long(i):
			return i + 1
		case q >= 0 && r.QuoteOf(i) != q:
			return i + 1
		case t.Fold == ";" || t.Fold == ":":
			return i + 1
		case t.Dash() && i < end-1:
			return i + 1
		case subordinators.Has(t) && r.tag(i) != "DT" && r.tag(i) != "RB":
			if r.tag(i) == "IN" || strings.HasPrefix(r.tag(i), "W") {
				return i + 1
			}
		case r.finite(i) || r.tag(i) == "VB":
			j := r.relativeStart(i)
			if j < 0 {
				return i + 1
			}
			i = j
		case (t.Fold == "and" || t.Fold == "but" || t.Fold == "or") && i > low && r.Tokens[i-1].Fold == "," && !r.listTail(i):
			return i + 1
		case (t.Fold == "and" || t.Fold == "but") && i == r.at.From:
			return i + 1
		}
	}
	return low
}

// long reports whether the quotation that closes at i is more than a name or
// title inside a noun phrase.
func (r *reader) long(i int) bool {
	q := r.Quotes[r.QuoteOf(i)].Tokens
	return q.To-q.From > 4 || i > 0 && r.Tokens[i-1].Fold == ","
}

// relativeStart is the relative pronoun that opens the clause of the verb at i,
// or -1: "Ann, who has led the council since May, said".
func (r *reader) relativeStart(i int) int {
	for j := i - 1; j >= r.at.From && j > i-6; j-- {
		t := r.Tokens[j]
		if (t.Fold == "who" || t.Fold == "which" || t.Fold == "whose" || t.Fold == "where" || t.Fold == "whom") && j > r.at.From {
			return j
		}
		if r.finite(j) || t.Kind == lexis.Mark {
			return -1
		}
	}
	return -1
}

// listTail reports whether "and" at i joins the last part of a list of nouns:
// no verb with tense stands before it in the clause.
func (r *reader) listTail(i int) bool {
	for j := i - 1; j >= r.at.From && j > i-20; j-- {
		if r.finite(j) {
			return false
		}
		if r.Tokens[j].Fold == ";" {
			break
		}
	}
	return r.nominal(i + 1)
}
