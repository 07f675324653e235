package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

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
	if r.adverb(i-1) && i-1 > r.at.From {
		before = r.tag(i - 2) // "a highly anticipated vote"
	}
	if before != "DT" && before != "PRP$" && before != "POS" && before != "JJ" && before != "CD" {
		return false
	}
	return strings.HasPrefix(r.tag(i+1), "NN") || r.tag(i+1) == "JJ"
}

// nominal reports whether a token can be part of a noun phrase.
func (r *reader) nominal(i int) bool {
	switch t := r.tag(i); t {
	case "DT", "JJ", "JJR", "JJS", "CD", "PRP", "PRP$", "POS", "PDT", "EX", "WP", "$", "FW":
		return true
	default:
		return strings.HasPrefix(t, "NN") || r.Tokens[i].Fold == "&" || r.attributive(i)
	}
}
