package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// beside open a clause about the occasion of speaking: "…, she said, as the
// ships left".
var beside = lexis.NewWords("as while when after before")

// trailing makes the attribution of a verb behind its content: what stands
// before it, and what goes on after it.
func (r *reader) trailing(k int, z zone) {
	left := r.before(z.From)
	if left.Empty() {
		return
	}
	a := Attribution{Source: []segment.Range{r.sub[k]}, Cue: []segment.Range{r.groups[k].Range}, Content: []segment.Range{left}}
	quoted := r.closesQuote(left.To - 1)
	if right := r.after(z, left, quoted); !right.Empty() {
		a.Content = append(a.Content, right)
	}
	n := r.add(a)
	for _, c := range a.Content {
		r.take(c)
	}
	if r.groups[k].quoted < 0 {
		r.speaker = n
	}
}

// before is the content that ends before token end: with the quotation that
// closes there, from its start even in an earlier sentence, and with the
// words that lead up to it in the sentence.
func (r *reader) before(end int) segment.Range {
	for end > r.at.From && (r.Tokens[end-1].Fold == "as" || r.Tokens[end-1].Fold == "," || r.Tokens[end-1].Dash()) {
		end--
	}
	from := r.zoneEnd(end)
	for from < end && (r.Tokens[from].Fold == "," || r.tag(from) == "CC" && r.QuoteOf(from) < 0 || r.Tokens[from].Dash()) {
		from++
	}
	if from >= end {
		return segment.Range{}
	}
	from = r.afterBut(from, end)
	if r.closesQuote(end - 1) {
		if q := r.wholeQuote(r.QuoteOf(end - 1)); q.From < from {
			from = q.From
		}
	}
	return segment.Range{From: from, To: end}
}

// afterBut is where the clause behind ", but" begins: what an attribution
// behind it reports contrasts with what stands before.
func (r *reader) afterBut(from, end int) int {
	for i := end - 2; i > from; i-- {
		if r.Tokens[i].Fold == "but" && r.Tokens[i-1].Fold == "," && r.QuoteOf(i) < 0 && r.clauseBefore(i-1) {
			return i + 1
		}
	}
	return from
}

// after is how the content goes on behind a zone: with a quotation, or, where
// a clause was interrupted, with its rest. A participle or a relative clause
// says something of the speaker.
func (r *reader) after(z zone, left segment.Range, quoted bool) segment.Range {
	i := z.To
	if i >= r.at.To || r.Tokens[i].Kind != lexis.Mark {
		return segment.Range{}
	}
	for i < r.at.To && r.Tokens[i].Kind == lexis.Mark && !r.opensQuote(i) {
		i++
	}
	if i >= r.at.To {
		return segment.Range{}
	}
	if r.opensQuote(i) {
		return segment.Range{From: i, To: max(r.wholeQuote(r.QuoteOf(i)).To, r.end(i, clause))}
	}
	conjoined := r.tag(i) == "CC" || r.Tokens[i].Fold == "that"
	switch {
	case !quoted && r.unfinished(left):
	case r.tag(i) == "VBG" || r.tag(i) == "WP" || r.tag(i) == "WDT" || r.tag(i) == "WP$" || r.tag(i) == "VBN" || r.tag(i) == "RB":
		return segment.Range{}
	case beside.Has(r.Tokens[i]) && r.clauseAt(i+1):
		return segment.Range{}
	case r.cueFrom(i) || quoted && !(conjoined && r.quoteIn(i)):
		return segment.Range{}
	}
	return segment.Range{From: i, To: r.end(i, clause)}
}

// unfinished reports whether a clause without a verb, or a subordinate clause
// alone, stands before an attribution: it must go on behind it.
func (r *reader) unfinished(left segment.Range) bool {
	if subordinators.Has(r.Tokens[left.From]) && r.Tokens[left.From].Fold != "that" {
		for i := left.From; i < left.To; i++ {
			if r.Tokens[i].Fold == "," {
				return false
			}
		}
		return true
	}
	for i := left.From; i < left.To; i++ {
		if r.finite(i) {
			return false
		}
	}
	return true
}

// cueFrom reports whether another attribution begins at i, after a
// conjunction or at once.
func (r *reader) cueFrom(i int) bool {
	for k, g := range r.groups {
		if s := r.sub[k]; !s.Empty() && s.From >= i && s.From <= i+2 && g.From >= s.To && g.finite && g.frames.has("q") {
			return true
		}
		if g.From >= i && g.From <= i+1 && (r.tag(i) == "CC" || g.participle) {
			return true
		}
	}
	return false
}

func (r *reader) quoteIn(i int) bool {
	for ; i < r.at.To; i++ {
		if r.opensQuote(i) {
			return true
		}
	}
	return false
}
