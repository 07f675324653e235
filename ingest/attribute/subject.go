package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
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
	if to := at - 2; to > r.at.From && beForms.Has(r.Tokens[to]) {
		return r.nearest(to), false // "Norvia is to give up the ban": an order or a plan, with a subject of its own
	}
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
	for k := len(r.frames) - 1; k >= 0; k-- {
		if f := r.frames[k]; r.goesOn(f, at) && len(f.Holders) > 0 && r.sameQuote(f.Cue.From, at) {
			return f.Holders
		}
	}
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

// goesOn reports whether the verb after token at reports speech as f does, in
// the same tense: "Ann said Bob was late and urged them to wait" tells two
// things of Ann.
func (r *reader) goesOn(f Frame, at int) bool {
	return f.Kind == Says && f.Word.Class == lexis.Speech && urging.Has(r.Tokens[at]) && r.Tokens[at-1].Fold == "and" && (f.Cue.From == r.at.From || !auxiliaries.Has(r.Tokens[f.Cue.From-1]))
}

var urging = lexis.NewWords("urged demanded called asked warned insisted promised vowed pledged proposed suggested told added said announced rejected accused criticised criticized")

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
