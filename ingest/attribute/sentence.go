package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// reader analyses one sentence.
type reader struct {
	*segment.Text
	at     segment.Range // the sentence's tokens
	s      int
	noms   []Nominal
	frames []Frame // so far, of this sentence
}

func (a *Analysis) sentence(t *segment.Text, s int) {
	r := &reader{Text: t, at: t.Sentences[s].Tokens, s: s, noms: nominals(t, s)}
	found := lexis.English().Find(t.Tokens, r.at.From, r.at.To)
	r.according()
	r.perspective()
	for i := 0; i < len(found); i++ {
		f := found[i]
		switch {
		case f.Part == lexis.Operator || f.Part == lexis.Value:
			a.Marks[s] = append(a.Marks[s], f)
		default:
			j := i
			for j+1 < len(found) && found[j+1].First == f.First {
				j++
			}
			r.word(found[i : j+1])
			for _, g := range found[i : j+1] {
				if g.Part == lexis.Operator || g.Part == lexis.Value {
					a.Marks[s] = append(a.Marks[s], g)
				}
			}
			i = j
		}
	}
	r.close()
	a.Nominals = append(a.Nominals, r.noms...)
	a.Frames = append(a.Frames, r.frames...)
}

// word makes a frame of the readings of one phrase, if one of them fits.
func (r *reader) word(readings []lexis.Found) {
	if first := readings[0].First; r.Tokens[first].Capital() && first > r.at.From && r.Tokens[first-1].Kind == lexis.Word {
		return // part of a name
	}
	if nature, head := nouns()[r.Tokens[readings[0].First].Fold]; head && nature == Person {
		return // "observers" do not observe anything here
	}
	noun := r.isNoun(readings)
	for _, f := range readings {
		switch {
		case noun && f.Part == lexis.Noun:
			r.noun(f)
			return
		case !noun && f.Part == lexis.Verb && r.verb(f):
			return
		case !noun && f.Part == lexis.Adjective && r.adjective(f):
			return
		}
	}
}

// isNoun reports whether a phrase that may be a verb is a noun here: a
// determiner, possessive or preposition stands before it, adjectives aside.
func (r *reader) isNoun(readings []lexis.Found) bool {
	i := readings[0].First
	for j := i - 1; j >= r.at.From && j >= i-3; j-- {
		t := r.Tokens[j]
		switch {
		case t.Fold == "to" && j == i-1, t.Fold == "that":
			return false
		case t.Fold == "'s", determiners.Has(t), possessives.Has(t), prepositions.Has(t):
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

var (
	auxiliaries = lexis.NewWords(`is are was were be been being am 's 're 've 'd 'll has have had having do does did will would can could
		may might must shall should not n't never no longer also still now then again already always just only even ever yet
		both all once soon ca wo`)
	beForms      = lexis.NewWords("is are was were be been being am 's 're")
	copulas      = lexis.NewWords("is are was were be been being am 's 're remain remains remained seem seems seemed appear appears appeared become becomes became stay stays stayed feel feels felt look looks looked sound sounds sounded")
	prepositions = lexis.NewWords("of in on at to by with from for about against over under between among amid despite during after before since through toward towards via than as without into upon within around like including regarding concerning")
)

// adverb is a guess by form; the few words in -ly that are none do no harm.
func adverb(t lexis.Token) bool {
	return strings.HasSuffix(t.Fold, "ly") && len(t.Fold) > 4 && t.Kind == lexis.Word
}

// group is a verb with its auxiliaries and adverbs.
type group struct {
	from                 int // its first token
	be, negated, hedged  bool
	infinitive, relative bool
	coordinated, ing     bool
}

func (r *reader) group(f lexis.Found) group {
	g := group{from: f.First, ing: strings.HasSuffix(r.Tokens[f.First].Fold, "ing")}
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

// participle reports whether the word is in a form that "be" makes passive.
func (r *reader) participle(f lexis.Found) bool {
	w := r.Tokens[f.First].Fold
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || irregularParticiple.Has(r.Tokens[f.First])
}

var irregularParticiple = lexis.NewWords("said told held made put cut sent met sought found brought left lost paid understood withdrawn seen shown known thrown hit read")

// verb makes the frame of a verb; it is not one when it has no place for a
// subject, as in "the proposed plan".
func (r *reader) verb(f lexis.Found) bool {
	g := r.group(f)
	fr := Frame{Kind: Says, Sentence: r.s, Cue: segment.Range{From: f.First, To: f.Last + 1}, Word: *f.Stance, Negated: g.negated, Hedged: g.hedged, Weight: f.Weight}
	if f.Class == lexis.Deed && (g.ing || g.infinitive) && f.Sign < 0 {
		return true // "a call to halt the war" is about the halt, and no deed
	}
	if g.be && !g.ing && r.participle(f) {
		fr.Passive = true
		fr.Holders = r.agent(f.Last + 1)
		fr.Content = segment.Range{From: r.clauseStart(g.from), To: g.from}
		r.add(fr)
		return true
	}
	fr.Holders, fr.Irreal = r.subject(g)
	fr.Shared = g.infinitive || g.coordinated && !g.ing || g.ing && r.gerund(g.from)
	if len(fr.Holders) == 0 && !fr.Irreal {
		if fr.Holders = r.inverted(f); len(fr.Holders) > 0 {
			fr.Content = r.before(g.from)
			r.add(fr)
			return true
		}
	}
	fr.Content = r.content(fr, g, f)
	r.add(fr)
	return true
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
	fr.Content = r.content(fr, g, f)
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

func (r *reader) add(f Frame) { r.frames = append(r.frames, f) }
