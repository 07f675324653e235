package said

import (
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
	for stop > r.at.From && (r.Tokens[stop-1].Fold == "," || r.Tokens[stop-1].Dash() || r.Tokens[stop-1].Fold == ")") {
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

// split cuts a run of tokens at its commas and dashes, empty parts left out.
func (r *reader) split(from, to int) []segment.Range {
	var parts []segment.Range
	start := from
	for i := from; i <= to; i++ {
		if i < to && r.Tokens[i].Fold != "," && !r.Tokens[i].Dash() {
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
	for i := s.From; i < s.To; i++ {
		if r.nominal(i) {
			return s
		}
	}
	return segment.Range{}
}

// lastChunk is the last run of noun phrase words.
func (r *reader) lastChunk(s segment.Range) segment.Range {
	i := s.To
	for i > s.From && r.nominal(i-1) {
		i--
	}
	return segment.Range{From: i, To: s.To}
}
