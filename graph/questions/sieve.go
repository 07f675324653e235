package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// sieve is a filter made ready to scan columns. What the filter says of a
// source, a coding, a proposition, an actor or a year it finds out once, by
// asking a record that has it, and remembers by code. It says what
// Filter.matches says.
type sieve struct {
	s *ledger.Snapshot
	c *ledger.Columns
	f Filter

	asOf  schema.Day
	bound schema.Day // the last day that a counted date may mean

	open                                 bool // whoever is heard, it lets everything through
	plain                                bool // it lets everything through
	codings, sources, propositions, said memo
	stances                              uint8    // by coded stance, 1 where it passes
	years                                *years   // nil: all pass
	members                              *members // nil: of whatever group
	least                                uint16   // MinConfidence, quantised
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
	z := &sieve{s: s, c: c, f: f, asOf: f.AsOfIn(s), bound: schema.MaxDay, least: ledger.Quantise(f.MinConfidence)}
	if f.Certain {
		z.bound = z.asOf
	}
	not := f.Not
	if asks(f.Modes, f.Statuses, f.Coders, f.Acts, not.Modes, not.Statuses, not.Coders, not.Acts) {
		z.codings = make(memo, len(c.Codings))
	}
	if asks(f.Sources, f.Outlets, not.Sources, not.Outlets) || f.KnownBy != nil {
		z.sources = make(memo, len(c.Sources))
	}
	if asks(f.Issues, f.Propositions, not.Issues, not.Propositions) {
		z.propositions = make(memo, c.Propositions.Len())
	}
	if asks(f.Actors, not.Actors) {
		z.said = make(memo, c.Actors.Len())
	}
	for _, stance := range schema.Stances {
		z.stances |= uint8(one(f.matchesStance(stance))) << stance
	}
	if asks(f.Years, not.Years) {
		z.years = newYears(f)
	}
	if f.asksGroups() {
		z.members = newMembers(s, f)
	}
	z.open = z.codings == nil && z.sources == nil && z.propositions == nil && z.years == nil && !asks(f.Stances, not.Stances) &&
		f.MinConfidence == 0 && f.From == nil && f.Until == nil
	z.plain = z.open && z.said == nil && z.members == nil
	return z
}

func asks(lists ...[]string) bool {
	return slices.ContainsFunc(lists, func(list []string) bool { return len(list) > 0 })
}

// lets reports whether a statement on a proposition passes, whoever is heard
// in it.
func (z *sieve) lets(i int, proposition uint32) bool {
	return z.open || z.coded(i) && z.sourced(i) && z.about(i, proposition) && z.inTime(i)
}

func (z *sieve) coded(i int) bool {
	if z.stances>>(z.c.Marks[i].Stance())&1 == 0 {
		return false
	}
	if z.codings != nil && !z.codings.ask(z.c.Coding[i], func() bool { return z.f.matchesCoding(&z.s.Statements[i]) }) {
		return false
	}
	return z.confident(i)
}

// confident reports whether a statement has the confidence that is asked for.
// Only where both round to the same can the record say more than the column.
func (z *sieve) confident(i int) bool {
	return z.c.Confidence[i] > z.least || z.c.Confidence[i] == z.least && z.f.matchesConfidence(&z.s.Statements[i])
}

func (z *sieve) sourced(i int) bool {
	return z.sources == nil || z.sources.ask(z.c.Source[i], func() bool {
		st := &z.s.Statements[i]
		return z.f.matchesSource(z.s.Sources[st.Source], st)
	})
}

// about reports whether the filter lets through what a statement is about. Of a
// registered proposition that is known once its first statement is.
func (z *sieve) about(i int, proposition uint32) bool {
	if z.propositions == nil {
		return true
	}
	if known := z.propositions[proposition]; known != unasked {
		return known == passes
	}
	st := &z.s.Statements[i]
	if _, registered := z.s.Codebook.Proposition(st.Proposition); registered {
		return z.propositions.ask(proposition, func() bool { return z.f.matchesSubject(z.s.Codebook, st) })
	}
	return z.f.matchesSubject(z.s.Codebook, st) // by the issue that each record prints
}

// letsAny reports whether a statement of a pool passes, whether it stands or
// not.
func (z *sieve) letsAny(pool hearing) bool {
	for m := range pool.all() {
		if i := int(m.at); z.lets(i, pool.proposition) && z.hears(i, m.speaker(), m.signed()) {
			return true
		}
	}
	return false
}

func (z *sieve) inTime(i int) bool {
	return z.inWindow(i) && (z.years == nil || z.years.allow(z.c.Latest[i]))
}

func (z *sieve) inWindow(i int) bool {
	return (z.f.From == nil || z.c.Latest[i] >= *z.f.From) && (z.f.Until == nil || z.c.Earliest[i] <= *z.f.Until)
}

// hears reports whether the filter lets through who is heard in a statement:
// its actor, or somebody who signed it.
func (z *sieve) hears(i int, speaker uint32, signed bool) bool {
	return z.speaks(speaker) && z.speaksFor(i, speaker, signed)
}

func (z *sieve) speaks(speaker uint32) bool {
	return z.said == nil || z.said.ask(speaker, func() bool { return allowed(z.f.Actors, z.f.Not.Actors, z.c.Actors.Text(speaker)) })
}

// speaksFor asks about the groups that somebody is heard for.
func (z *sieve) speaksFor(i int, speaker uint32, signed bool) bool {
	return z.members == nil || z.members.allow(z.c, i, speaker, signed)
}
