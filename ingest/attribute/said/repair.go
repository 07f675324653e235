package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// repairTags mends what the tagger often gets wrong in news: marks that it does
// not know, and verbs of the lexicon that it takes for nouns.
func (f *finder) repairTags(r segment.Range, title bool) {
	for i := r.From; i < r.To; i++ {
		switch t := f.Tokens[i]; {
		case t.Kind == lexis.Mark && t.Text != "$" && t.Text != "&":
			f.tags[i] = ":"
		case !title && i > r.From && strings.HasPrefix(f.tags[i], "VB") && f.capitalName(i, r):
			f.tags[i] = "NNP"
		case i > r.From && f.tags[i] == "NNS" && f.thirdPerson(i, r):
			f.tags[i] = "VBZ"
		case i > r.From && f.tags[i] == "NN" && f.tags[i-1] == "NNS" && f.pluralVerb(i, r):
			f.tags[i] = "VBP"
		}
	}
}

// capitalName: inside a sentence a capital makes a name, which the tagger does
// not know when it is a foreign one. The first word of a quotation and verbs of
// the lexicon have a capital for other reasons.
func (f *finder) capitalName(i int, r segment.Range) bool {
	if !f.Tokens[i].Capital() || f.QuoteOf(i) != f.QuoteOf(i-1) && f.QuoteOf(i) >= 0 || f.Tokens[i-1].Text == "." {
		return false
	}
	if q := f.QuoteOf(i); q >= 0 && f.Quotes[q].Tokens.From == i {
		return false
	}
	v, _ := verbs().match(f.Tokens, i, r.To)
	return v == ""
}

// thirdPerson: English has no plural noun right between another noun and a
// clause with "that", an infinitive or an article: "the council plans to",
// "Ann charges that". At the end of the sentence it stands behind what is said.
func (f *finder) thirdPerson(i int, r segment.Range) bool {
	v, _ := verbs().match(f.Tokens, i, r.To)
	if v == "" || !f.subjectEnds(i-1) {
		return false
	}
	if i+1 >= r.To || f.Tokens[i+1].Text == "." {
		return f.commaBefore(i, r)
	}
	switch next := f.tags[i+1]; {
	case f.Tokens[i+1].Fold == "that":
		return v.has("t") && i+2 < r.To && !strings.HasPrefix(f.tags[i+2], "VB") && f.tags[i+2] != "MD"
	case next == "PRP", next == "PRP$", next == "DT":
		return v.has("t") || v.has("n") || v.has("c")
	case next == "TO":
		return v.has("i") && i+2 < r.To && f.tags[i+2] == "VB" && !f.verbFollows(i+3, r)
	}
	return false
}

// subjectEnds reports whether the token can end a subject: a noun in the
// singular, a name or a pronoun.
func (f *finder) subjectEnds(i int) bool {
	t := f.tags[i]
	return t == "NN" || t == "NNP" || t == "PRP" || midAdverbs.Has(f.Tokens[i])
}

func (f *finder) commaBefore(i int, r segment.Range) bool {
	for j := i - 1; j > r.From && j > i-12; j-- {
		if f.Tokens[j].Fold == "," || f.QuoteOf(j) >= 0 {
			return true
		}
	}
	return false
}

// verbFollows reports whether a verb with tense follows before the next mark:
// then what stands before it is its subject, and a noun.
func (f *finder) verbFollows(i int, r segment.Range) bool {
	for ; i < r.To && f.Tokens[i].Kind != lexis.Mark; i++ {
		switch f.tags[i] {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		case "WDT", "WP", "WRB":
			return false
		}
		if f.Tokens[i].Fold == "that" {
			return false
		}
	}
	return false
}

// pluralVerb: no plural noun stands before another noun and its article or
// name: "leaders denounce the ban".
func (f *finder) pluralVerb(i int, r segment.Range) bool {
	if v, _ := verbs().match(f.Tokens, i, r.To); v == "" || i+1 >= r.To {
		return false
	}
	t := f.tags[i+1]
	return t == "DT" || t == "PRP" || t == "PRP$" || strings.HasPrefix(t, "NNP") || f.Tokens[i+1].Fold == "that"
}
