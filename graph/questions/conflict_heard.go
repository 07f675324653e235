package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// heard is a statement with everybody who is heard in it and passes the filter.
type heard struct {
	*schema.Statement
	own     bool     // its actor is heard, not only a signatory
	parties []string // its actor, then its signatories
	groups  []string // that the actor is heard for
}

// heardOn divides the counted statements on a proposition by sign. Those that
// are undecided contradict nobody.
func heardOn(s *ledger.Snapshot, f Filter, proposition uint32) (support, oppose []heard, relayed int) {
	f.MinStatements = 0 // it is about positions
	var pool []voice
	for _, at := range placesOn(s, f, proposition) {
		pool = append(pool, voicesIn(at, &s.Statements[at])...)
	}
	v := judge(s, f, pool)
	for _, h := range gather(s, f, v.counted) {
		switch h.Stance.Sign() {
		case 1:
			support = append(support, h)
		case -1:
			oppose = append(oppose, h)
		}
	}
	return support, oppose, len(gather(s, f, v.relayed()))
}

// placesOn are the statements on a proposition, in the order of the ledger;
// where the filter asks for actors, those that they made or signed.
func placesOn(s *ledger.Snapshot, f Filter, proposition uint32) []int {
	c := s.Columns()
	var list []int
	stretch := func(from, to int) {
		for at := from; at < to; at++ {
			list = append(list, at)
		}
	}
	if len(f.Actors) == 0 {
		for _, run := range c.OnProposition(proposition) {
			stretch(c.Bounds(int(run)))
		}
		return list
	}
	for _, id := range f.Actors {
		if a, ok := c.Actors.Code(id); ok {
			stretch(c.Find(a, proposition))
			for _, one := range c.SignedOn(a, proposition) {
				list = append(list, int(one.Statement))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// voicesIn are all who are heard in a statement, each once.
func voicesIn(at int, st *schema.Statement) []voice {
	voices := []voice{{Statement: st, speaker: st.Actor, at: at}}
	for _, signer := range st.Signatories {
		if !slices.ContainsFunc(voices, func(v voice) bool { return v.speaker == signer }) {
			voices = append(voices, voice{Statement: st, speaker: signer, signed: true, at: at})
		}
	}
	return voices
}

// gather joins the voices of each statement, which stand side by side.
func gather(s *ledger.Snapshot, f Filter, voices []voice) []heard {
	var list []heard
	for _, v := range voices {
		if len(list) == 0 || list[len(list)-1].Statement != v.Statement {
			list = append(list, heard{Statement: v.Statement})
		}
		h := &list[len(list)-1]
		h.parties = append(h.parties, v.speaker)
		if !v.signed {
			h.own = true
			h.groups = slices.DeleteFunc(heardFor(s.Codebook, v.Statement), func(g string) bool { return !allowed(f.Groups, f.Not.Groups, g) })
		}
	}
	return list
}
