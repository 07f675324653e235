package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
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

var (
	be         = lexis.NewWords("is are was were be been being am 's 're 'm")
	have       = lexis.NewWords("has have had having 've 'd 's")
	do         = lexis.NewWords("do does did")
	get        = lexis.NewWords("get gets got getting")
	modalLike  = lexis.NewWords("'ll 'd wo ca")
	negations  = lexis.NewWords("not n't never no longer yet")
	midAdverbs = lexis.NewWords("also still once again then now often already just even only ever recently later first long either both immediately publicly openly soon always all")
)

// auxiliary reports whether a token can only help the verb after it here.
func (r *reader) auxiliary(i int) bool {
	t := r.Tokens[i]
	return be.Has(t) || have.Has(t) || do.Has(t) || get.Has(t) || modalLike.Has(t) || r.tag(i) == "MD"
}

func (r *reader) adverb(i int) bool {
	return strings.HasPrefix(r.tag(i), "RB") || negations.Has(r.Tokens[i]) || midAdverbs.Has(r.Tokens[i])
}

func (r *reader) tag(i int) string { return r.tags[i] }

func (r *reader) isVerb(i int) bool { return strings.HasPrefix(r.tags[i], "VB") }

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
		if f == "" || r.helps(i) || r.attributive(i) {
			continue
		}
		r.groups = append(r.groups, r.groupAt(i, to, f))
	}
}

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

// attributive reports whether a participle stands as an adjective before a
// noun: "the proposed plan", "a leading critic".
func (r *reader) attributive(i int) bool {
	if t := r.tag(i); t != "VBN" && t != "VBG" && t != "VBD" || i == r.at.From || i+1 >= r.at.To {
		return false
	}
	if r.premodifier(i) {
		return true
	}
	before := r.tag(i - 1)
	if before != "DT" && before != "PRP$" && before != "POS" && before != "JJ" && before != "CD" {
		return false
	}
	return strings.HasPrefix(r.tag(i+1), "NN") || r.tag(i+1) == "JJ"
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
	for j--; j >= r.at.From && r.adverb(j); j-- {
	}
	return j >= r.at.From && r.auxiliary(j)
}

// finite reports whether a token carries tense: it is the predicate of a clause.
func (r *reader) finite(i int) bool {
	switch r.tag(i) {
	case "VBD":
		return !r.premodifier(i)
	case "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// premodifier reports whether a form in -ed at the head of a clause describes
// the noun after it: "…," retired general Ann Lee said.
func (r *reader) premodifier(i int) bool {
	if i == r.at.From || i+2 >= r.at.To || !strings.HasSuffix(r.Tokens[i].Fold, "ed") || r.Tokens[i-1].Kind != lexis.Mark {
		return false
	}
	f, _ := verbs().match(r.Tokens, i, r.at.To)
	return f == "" && (strings.HasPrefix(r.tag(i+1), "NN") || r.tag(i+1) == "JJ")
}

// opensQuote reports whether token i is the opening mark of a quotation.
func (r *reader) opensQuote(i int) bool {
	return i < len(r.Tokens) && r.QuoteOf(i) >= 0 && r.wholeQuote(r.QuoteOf(i)).From == i
}

// closesQuote reports whether token i is the closing mark of a quotation.
func (r *reader) closesQuote(i int) bool {
	return i >= 0 && r.QuoteOf(i) >= 0 && !r.Quotes[r.QuoteOf(i)].Open && r.wholeQuote(r.QuoteOf(i)).To == i+1
}
