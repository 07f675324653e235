package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

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
