package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// markedWords makes the attributions of words in quotation marks inside a
// sentence that no verb of reporting governs: writers mark words as somebody
// else's, and the subject of the clause is whose they are ("hit him as a “con
// artist”"). Titles and single words are marked for other reasons.
func (r *reader) markedWords() {
	for i := r.at.From; i < r.at.To; i++ {
		q := r.QuoteOf(i)
		if q < 0 {
			continue
		}
		w := r.wholeQuote(q)
		i = max(i, w.To-1)
		if w.From <= r.at.From || w.To > r.at.To || r.taken[q] || r.isTitle(q) {
			continue
		}
		r.marked(w)
	}
}

// isTitle reports whether a quotation has one word, or a capital on most.
func (r *reader) isTitle(q int) bool {
	words, capitals := 0, 0
	for i := r.Quotes[q].Tokens.From; i < r.Quotes[q].Tokens.To; i++ {
		if r.Tokens[i].Kind != lexis.Word {
			continue
		}
		words++
		if r.Tokens[i].Capital() {
			capitals++
		}
	}
	return words < 2 || capitals*2 > words
}

// maxGoverned bounds what stands between a verb and the marked words, in tokens.
const maxGoverned = 14

func (r *reader) marked(w segment.Range) {
	for i := w.From - 1; i > r.at.From && i > w.From-maxGoverned; i-- {
		t := r.Tokens[i]
		if t.Fold == "," || t.Fold == ";" || r.QuoteOf(i) >= 0 {
			return
		}
		if !r.finite(i) || r.auxiliary(i) {
			continue
		}
		from := i
		for from > r.at.From && (r.auxiliary(from-1) || r.adverb(from-1)) {
			from--
		}
		s := r.nounPhraseBefore(from)
		if s.Empty() || r.inContent(i) {
			return
		}
		c := segment.Range{From: i + 1, To: r.end(i+1, phrase)}
		r.add(Attribution{Source: []segment.Range{s}, Cue: []segment.Range{{From: from, To: i + 1}}, Content: []segment.Range{c}})
		r.take(c)
		return
	}
}

// inContent reports whether a token stands in what another attribution of the
// sentence reports.
func (r *reader) inContent(i int) bool {
	for k := len(r.list) - 1; k >= 0; k-- {
		a := r.list[k]
		if len(a.Content) > 0 && a.Content[len(a.Content)-1].To <= r.at.From {
			break
		}
		for _, c := range a.Content {
			if c.Has(i) {
				return true
			}
		}
	}
	return false
}
