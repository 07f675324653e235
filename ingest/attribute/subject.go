package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// subject finds who a verb group is about, by its place: a noun phrase before
// it that is no object of a preposition; or the subject of the verb that it is
// joined to. irreal says that the one verb only wants the other of somebody.
func (r *reader) subject(g group) (holders []Nominal, irreal bool) {
	switch {
	case g.infinitive:
		return r.governor(g.from)
	case g.coordinated:
		if h := r.across(g.from); len(h) > 0 {
			return h, false
		}
		return r.inherited(g.from), false
	case g.relative:
		return r.antecedent(g.from), false
	}
	if h := r.nearest(g.from); len(h) > 0 {
		return h, false
	}
	if g.ing && !g.be {
		return r.inherited(g.from), false
	}
	return nil, false
}

// governor is the holder of the verb that an infinitive hangs on ("refuses to
// accept"); with somebody in between ("urged Bob to accept") the infinitive is
// wanted of him.
func (r *reader) governor(at int) ([]Nominal, bool) {
	n := len(r.frames)
	if n == 0 {
		return r.first(at), false
	}
	f := r.frames[n-1]
	for _, nom := range r.noms {
		if nom.From >= f.Cue.To && nom.To <= at && f.Word.Class == lexis.Desire {
			return nil, true
		}
	}
	return f.Holders, f.Irreal
}

// inherited is the subject of the verb before, or the first subject of the
// sentence: participles and coordinated verbs share it.
func (r *reader) inherited(at int) []Nominal {
	subject := r.withAuxiliary(at)
	for k := len(r.frames) - 1; k >= 0; k-- {
		f := r.frames[k]
		if f.Kind == Says && !f.Passive && !f.Irreal && len(f.Holders) > 0 && f.Cue.To <= at && r.sameQuote(f.Cue.From, at) {
			if len(subject) > 0 && subject[0].From > f.Cue.From {
				return subject
			}
			return f.Holders
		}
	}
	if len(subject) > 0 {
		return subject
	}
	return r.first(at)
}

// withAuxiliary is the last noun phrase that an auxiliary follows: the subject
// of a verb that is not in the lexicon ("Ann has returned to demanding").
func (r *reader) withAuxiliary(at int) []Nominal {
	for k := len(r.noms) - 1; k >= 0; k-- {
		n := r.noms[k]
		if n.To >= at || !auxiliaries.Has(r.Tokens[n.To]) {
			continue
		}
		if chain := r.chain(k); r.capable(chain) && r.sameQuote(n.From, at) {
			return chain
		}
	}
	return nil
}

func (r *reader) sameQuote(i, j int) bool {
	j = min(j, r.at.To-1)
	return r.QuoteOf(i) == r.QuoteOf(j)
}

// first is the first noun phrase of the sentence that can be a subject.
func (r *reader) first(at int) []Nominal {
	opening := r.openingEnd()
	for k := range r.noms {
		if r.noms[k].To > at {
			break
		}
		if at > opening && r.noms[k].From < opening {
			continue
		}
		if chain := r.chain(k); r.capable(chain) && r.sameQuote(chain[0].From, at) && r.leads(chain[0].From) {
			return chain
		}
	}
	return nil
}

// leads reports whether nothing but an opening phrase stands before token i.
func (r *reader) leads(i int) bool {
	return i == r.at.From || r.Tokens[i-1].Kind == lexis.Mark || i-r.at.From <= 3
}

// nearest is the noun phrase right before the verb group, or before what
// follows a noun phrase in commas, brackets or after a preposition.
func (r *reader) nearest(at int) []Nominal {
	for k := len(r.noms) - 1; k >= 0; k-- {
		if r.noms[k].To > at {
			continue
		}
		chain := r.chain(k)
		if r.capable(chain) && r.reaches(chain[0], r.noms[k], at) {
			return chain
		}
		for k > 0 && r.noms[k-1].From >= chain[0].From {
			k--
		}
	}
	return nil
}

// across is like nearest for a verb after a comma: "The statement, signed by
// Ann, said".
func (r *reader) across(at int) []Nominal {
	if r.Tokens[at-1].Fold != "," || r.hasVerb(r.at.From, at) {
		return nil // a verb before it has the subject: what stands here is its object
	}
	for k := len(r.noms) - 1; k >= 0; k-- {
		n := r.noms[k]
		if n.To > at-1 || n.Possessive {
			continue
		}
		if chain := r.chain(k); r.capable(chain) && !r.listed(chain[0]) && n.To < at-1 && (r.Tokens[n.To].Fold == "," || r.Tokens[n.To].Fold == "–") && !r.hasVerb(n.To, at) {
			return chain
		}
	}
	return nil
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
	opens := gap[0].Fold == "," || gap[0].Fold == "(" || gap[0].Fold == "—" || gap[0].Fold == "–" || gap[0].Fold == "who" || gap[0].Text == `"` || gap[0].Text == "“" || prepositions.Has(gap[0])
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
