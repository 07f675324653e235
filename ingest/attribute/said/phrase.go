package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// maxPhrase bounds a noun phrase with all that is attached to it, in tokens.
const maxPhrase = 45

// nounPhraseBefore is the noun phrase that ends before token end, with what
// is attached to it: "the head of the council, Ann Lee, a lawyer from Oslo,".
// A phrase that opens the sentence with a preposition is left out.
func (r *reader) nounPhraseBefore(end int) segment.Range {
	if end <= r.at.From {
		return segment.Range{}
	}
	stop := end
	for stop > r.at.From && (r.Tokens[stop-1].Fold == "," || isDash(r.Tokens[stop-1]) || r.Tokens[stop-1].Fold == ")") {
		stop--
	}
	bracketed := stop < end // the phrase has an apposition or relative clause
	from := r.clauseFrom(end)
	if from >= stop {
		return segment.Range{}
	}
	parts := r.split(from, end)
	if len(parts) == 0 {
		return segment.Range{}
	}
	first := len(parts) - 1
	if bracketed {
		first = 0
		for first < len(parts)-1 && !r.startsPhrase(parts[first]) {
			first++
		}
	} else {
		for first > 0 && r.isList(parts, first) {
			first--
		}
	}
	s := segment.Range{From: parts[first].From, To: parts[len(parts)-1].To}
	return r.core(s)
}

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
		case isDash(t) && i < end-1:
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

// split cuts a run of tokens at its commas and dashes, empty parts left out.
func (r *reader) split(from, to int) []segment.Range {
	var parts []segment.Range
	start := from
	for i := from; i <= to; i++ {
		if i < to && r.Tokens[i].Fold != "," && !isDash(r.Tokens[i]) {
			continue
		}
		if i > start {
			parts = append(parts, segment.Range{From: start, To: i})
		}
		start = i + 1
	}
	return parts
}

// startsPhrase reports whether a part begins as a noun phrase does and not as
// an adjunct: with no preposition, adverb or participle.
func (r *reader) startsPhrase(p segment.Range) bool {
	switch t := r.tag(p.From); t {
	case "IN", "TO", "VBG", "VBN", "RB", "WRB", "CC":
		return false
	}
	return r.nominal(p.From) && !timeWords.Has(r.Tokens[p.From])
}

// isList reports whether the part before number i is an element of the same
// list of names: "Norvia, Estia and Galt said".
func (r *reader) isList(parts []segment.Range, i int) bool {
	p := parts[i]
	conjoined := false
	for j := p.From; j < p.To; j++ {
		conjoined = conjoined || r.Tokens[j].Fold == "and" || r.Tokens[j].Fold == "or"
	}
	prev := parts[i-1]
	return (conjoined || i < len(parts)-1) && r.startsPhrase(prev) && prev.To-prev.From <= 6
}

var timeWords = lexis.NewWords("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april june july august september october november december")

// core cuts an adjunct from the front of a phrase: of "In a letter Ann" the
// last noun phrase without a preposition before it stays, and of any phrase
// conjunctions and adverbs in front go.
func (r *reader) core(s segment.Range) segment.Range {
	for s.From < s.To && (r.Tokens[s.From].Fold == "that" && s.To-s.From > 1 && r.tag(s.From+1) != "NN" || r.tag(s.From) == "CC" || r.tag(s.From) == "RB" || r.Tokens[s.From].Fold == "," || r.Tokens[s.From].Kind == lexis.Mark && r.Tokens[s.From].Fold != "(" && r.Tokens[s.From].Fold != "$") {
		s.From++
	}
	if s.Empty() {
		return s
	}
	switch r.tag(s.From) {
	case "IN", "TO", "VBG", "VBN":
		last := r.lastChunk(s)
		if last.From > s.From && r.tag(last.From-1) != "IN" && r.tag(last.From-1) != "TO" || last.From-s.From > 2 && r.tag(last.From-1) != "IN" {
			return last
		}
		if r.tag(s.From) == "VBG" || r.tag(s.From) == "VBN" {
			return s
		}
		return segment.Range{}
	}
	any := false
	for i := s.From; i < s.To; i++ {
		any = any || r.nominal(i)
	}
	if !any {
		return segment.Range{}
	}
	return s
}

// lastChunk is the last run of noun phrase words.
func (r *reader) lastChunk(s segment.Range) segment.Range {
	i := s.To
	for i > s.From && r.nominal(i-1) {
		i--
	}
	return segment.Range{From: i, To: s.To}
}
