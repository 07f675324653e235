package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// group is a verb with its auxiliaries and adverbs.
type group struct {
	from                 int // its first token
	be, negated, hedged  bool
	infinitive, relative bool
	coordinated, ing     bool
}

func (r *reader) group(f lexis.Found) group {
	g := group{from: f.First, ing: strings.HasSuffix(r.Tokens[f.First].Fold, "ing")}
	if q := r.QuoteOf(f.First); q >= 0 && r.Quotes[q].Tokens.From == f.First && f.First-1 > r.at.From && r.Quotes[q].Tokens.To-f.First <= maxScare {
		g.from-- // a verb held at arm's length: he had "hinted" at it
	}
	for g.from > r.at.From {
		t := r.Tokens[g.from-1]
		if !auxiliaries.Has(t) && !adverb(t) {
			break
		}
		g.be = g.be || beForms.Has(t)
		g.negated = g.negated || t.Fold == "not" || t.Fold == "n't" || t.Fold == "never" || t.Fold == "no"
		g.hedged = g.hedged || t.Fold == "may" || t.Fold == "might" || t.Fold == "could"
		g.from--
	}
	if g.from > r.at.From {
		before := r.Tokens[g.from-1]
		g.infinitive = before.Fold == "to" && !g.ing
		g.relative = before.Fold == "who" || before.Fold == "which" || before.Fold == "that"
		g.coordinated = before.Fold == "and" || before.Fold == "or" || before.Fold == "but" || before.Fold == "then" || before.Fold == ","
	}
	return g
}

// maxScare bounds a quotation that is only a word held at arm's length, in
// tokens.
const maxScare = 2

// participle reports whether the word is in a form that "be" makes passive.
func (r *reader) participle(f lexis.Found) bool {
	w := r.Tokens[f.First].Fold
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || irregularParticiple.Has(r.Tokens[f.First])
}

var irregularParticiple = lexis.NewWords("said told held made put cut sent met sought found brought left lost paid understood withdrawn seen shown known thrown hit read")

// verb makes the frame of a verb.
func (r *reader) verb(f lexis.Found) {
	g := r.group(f)
	if that := lexis.English().WithThat(*f.Stance); r.thatClause(f.Last + 1) {
		f.Stance = &that // "reiterated on Monday in Oslo that"
	}
	fr := Frame{Kind: Says, Sentence: r.s, Cue: segment.Range{From: f.First, To: f.Last + 1}, Word: *f.Stance, Negated: g.negated, Hedged: g.hedged, Weight: f.Weight}
	if f.Class == lexis.Deed && (g.ing || g.infinitive) && f.Sign < 0 {
		return // "a call to halt the war" is about the halt, and no deed
	}
	if g.be && !g.ing && r.participle(f) {
		fr.Passive = true
		fr.Holders = r.agent(f.Last + 1)
		fr.Content = segment.Range{From: r.clauseStart(g.from), To: g.from}
		r.add(fr)
		return
	}
	fr.Holders, fr.Irreal = r.subject(g)
	fr.Shared = g.infinitive || g.coordinated && !g.ing || g.ing && r.gerund(g.from)
	if len(fr.Holders) == 0 && !fr.Irreal {
		if fr.Holders = r.inverted(f); len(fr.Holders) > 0 {
			fr.Content = r.before(g.from)
			r.add(fr)
			return
		}
	}
	fr.Content = r.content(fr, f)
	r.add(fr)
}

// gerund reports whether a form in -ing is what another word governs ("stop
// fighting", "without offering") and no predicate of its own ("Ann, offering").
func (r *reader) gerund(from int) bool {
	if from == r.at.From {
		return true
	}
	before := r.Tokens[from-1]
	for _, n := range r.noms {
		if n.To == from {
			return false
		}
	}
	return before.Kind == lexis.Word && before.Fold != "and" && before.Fold != "while"
}

func (r *reader) adjective(f lexis.Found) bool {
	g := r.group(f)
	if !g.be && !(g.from > r.at.From && copulas.Has(r.Tokens[g.from-1])) && !r.afterCopula(f.First) {
		return false
	}
	for g.from > r.at.From && (copulas.Has(r.Tokens[g.from-1]) || auxiliaries.Has(r.Tokens[g.from-1]) || adverb(r.Tokens[g.from-1])) {
		g.negated = g.negated || r.Tokens[g.from-1].Fold == "not" || r.Tokens[g.from-1].Fold == "n't"
		g.from--
	}
	if g.from > r.at.From {
		g.relative = r.Tokens[g.from-1].Fold == "who"
	}
	fr := Frame{Kind: Says, Sentence: r.s, Cue: segment.Range{From: f.First, To: f.Last + 1}, Word: *f.Stance, Negated: g.negated, Hedged: g.hedged, Weight: f.Weight}
	fr.Holders, fr.Irreal = r.subject(g)
	fr.Content = r.content(fr, f)
	r.add(fr)
	return true
}

func (r *reader) afterCopula(i int) bool {
	for j := i - 1; j >= r.at.From && j >= i-3; j-- {
		if copulas.Has(r.Tokens[j]) {
			return true
		}
	}
	return false
}
