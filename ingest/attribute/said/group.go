package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/segment"
)

// group is a verb with its auxiliaries and adverbs before it and its particles
// after it: "has not yet called for".
type group struct {
	segment.Range
	head       int // the main verb
	frames     frames
	finite     bool
	passive    bool
	infinitive bool // "to" stands before it
	participle bool // "saying", "asked", with no auxiliary
	quoted     int  // the quotation that it stands in, or -1
}

// prepositional are participles that have become prepositions.
var prepositional = lexis.NewWords("regarding concerning considering given including")

// findGroups lists the verb groups of the sentence whose verb is in the
// lexicon, in order.
func (r *reader) findGroups() {
	for i := r.at.From; i < r.at.To; i++ {
		if !r.isVerb(i) && !r.verbByPlace(i) {
			continue
		}
		f, to := verbs().match(r.Tokens, i, r.at.To)
		if f == "" && r.besideQuote(i) {
			f = "q"
		}
		if f == "" || prepositional.Has(r.Tokens[i]) || r.helps(i) || r.attributive(i) {
			continue
		}
		r.groups = append(r.groups, r.groupAt(i, to, f))
	}
}

func (r *reader) groupAt(i, to int, f frames) group {
	g := group{Range: segment.Range{From: i, To: to}, head: i, frames: f, quoted: r.QuoteOf(i)}
	beForm, help := false, false
	for j := i - 1; j >= r.at.From && r.QuoteOf(j) == g.quoted; j-- {
		if r.Tokens[j].Fold == "to" && j == g.From-1 && r.tag(i) == "VB" {
			g.infinitive, g.From = true, j
			break
		}
		if !r.auxiliary(j) && !r.adverb(j) {
			break
		}
		if r.Tokens[j].Fold == "'s" && r.tag(j) == "POS" {
			break
		}
		if r.auxiliary(j) {
			beForm = beForm || be.Has(r.Tokens[j]) || get.Has(r.Tokens[j])
			help = true
			g.From = j
		} else if r.auxiliaryBefore(j) || negations.Has(r.Tokens[j]) || j == i-1 {
			g.From = j
		}
	}
	t := r.tag(i)
	g.passive = beForm && !strings.HasSuffix(r.Tokens[i].Fold, "ing")
	g.participle = !help && (t == "VBG" || t == "VBN")
	g.finite = !g.infinitive && !g.participle && (help || t != "VB")
	return g
}

// auxiliaryBefore reports whether only adverbs stand between token j and an
// auxiliary before it.
func (r *reader) auxiliaryBefore(j int) bool {
	j--
	for j >= r.at.From && r.adverb(j) {
		j--
	}
	return j >= r.at.From && r.auxiliary(j)
}

// helps reports whether an auxiliary stands before its verb: "has said".
func (r *reader) helps(i int) bool {
	if !r.auxiliary(i) {
		return false
	}
	for j := i + 1; j < r.at.To && j < i+5; j++ {
		if r.isVerb(j) {
			return true
		}
		if !r.adverb(j) {
			return false
		}
	}
	return false
}
