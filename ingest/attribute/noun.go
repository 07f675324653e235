package attribute

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// isNoun reports whether a phrase that may be a verb is a noun here: a
// determiner, possessive or preposition stands before it, adjectives aside.
func (r *reader) isNoun(readings []lexis.Found) bool {
	i := readings[0].First
	if strings.HasSuffix(r.Tokens[i].Fold, "ed") {
		return false // "offered to" is no offer
	}
	if next := readings[0].Last + 1; strings.HasSuffix(r.Tokens[i].Fold, "ing") && next < r.at.To && (determiners.Has(r.Tokens[next]) || possessives.Has(r.Tokens[next])) {
		return false // "accused them of wrecking the deal": a gerund has an object
	}
	for j := i - 1; j >= r.at.From && j >= i-3; j-- {
		t := r.Tokens[j]
		switch {
		case t.Fold == "to" && j == i-1, t.Fold == "that":
			return false
		case t.Fold == "'s", determiners.Has(t), possessives.Has(t), prepositions.Has(t):
			return true
		case isName(t) && j == i-1 && canBeNoun(readings) && r.namesKind(j) && !strings.HasSuffix(r.Tokens[i].Fold, "s"):
			return true
		case t.Kind != lexis.Word || t.Capital() || auxiliaries.Has(t) || function.Has(t) || pronouns.Has(t) || adverb(t):
			return j == i-1 && isName(t) && r.longerAsNoun(readings)
		}
		if _, head := nouns()[t.Fold]; head {
			return false
		}
	}
	return r.longerAsNoun(readings)
}

func canBeNoun(readings []lexis.Found) bool {
	return slices.ContainsFunc(readings, func(f lexis.Found) bool { return f.Part == lexis.Noun })
}

// namesKind reports whether an article stands before the name at j: "a Norvian
// demand" is a demand, and the verb would be "demands".
func (r *reader) namesKind(j int) bool {
	for j > r.at.From && isName(r.Tokens[j]) {
		j--
	}
	return determiners.Has(r.Tokens[j]) && !demonstrative(r.Tokens[j])
}

// longerAsNoun: "demand for" is a noun, even where nothing stands before it.
func (r *reader) longerAsNoun(readings []lexis.Found) bool {
	verb, noun := -1, -1
	for _, f := range readings {
		switch f.Part {
		case lexis.Verb:
			verb = max(verb, f.Last)
		case lexis.Noun:
			noun = max(noun, f.Last)
		}
	}
	return noun > verb
}

// noun makes the frame of a noun; its holder is a possessive or a name before
// it, adjectives aside.
func (r *reader) noun(f lexis.Found) {
	fr := Frame{Kind: Owns, Sentence: r.s, Cue: segment.Range{From: f.First, To: f.Last + 1}, Word: *f.Stance, Weight: f.Weight}
	fr.Holders = r.owner(f.First)
	fr.Content = segment.Range{From: f.Last + 1, To: r.nounEnd(f.Last + 1)}
	if n := len(r.frames); n > 0 && r.frames[n-1].Word.Class == lexis.Desire && r.frames[n-1].Kind == Says && f.First-r.frames[n-1].Cue.To <= 5 {
		fr.Irreal = true
	}
	r.add(fr)
}

func (r *reader) owner(i int) []Nominal {
	for k := len(r.noms) - 1; k >= 0; k-- {
		n := r.noms[k]
		if n.To > i || i-n.To > 4 {
			if n.To <= i {
				break
			}
			continue
		}
		gap := r.Tokens[n.To:i]
		if n.Possessive && n.Nature == Pronoun && plain(gap) || n.Possessive && len(gap) > 0 && plain(gap[1:]) || n.Nature == Name && !n.Possessive && plain(gap) && len(gap) <= 1 {
			return []Nominal{n}
		}
		break
	}
	return nil
}

// plain reports whether words are adjectives or nouns, for all their form
// tells: no function word and no mark.
func plain(tokens []lexis.Token) bool {
	for _, t := range tokens {
		if t.Kind != lexis.Word || function.Has(t) || strings.HasPrefix(t.Fold, "'") {
			return false
		}
	}
	return true
}
