package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// groupPools returns the pools of all registered groups on some propositions,
// by row and proposition, in one pass over their statements.
func groupPools(s *ledger.Snapshot, propositions []string) map[string]map[string][]voice {
	all := map[string]map[string][]voice{}
	add := func(who string, v voice) {
		if a, ok := s.Codebook.Actor(who); !ok || !a.Kind.IsGroup() {
			return
		}
		if all[who] == nil {
			all[who] = map[string][]voice{}
		}
		all[who][v.Proposition] = append(all[who][v.Proposition], v)
	}
	k := newKin(s.Codebook)
	c := s.Columns()
	for _, id := range propositions {
		p, ok := c.Propositions.Code(id)
		if !ok {
			continue
		}
		for _, run := range c.OnProposition(p) {
			from, to := c.Bounds(int(run))
			for i := from; i < to; i++ {
				eachHearer(k, &s.Statements[i], func(who string, v voice) { v.at = i; add(who, v) })
			}
		}
	}
	return all
}

// eachHearer calls with everybody whose pool a statement enters, each once, and
// with what it is in it. It says what hear says of rows of groups.
func eachHearer(k *kin, st *schema.Statement, call func(who string, v voice)) {
	made := heardBy(k.groupsOf, st)
	for _, who := range made {
		call(who, voice{Statement: st, speaker: st.Actor})
	}
	for i, signer := range st.Signatories {
		if !slices.Contains(made, signer) && !slices.Contains(st.Signatories[:i], signer) {
			call(signer, voice{Statement: st, speaker: signer, signed: true})
		}
	}
}

// kin remembers whom actors belong to, for questions about many statements.
type kin struct {
	cb      *schema.Codebook
	changes map[string]bool // whether an actor's groups depend on the day
	groups  map[belonging][]string
}

type belonging struct {
	actor string
	day   schema.Day // the last that a date may mean; 0 for whose groups are the same on all
}

func newKin(cb *schema.Codebook) *kin {
	return &kin{cb, map[string]bool{}, map[belonging][]string{}}
}

// groupsOf is the function of this name, remembered. The answer is shared: it
// must not be appended to.
func (k *kin) groupsOf(actor string, on schema.Day) []string {
	key := belonging{actor, 0}
	if k.changing(actor) {
		key.day = on
	}
	groups, ok := k.groups[key]
	if !ok {
		groups = slices.Clip(groupsOf(k.cb, actor, on))
		k.groups[key] = groups
	}
	return groups
}

// changing reports whether an affiliation of an actor, or of a group that it
// ever belongs to, has a first or a last day.
func (k *kin) changing(actor string) bool {
	if changes, ok := k.changes[actor]; ok {
		return changes
	}
	changes := false
	for _, id := range append(groupsOf(k.cb, actor, schema.MaxDay), actor) {
		if a, ok := k.cb.Actor(id); ok {
			changes = changes || slices.ContainsFunc(a.Affiliations, func(f schema.Affiliation) bool { return f.From != schema.MinDay || f.Until != schema.MaxDay })
		}
	}
	k.changes[actor] = changes
	return changes
}
