package resolve

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// generic resolves "Norvian officials", "a spokesman for Norvia", "leaders
// from Norvia, Estia and Galt".
func (r *resolver) generic(n attribute.Nominal, hits []hit) []string {
	for _, h := range hits {
		if h.actor.Kind.IsGroup() {
			return []string{r.anonymousOf(h.actor, n)}
		}
	}
	if ids := r.owned(n); len(ids) > 0 {
		return ids
	}
	if ids := r.pair(n); len(ids) > 0 {
		return ids
	}
	if ids := r.commonGroup(r.complement(n)); len(ids) > 0 {
		return ids
	}
	return r.again(n)
}

// again is the organisation named last where "the group" and the like say no
// more: "Greenwatch sent a letter. The group wants a ban."
func (r *resolver) again(n attribute.Nominal) []string {
	if n.To-n.From != 2 || r.token(n.From).Fold != "the" || !bodies.Has(r.token(n.To-1)) || !n.Complement.Empty() || r.group == "" {
		return nil
	}
	if a, ok := r.register.codebook.Actor(r.group); ok && a.Kind == schema.KindState {
		return nil
	}
	return []string{r.group}
}

var bodies = lexis.NewWords("group organisation organization association party company union alliance federation")

// anonymousOf is the codebook's unnamed actor of a group where the phrase is
// one unnamed person ("a Norvian official"), else the group itself.
func (r *resolver) anonymousOf(group *schema.Actor, n attribute.Nominal) string {
	first := r.text.Tokens[n.From].Fold
	if n.Nature != attribute.Person || first != "a" && first != "an" && first != "one" && first != "unnamed" && first != "another" {
		return group.ID
	}
	for i := range r.register.codebook.Actors {
		a := &r.register.codebook.Actors[i]
		if a.Kind == schema.KindAnonymous && r.register.codebook.BelongsTo(a.ID, group.ID, r.day()) {
			return a.ID
		}
	}
	return group.ID
}

// complement are the actors that a general head is "of" or "from".
func (r *resolver) complement(n attribute.Nominal) []string {
	var ids []string
	if n.Complement.Empty() {
		return nil
	}
	for _, h := range r.register.find(r.text.Tokens, n.Complement.From, n.Complement.To, r.on) {
		if !slices.Contains(ids, h.actor.ID) {
			ids = append(ids, h.actor.ID)
		}
	}
	return ids
}

// commonGroup is the actor itself where there is one, and the smallest bloc
// that all of several belong to: a joint statement belongs to the group.
func (r *resolver) commonGroup(ids []string) []string {
	if len(ids) <= 1 {
		return ids
	}
	var best *schema.Actor
	members := 0
	for i := range r.register.codebook.Actors {
		bloc := &r.register.codebook.Actors[i]
		if !bloc.Kind.IsGroup() || !r.allBelong(ids, bloc.ID) {
			continue
		}
		if size := r.size(bloc.ID); best == nil || size < members {
			best, members = bloc, size
		}
	}
	if best == nil {
		return nil
	}
	return []string{best.ID}
}

func (r *resolver) allBelong(ids []string, bloc string) bool {
	for _, id := range ids {
		if id != bloc && !r.register.codebook.BelongsTo(id, bloc, r.day()) {
			return false
		}
	}
	return true
}

func (r *resolver) size(bloc string) int {
	n := 0
	for i := range r.register.codebook.Actors {
		if r.register.codebook.BelongsTo(r.register.codebook.Actors[i].ID, bloc, r.day()) {
			n++
		}
	}
	return n
}
