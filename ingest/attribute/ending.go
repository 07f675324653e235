package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// nounEnd ends what a noun governs at the first comma that is not in a
// quotation: "her rejection of the plan, his demand for another".
func (r *reader) nounEnd(from int) int {
	end := r.rightEnd(from, false)
	for i := from; i < end; i++ {
		if r.Tokens[i].Fold == "," && (r.QuoteOf(i) < 0 || r.QuoteOf(i) == r.QuoteOf(from)) {
			return i
		}
	}
	return end
}

// rightEnd is where the content that begins at from ends: with the quotation
// that it opens, also beyond the sentence, or before a clause that contrasts.
// Inside a quotation that began earlier it ends with the quotation.
func (r *reader) rightEnd(from int, speech bool) int {
	inside := -1
	if from > r.at.From {
		// A verb in quotation marks of its own ("he 'hinted' that") opens no speech.
		if inside = r.QuoteOf(from - 1); inside >= 0 && r.Quotes[inside].Tokens.To-r.Quotes[inside].Tokens.From <= 3 {
			inside = -1
		}
	}
	for i := from; i < r.at.To; i++ {
		q := r.QuoteOf(i)
		if inside >= 0 && q != inside && r.Quotes[inside].Tokens.To < i {
			return i
		}
		if q >= 0 && q != inside {
			if end := r.Quotes[q].Tokens.To; end >= r.at.To {
				if speech {
					return end
				}
				return r.at.To
			}
			i = max(i, r.Quotes[q].Tokens.To-1)
			continue
		}
		if r.Tokens[i].Fold == "despite" {
			return i
		}
		if r.Tokens[i].Fold == ";" || r.Tokens[i].Fold == "," && i+1 < r.at.To && contrast.Has(r.Tokens[i+1]) && !r.inset(i+2) {
			return i
		}
	}
	return r.at.To
}

// inset reports whether a comma closes what another has opened at once: in
// "rejected, however, the ban" no clause begins.
func (r *reader) inset(i int) bool { return i < r.at.To && r.Tokens[i].Fold == "," }

var contrast = lexis.NewWords("while whereas although though but yet however even despite")

// close ends the content of a frame where another with a subject of its own is
// joined to it by "and": "Ann rejects the ban, and Bob supports it". What is
// reported may go on after it: "Ann said that the ban is bad and Bob is wrong".
func (r *reader) close() {
	opening := r.openingEnd()
	for i := range r.frames {
		f := &r.frames[i]
		if f.Cue.From < opening && f.Content.From <= opening && f.Content.To > opening && f.Kind != According {
			f.Content.To = opening
		}
		if r.thatClause(f.Cue.To) {
			continue
		}
		for _, g := range r.frames[i+1:] {
			if f.Word.Class == lexis.Speech || g.Kind != Says || len(g.Holders) == 0 || !f.Content.Has(g.Cue.From) {
				continue
			}
			start := g.Holders[0].From
			if start > f.Content.From && r.Tokens[start-1].Fold == "and" && r.Tokens[max(start-2, 0)].Fold == "," {
				f.Content.To = start - 1
			}
		}
	}
}

// openingEnd is where a subordinate clause at the head of the sentence ends, or
// 0: "Though Ann supports the ban, Bob …" says nothing of Ann after the comma.
func (r *reader) openingEnd() int {
	from := r.at.From
	if from+1 < r.at.To && leading.Has(r.Tokens[from]) {
		from++
	}
	if !subordinators.Has(r.Tokens[from]) {
		return 0
	}
	for i := from; i+1 < r.at.To; i++ {
		if r.Tokens[i].Fold != "," || r.QuoteOf(i) >= 0 {
			continue
		}
		for k := range r.noms {
			if r.noms[k].From == i+1 && !r.noms[k].Possessive {
				return i
			}
		}
	}
	return 0
}

var leading = lexis.NewWords("but and so yet then")

var subordinators = lexis.NewWords("though although while whereas when if after before since because as once until unless following despite")
