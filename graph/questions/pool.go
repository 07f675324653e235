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
}

// newestFirst orders voices from the newest date to the oldest, then by ID.
func newestFirst(a, b voice) int {
	return cmp.Or(ledger.CompareDates(b.Date, a.Date), strings.Compare(a.ID, b.ID))
}

// speaksFor reports whether the speaker is a group, belongs to it or speaks
// for it on the statement's date.
func (v voice) speaksFor(cb *schema.Codebook, group string) bool {
	if v.signed {
		return v.speaker == group || belongs(cb, v.speaker, group, v.Date)
	}
	return slices.Contains(heardFor(cb, v.Statement), group)
}

// pool returns all statements that bear on where an actor or group stands on
// a proposition, whatever their status.
func pool(s *ledger.Snapshot, who string, group bool, proposition string) []voice {
	var voices []voice
	for _, st := range s.OnProposition(proposition) {
		if v, ok := hear(s.Codebook, st, who, group); ok {
			voices = append(voices, v)
		}
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

// pools returns the pools of everybody in the rows, by row and proposition, in
// one pass over the statements.
func pools(s *ledger.Snapshot, rows Rows) map[string]map[string][]voice {
	all := map[string]map[string][]voice{}
	for i := range s.Statements {
		st := &s.Statements[i]
		for _, who := range hearers(s.Codebook, st, rows) {
			v, ok := hear(s.Codebook, st, who, rows == RowsGroups)
			if !ok {
				continue
			}
			if all[who] == nil {
				all[who] = map[string][]voice{}
			}
			all[who][st.Proposition] = append(all[who][st.Proposition], v)
		}
	}
	return all
}

// hearers returns the rows whose pools a statement enters, each once.
func hearers(cb *schema.Codebook, st *schema.Statement, rows Rows) []string {
	who := []string{st.Actor}
	if rows == RowsGroups {
		who = heardFor(cb, st)
	}
	for _, signer := range st.Signatories {
		if !slices.Contains(who, signer) {
			who = append(who, signer)
		}
	}
	if rows == RowsGroups {
		who = slices.DeleteFunc(who, func(id string) bool {
			a, ok := cb.Actor(id)
			return !ok || !a.Kind.IsGroup()
		})
	}
	return who
}
