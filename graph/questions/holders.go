package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// holdersOf returns who may stand in rows, in their order: everybody who made or
// signed a statement, or every registered group. It depends on the snapshot
// alone and is found out once.
func holdersOf(s *ledger.Snapshot, rows Rows) []holder {
	if rows == RowsGroups {
		return s.Derived(RowsGroups, func() any { return groupHolders(s) }).([]holder)
	}
	return s.Derived(RowsActors, func() any {
		var list []holder
		for _, id := range everybodyIn(s) {
			list = append(list, newHolder(s, id))
		}
		return list
	}).([]holder)
}

func newHolder(s *ledger.Snapshot, id string) holder {
	h := holder{id: id, label: s.Codebook.ActorLabel(id), code: silent}
	if code, ok := s.Columns().Actors.Code(id); ok {
		h.code = code
	}
	return h
}

// holderOf returns one actor, or one group with those who speak for it, on some
// propositions at least.
func holderOf(s *ledger.Snapshot, id string, group bool, propositions []uint32) holder {
	if !group {
		return newHolder(s, id)
	}
	all := holdersOf(s, RowsGroups)
	if i := slices.IndexFunc(all, func(h holder) bool { return h.id == id }); i >= 0 {
		return all[i]
	}
	// No registered group, and yet somebody may be heard for it: for a person who
	// has a spokesman, or for an actor that the codebook lacks.
	h := newHolder(s, id)
	h.pooled = &mentionList{}
	for _, p := range slices.Sorted(slices.Values(propositions)) { // runs are looked up by code
		for _, v := range pool(s, id, true, s.Columns().Propositions.Text(p)) {
			m := mention{at: uint32(v.at), heard: h.code | signedBit}
			if !v.signed {
				m.heard = s.Columns().ActorOf(v.at)
			}
			h.enter(p, m)
		}
	}
	return h
}

// groupHolders finds the pools of all groups in one walk over the statements.
// A group for which nobody else is ever heard needs none: its own runs are its
// pools.
func groupHolders(s *ledger.Snapshot) []holder {
	b := poolBuilder{groupRows: newGroupRows(s)}
	for _, id := range b.ids {
		b.holders = append(b.holders, newHolder(s, id))
	}
	b.findSpeakers()
	for p := range uint32(b.c.Propositions.Len()) {
		b.add(p)
	}
	for i := range b.holders {
		b.addSigned(&b.holders[i])
	}
	return b.holders
}

// poolBuilder fills in the pools of groups.
type poolBuilder struct {
	*groupRows
	holders []holder
	who     []uint32 // by run: its actor
}

// findSpeakers finds the groups for which somebody else may be heard, and gives
// them pools.
func (b *poolBuilder) findSpeakers() {
	b.who = make([]uint32, len(b.c.Runs))
	for a := range uint32(b.c.Actors.Len()) {
		b.opens(b.c.Actors.Text(a), a)
		for run, end := b.c.RunsOf(a); run < end; run++ {
			b.who[run] = a
			for i, to := b.c.Bounds(run); i < to; i++ {
				if behalf := b.c.OnBehalf[i]; behalf > 0 && behalf-1 != a {
					b.opens(b.c.Actors.Text(behalf-1), a)
				}
			}
		}
	}
}

// opens gives pools to the groups that an actor ever belongs to and to what it
// is itself, where that is not the speaker.
func (b *poolBuilder) opens(id string, speaker uint32) {
	for _, row := range b.rowsOf(id, schema.MaxDay) {
		if h := &b.holders[row]; h.code != speaker && h.pooled == nil {
			h.pooled = &mentionList{}
		}
	}
}

// add enters the statements on a proposition into the pools of all for whom
// they are heard.
func (b *poolBuilder) add(proposition uint32) {
	for _, run := range b.c.OnProposition(proposition) {
		speaker := b.who[run]
		for i, to := b.c.Bounds(int(run)); i < to; i++ {
			rows := b.on(speaker, b.c.Latest[i])
			for _, row := range rows {
				b.holders[row].enter(proposition, mention{uint32(i), speaker})
			}
			if behalf := b.c.OnBehalf[i]; behalf > 0 {
				for _, row := range b.on(behalf-1, b.c.Latest[i]) {
					if !slices.Contains(rows, row) {
						b.holders[row].enter(proposition, mention{uint32(i), speaker})
					}
				}
			}
		}
	}
}

func (h *holder) enter(proposition uint32, m mention) {
	l := h.pooled
	if l == nil {
		return // its own runs are its pools
	}
	if n := len(l.runs); n == 0 || l.runs[n-1].Proposition != proposition {
		l.runs = append(l.runs, ledger.Run{Proposition: proposition, Start: uint32(len(l.items))})
	}
	l.items = append(l.items, m)
}

// addSigned enters the joint statements that a group signed, where they are not
// heard for it anyway.
func (b *poolBuilder) addSigned(h *holder) {
	if h.pooled == nil || h.code == silent || !b.c.Signs(h.code) {
		return
	}
	made := h.pooled
	h.pooled = &mentionList{}
	signed := b.c.SignedBy(h.code)
	for p := range uint32(b.c.Propositions.Len()) {
		own := made.on(p)
		for _, m := range own {
			h.enter(p, m)
		}
		for ; len(signed) > 0 && signed[0].Proposition == p; signed = signed[1:] {
			at := signed[0].Statement
			if !slices.ContainsFunc(own, func(m mention) bool { return m.at == at }) {
				h.enter(p, mention{at, h.code | signedBit})
			}
		}
	}
}
