package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// sieve is a filter made ready to scan columns. What the filter says of a
// source, a coding or a proposition it finds out once, by asking a record that
// has it, and remembers by code. It says what Filter.matches says.
type sieve struct {
	s *ledger.Snapshot
	c *ledger.Columns
	f Filter

	asOf  schema.Day
	bound schema.Day // the last day that a counted date may mean

	open                                 bool // whoever is heard, it lets everything through
	plain                                bool // it lets everything through
	codings, sources, propositions, said memo
	least                                uint16 // MinConfidence, quantised
}

// memo is the answers found so far, by code. A nil memo is of a question that
// the filter does not ask.
type memo []answer

type answer uint8

const (
	unasked answer = iota
	passes
	fails
)

// ask returns the answer for a code, and finds it out where it is not known.
func (m memo) ask(code uint32, find func() bool) bool {
	if m[code] == unasked {
		m[code] = fails
		if find() {
			m[code] = passes
		}
	}
	return m[code] == passes
}

func newSieve(s *ledger.Snapshot, f Filter) *sieve {
	c := s.Columns()
	z := &sieve{s: s, c: c, f: f, asOf: f.asOf(s), bound: schema.MaxDay, least: ledger.Quantise(f.MinConfidence)}
	if f.Certain {
		z.bound = z.asOf
	}
	if len(f.Modes)+len(f.Statuses)+len(f.Coders) > 0 {
		z.codings = make(memo, len(c.Codings))
	}
	if len(f.Sources)+len(f.Outlets) > 0 || f.KnownBy != nil {
		z.sources = make(memo, len(c.Sources))
	}
	if len(f.Issues)+len(f.Propositions) > 0 {
		z.propositions = make(memo, c.Propositions.Len())
	}
	if len(f.Actors) > 0 {
		z.said = make(memo, c.Actors.Len())
	}
	z.open = z.codings == nil && z.sources == nil && z.propositions == nil && f.MinConfidence == 0 && f.From == nil && f.Until == nil
	z.plain = z.open && z.said == nil && len(f.Groups) == 0
	return z
}

// lets reports whether a statement on a proposition passes, whoever is heard
// in it.
func (z *sieve) lets(i int, proposition uint32) bool {
	return z.open || z.coded(i) && z.sourced(i) && z.about(i, proposition) && z.inWindow(i)
}

func (z *sieve) coded(i int) bool {
	if z.codings != nil && !z.codings.ask(z.c.Coding[i], func() bool { return z.f.matchesCoding(&z.s.Statements[i]) }) {
		return false
	}
	// Only where both round to the same can the record say more.
	return z.c.Confidence[i] > z.least || z.c.Confidence[i] == z.least && z.f.matchesConfidence(&z.s.Statements[i])
}

func (z *sieve) sourced(i int) bool {
	return z.sources == nil || z.sources.ask(z.c.Source[i], func() bool {
		st := &z.s.Statements[i]
		return z.f.matchesSource(z.s.Sources[st.Source], st)
	})
}

func (z *sieve) about(i int, proposition uint32) bool {
	if z.propositions == nil {
		return true
	}
	st := &z.s.Statements[i]
	if _, registered := z.s.Codebook.Proposition(st.Proposition); !registered {
		return z.f.matchesSubject(z.s.Codebook, st) // by the issue that each record prints
	}
	return z.propositions.ask(proposition, func() bool { return z.f.matchesSubject(z.s.Codebook, st) })
}

// anyOwn reports whether a statement that an actor made or signed on a
// proposition passes and, where that is asked, stands.
func (z *sieve) anyOwn(actor, proposition uint32, standing bool) bool {
	from, to := z.c.Find(actor, proposition)
	for i := from; i < to; i++ {
		if (!standing || z.c.Marks[i].Stands()) && z.lets(i, proposition) && z.hears(i, actor, false) {
			return true
		}
	}
	return slices.ContainsFunc(z.c.SignedOn(actor, proposition), func(one ledger.Signature) bool {
		i := int(one.Statement)
		return (!standing || one.Mark.Stands()) && z.lets(i, proposition) && z.hears(i, actor, true)
	})
}

func (z *sieve) inWindow(i int) bool {
	return (z.f.From == nil || z.c.Latest[i] >= *z.f.From) && (z.f.Until == nil || z.c.Earliest[i] <= *z.f.Until)
}

// hears reports whether the filter lets through who is heard in a statement:
// its actor, or somebody who signed it.
func (z *sieve) hears(i int, speaker uint32, signed bool) bool {
	if z.said != nil && !z.said.ask(speaker, func() bool { return listed(z.f.Actors, z.c.Actors.Text(speaker)) }) {
		return false
	}
	return len(z.f.Groups) == 0 || z.f.matchesSpeaker(z.s, voice{Statement: &z.s.Statements[i], speaker: z.c.Actors.Text(speaker), signed: signed})
}
