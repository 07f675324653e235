package classify

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// local is what the words around a topic do to it, inside its clause.
type local struct {
	sign      int     // product of negations and judgements
	weight    float64 // 1, or 0.5 where hedged or conditional
	polar     bool    // whether any of them takes a side
	condition segment.Range
	must      bool // it is called necessary
	lacking   bool // nothing goes without the topic
	required  bool // the topic stands in a condition that somebody makes
	threat    bool // the frame around it threatens or warns
	judged    bool // somebody judges it good or bad
	estimate  bool // the topic is called likely or not
	ifAt      int  // where the condition begins in which it stands, or 0
	ifTo      int  // where a condition ends that stands before it, or 0
	unreal    bool // the topic stands in a condition: nothing is said of it
	words     []string
}

// reach bounds how far a negation reaches to the right, in tokens.
const reach = 6

// around composes the operators of a clause for a topic. from is the end of
// the words of the frame that governs it: what stands before belongs to it.
// threat says that the frame around it threatens or warns.
func around(t *segment.Text, marks []lexis.Found, topic Topic, clause segment.Range, from int, threat bool) local {
	l := local{sign: topic.Sign, weight: 1, threat: threat}
	l.inverted(t, topic, clause)
	lo := clause.From
	if from > lo && from <= topic.First {
		lo = from
	}
	for _, m := range marks {
		if m.First < clause.From || m.Last >= clause.To || topic.holds(m) {
			continue
		}
		l.apply(t, marks, topic, clause, lo, m)
	}
	if l.lacking {
		l.required, l.polar, l.sign = true, true, topic.Sign
	}
	return l
}

// opensWithout reports whether "without" stands near the head of a clause, before
// token i.
func opensWithout(t *segment.Text, clause segment.Range, i int) bool {
	for k := clause.From; k < i; k++ {
		if t.Tokens[k].Fold == "without" {
			return k <= clause.From+1 || t.Tokens[k-1].Fold == "that" || t.Tokens[k-1].Kind == lexis.Mark
		}
	}
	return false
}

// lacking reports whether without the topic nothing goes: another negation or
// a bad word stands in the clause ("no deal without a ban"), or the phrase opens
// it ("without a ban any deal would fail").
func lacking(t *segment.Text, marks []lexis.Found, topic Topic, clause segment.Range, m lexis.Found) bool {
	if m.Phrase == "no" && m.First <= clause.From+1 && topic.Last+2 < clause.To && t.Tokens[topic.Last+1].Fold == "," && t.Tokens[topic.Last+2].Fold == "no" {
		return true // "no ban, no deal"
	}
	if m.Phrase != "without" || m.First >= topic.First || topic.First-m.Last > reach || barred(t, m.Last+1, topic.First) {
		return false
	}
	if opens := m.First <= clause.From+1 || t.Tokens[m.First-1].Fold == "that" || t.Tokens[m.First-1].Kind == lexis.Mark; opens && hasCopula(t, topic.Last+1, clause.To) {
		return true
	}
	return slices.ContainsFunc(marks, func(o lexis.Found) bool {
		in := o.First >= clause.From && o.Last < clause.To && o.First != m.First && !topic.holds(o)
		return in && (o.Class == lexis.Not || o.Class == lexis.Judging && o.Sign < 0)
	})
}

// holds reports whether an operator is part of the cue: its direction counts
// it already.
func (t Topic) holds(m lexis.Found) bool {
	return slices.ContainsFunc(t.all, func(r segment.Range) bool { return r.Has(m.First) })
}

// apply lets one operator of the clause work on the topic. What stands before lo
// belongs to the frame that governs it.
func (l *local) apply(t *segment.Text, marks []lexis.Found, topic Topic, clause segment.Range, lo int, m lexis.Found) {
	before := m.First >= lo && m.Last < topic.First
	switch m.Class {
	case lexis.Not:
		l.negate(t, marks, topic, clause, before, m)
	case lexis.Judging, lexis.Reproach:
		if m.Class == lexis.Reproach && before && topic.First-m.Last <= 3 {
			l.judged = true // who is reproached with ignoring it is reproached for its sake
		}
		if judges(t, topic, m, lo) {
			l.judge(marks, topic, m)
		}
	case lexis.Estimate:
		if judges(t, topic, m, lo) {
			l.estimate, l.polar, l.weight = true, true, 0.5
			l.words = append(l.words, m.Phrase)
			if m.Sign < 0 != negatedBefore(marks, m) {
				l.sign = -l.sign
			}
		}
	case lexis.Must:
		l.must = l.must || m.First >= lo
		l.polar = l.polar || l.must
	case lexis.Hedge:
		if l.threat || impossible(t, m) {
			break // a warning is not weaker because the harm is only possible
		}
		if before || m.First > topic.Last && m.First-topic.Last <= 3 {
			l.weight = 0.5
			l.words = append(l.words, m.Phrase)
		}
	case lexis.Provided:
		l.provided(t, topic, clause, lo, m)
	}
}

// negate applies a negation, which stands before the topic or not.
func (l *local) negate(t *segment.Text, marks []lexis.Found, topic Topic, clause segment.Range, before bool, m lexis.Found) {
	if topic.Proposition.Accusation && m.Last < topic.inside[0].From && topic.inside[0].From < topic.First {
		return // before the accused it does not deny the act
	}
	if before && m.Phrase != "without" && opensWithout(t, clause, m.First) {
		l.unreal = true // "without a ban there will be no deal": of the deal nothing is said
	}
	if lacking(t, marks, topic, clause, m) {
		l.lacking = true
		l.words = append(l.words, m.Phrase)
		return
	}
	if judgedNext(marks, m) {
		return // the negation belongs to the judgement: "is not acceptable"
	}
	if before && topic.First-m.Last <= reach && !barred(t, m.Last+1, topic.First) || predicateNot(t, topic, m) {
		l.flip(m)
	}
}

// judge applies a judgement on the topic.
func (l *local) judge(marks []lexis.Found, topic Topic, m lexis.Found) {
	l.polar = true
	l.words = append(l.words, m.Phrase)
	if topic.Proposition.Accusation {
		return // to call it bad is to say that it was done
	}
	if !l.judged && m.Sign < 0 != negatedBefore(marks, m) {
		l.sign = -l.sign
	}
	l.judged = true // a second judgement repeats the first: "tantamount to ignoring"
}

// act is what the clause itself does: what must be is demanded.
func (l *local) act() schema.Act {
	if l.must {
		return schema.ActDemand
	}
	return schema.ActReport
}

func (l *local) flip(m lexis.Found) {
	l.sign, l.polar = -l.sign, true
	l.words = append(l.words, m.Phrase)
}

func comma(t *segment.Text, from, to int) bool { return commaAt(t, from, to) < to }

func commaAt(t *segment.Text, from, to int) int {
	for i := from; i < to; i++ {
		if t.Tokens[i].Fold == "," {
			return i
		}
	}
	return to
}

// barred reports whether a mark ends the reach of a negation.
func barred(t *segment.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if w := t.Tokens[i].Fold; w == "," || w == ":" || w == "—" || w == "–" || w == "that" || w == "if" || w == "unless" || w == "because" {
			return true
		}
	}
	return false
}

var copula = lexis.NewWords("is are was were be been being 's 're remain remains remained seem seems will would can ca could should must may might have has does do did")

// predicateNot: "the ban will not come" — a negation right after an auxiliary
// that follows the topic.
func predicateNot(t *segment.Text, topic Topic, m lexis.Found) bool {
	if m.First <= topic.Last || m.First-topic.Last > 5 || m.Phrase != "not" && m.Phrase != "n't" && m.Phrase != "never" && m.Phrase != "cannot" {
		return false
	}
	if barred(t, topic.Last+1, m.First) {
		return false
	}
	return m.Phrase == "cannot" || copula.Has(t.Tokens[m.First-1])
}
