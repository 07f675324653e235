package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

func (r *reader) sameQuote(i, j int) bool {
	j = min(j, r.at.To-1)
	return r.QuoteOf(i) == r.QuoteOf(j)
}

// leads reports whether nothing but an opening phrase stands before token i.
func (r *reader) leads(i int) bool {
	return i == r.at.From || r.Tokens[i-1].Kind != lexis.Word || i-r.at.From <= 3
}

// listed reports whether a noun phrase goes on a list by a comma.
func (r *reader) listed(n Nominal) bool {
	return n.From > r.at.From && r.Tokens[n.From-1].Fold == ","
}

// hasVerb reports whether a frame's verb with a subject stands in between: then
// the phrase before has its verb already.
func (r *reader) hasVerb(from, to int) bool {
	for _, f := range r.frames {
		if f.Kind == Says && !f.Passive && f.Cue.From >= from && f.Cue.To <= to && len(f.Holders) > 0 {
			return true
		}
	}
	return false
}

// chain is the coordination that ends with nominal k: "Norvia, Estia and the
// Maldives".
func (r *reader) chain(k int) []Nominal {
	first := k
	for first > 0 && r.joined(first, first == k) {
		first--
	}
	return r.noms[first : k+1 : k+1]
}

// joined reports whether a nominal is coordinated with the one before it. The
// last of a list has a conjunction; commas alone part an opening phrase from
// the subject.
func (r *reader) joined(k int, last bool) bool {
	a, b := r.noms[k-1], r.noms[k]
	if a.Possessive || a.Nature == Pronoun || b.Nature == Pronoun {
		return false
	}
	conjunction := false
	gap := r.Tokens[a.To:max(a.To, b.From)]
	for i, t := range gap {
		if !coordinators.Has(t) {
			// "Norvia, and senior officials": adjectives may stand before the last.
			return i > 0 && len(gap)-i <= 2 && plain(gap[i:]) && (conjunction || !last)
		}
		conjunction = conjunction || t.Fold == "and" || t.Fold == "or" || t.Fold == "&" || t.Fold == "well"
	}
	return b.From > a.To && (conjunction || !last)
}

// capable reports whether the chain can be a subject.
func (r *reader) capable(chain []Nominal) bool {
	n := chain[0]
	if r.modifier(chain[len(chain)-1]) || chain[len(chain)-1].Possessive || accusative.Has(r.Tokens[n.From]) {
		return false
	}
	before := n.From - 1
	for before >= r.at.From && (possessives.Has(r.Tokens[before]) || determiners.Has(r.Tokens[before]) && r.Tokens[before].Fold != "that") {
		before--
	}
	return before < r.at.From || !prepositions.Has(r.Tokens[before]) || conjunctions.Has(r.Tokens[before])
}

// modifier reports whether a name with an article stands before another noun:
// "the Geneva meeting" names no speaker.
func (r *reader) modifier(n Nominal) bool {
	if n.Nature != Name || n.To >= r.at.To || r.Tokens[n.From].Fold != "the" && r.Tokens[n.From].Fold != "a" {
		return false
	}
	next := r.Tokens[n.To]
	return next.Kind == lexis.Word && !function.Has(next) && !auxiliaries.Has(next) && !adverb(next) && !strings.HasSuffix(next.Fold, "ed") && !strings.HasSuffix(next.Fold, "s") && !isName(next) && !lexis.English().Begins(next)
}

// coordinators stand between the parts of a list; conjunctions are those
// prepositions that also open a clause with its own subject.
var (
	coordinators = lexis.NewWords("and , or the as well &")
	conjunctions = lexis.NewWords("as after before since than")
)

var accusative = lexis.NewWords("him her them us me his their our my")

// maxReach bounds what may stand between a subject and its verb, in tokens.
const maxReach = 45

// reaches reports whether what stands between the phrase and the verb is a
// postmodifier.
func (r *reader) reaches(first, last Nominal, at int) bool {
	end := max(last.To, min(first.Complement.To, at))
	gap := r.Tokens[end:max(end, at)]
	if len(gap) == 0 {
		return true
	}
	if len(gap) > maxReach || r.hasVerb(end, at) {
		return false
	}
	opens := gap[0].Fold == "," || gap[0].Fold == "(" || gap[0].Fold == "—" || gap[0].Fold == "–" || gap[0].Fold == "who" || gap[0].Text == `"` || gap[0].Text == "“" || prepositions.Has(gap[0]) ||
		len(gap) > 1 && strings.HasSuffix(gap[0].Fold, "ed") && gap[1].Fold == "by" // "analysts quoted by the Herald"
	for _, t := range gap {
		if breaks.Has(t) || t.Fold == ";" || t.Fold == ":" {
			return false
		}
	}
	if gap[0].Fold == "," {
		// A comma opens a parenthesis only where another closes it.
		return gap[len(gap)-1].Fold == "," && len(gap) > 1
	}
	return opens
}

// breaks are the words that begin another clause.
var breaks = lexis.NewWords("because if while although though but whereas that when unless until whether so")
