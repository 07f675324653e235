package questions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// voice is a statement in the pool of an actor or group.
type voice struct {
	*schema.Statement
	speaker string // who is heard in it: its actor, or whose pool it is where that one signed
	signed  bool   // a joint statement of another, signed by whose pool it is
	at      int    // its place in the ledger, where that is known
}

// newestFirst orders voices from the newest date to the oldest, then by ID.
func newestFirst(a, b voice) int {
	return cmp.Or(ledger.CompareDates(b.Date, a.Date), strings.Compare(a.ID, b.ID))
}

// groups are those that the speaker is, belongs to or speaks for on the
// statement's date.
func (v voice) groups(cb *schema.Codebook) []string {
	if v.signed {
		return append([]string{v.speaker}, groupsOf(cb, v.speaker, v.Date.Latest())...)
	}
	return heardFor(cb, v.Statement)
}

// standing is that of the statement, found by its place where that is known.
func (v voice) standing(s *ledger.Snapshot) ledger.Standing {
	if v.at < len(s.Statements) && &s.Statements[v.at] == v.Statement {
		return s.Columns().Marks[v.at].Standing()
	}
	return s.Standing(v.Statement)
}

// pool returns all statements that bear on where an actor or group stands on
// a proposition, whatever their status.
func pool(s *ledger.Snapshot, who string, group bool, proposition string) []voice {
	c := s.Columns()
	p, ok := c.Propositions.Code(proposition)
	if !ok {
		return nil
	}
	if !group {
		return ownPool(s, who, p)
	}
	var voices []voice
	for _, run := range c.OnProposition(p) {
		from, to := c.Bounds(int(run))
		for i := from; i < to; i++ {
			if v, ok := hear(s.Codebook, &s.Statements[i], who, true); ok {
				v.at = i
				voices = append(voices, v)
			}
		}
	}
	return voices
}

// ownPool is what an actor made and signed on a proposition, in the order of
// the ledger.
func ownPool(s *ledger.Snapshot, who string, proposition uint32) []voice {
	c := s.Columns()
	a, ok := c.Actors.Code(who)
	if !ok {
		return nil
	}
	from, to := c.Find(a, proposition)
	signed := c.SignedOn(a, proposition)
	voices := make([]voice, 0, to-from+len(signed))
	for i := from; i < to; i++ {
		voices = append(voices, voice{&s.Statements[i], who, false, i})
	}
	for _, one := range signed {
		voices = append(voices, voice{&s.Statements[one.Statement], who, true, int(one.Statement)})
	}
	if len(signed) > 0 {
		slices.SortFunc(voices, func(a, b voice) int { return a.at - b.at })
	}
	return voices
}

// hear returns what a statement is in the pool of an actor or group, if it is
// in it at all.
func hear(cb *schema.Codebook, st *schema.Statement, who string, group bool) (voice, bool) {
	switch {
	case st.Actor == who || group && slices.Contains(heardFor(cb, st), who):
		return voice{Statement: st, speaker: st.Actor}, true
	case slices.Contains(st.Signatories, who):
		return voice{Statement: st, speaker: who, signed: true}, true
	}
	return voice{}, false
}
