package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// antecedent is the noun phrase before a relative pronoun.
func (r *reader) antecedent(at int) []Nominal {
	end := at - 1
	if end > r.at.From && r.Tokens[end-1].Fold == "," {
		end--
	}
	for k := len(r.noms) - 1; k >= 0; k-- {
		if n := r.noms[k]; n.To == end || n.To <= end && n.Complement.To == end {
			return r.noms[k : k+1]
		}
	}
	return nil
}

// agent is the noun phrase after "by".
func (r *reader) agent(from int) []Nominal {
	for k, n := range r.noms {
		if n.From > from+6 {
			break
		}
		if n.From > from && n.From < r.at.To && r.Tokens[n.From-1].Fold == "by" {
			end := k
			for end+1 < len(r.noms) && isListGap(r.Tokens[r.noms[end].To:r.noms[end+1].From]) {
				end++
			}
			return r.noms[k : end+1]
		}
	}
	return nil
}

// inverted is the subject after its verb: "…," said Ann Lee.
func (r *reader) inverted(f lexis.Found) []Nominal {
	if f.Class != lexis.Speech {
		return nil
	}
	for k, n := range r.noms {
		if n.From == f.Last+1 && n.Nature != Document && (f.First == r.at.From || r.Tokens[f.First-1].Kind == lexis.Mark) {
			return r.noms[k : k+1]
		}
	}
	return nil
}

// clauseStart is the first token of the clause that ends before at.
func (r *reader) clauseStart(at int) int {
	for i := at - 1; i >= r.at.From; i-- {
		if t := r.Tokens[i]; t.Fold == ";" || breaks.Has(t) || t.Fold == "," && i+1 < at && (r.Tokens[i+1].Fold == "and" || r.Tokens[i+1].Fold == "but") {
			return i + 1
		}
	}
	return r.at.From
}

// before is the content before a trailing attribution: back to the start of
// the sentence, and of the quotation where one ends there.
func (r *reader) before(at int) segment.Range {
	end := at
	for end > r.at.From && r.Tokens[end-1].Kind == lexis.Mark && r.QuoteOf(end-1) < 0 {
		end--
	}
	c := segment.Range{From: r.at.From, To: end}
	if end > r.at.From {
		if q := r.QuoteOf(end - 1); q >= 0 && r.Quotes[q].Tokens.From < c.From {
			c.From = r.Quotes[q].Tokens.From
		}
	}
	return c
}
