package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// belongs reports whether an actor belongs to a group, directly or through a
// group of its own, on the last day that a date may mean. Of an undated
// statement nobody knows the day: any affiliation will do.
func belongs(cb *schema.Codebook, actor, group string, on schema.Date) bool {
	return slices.Contains(groupsOf(cb, actor, on), group)
}

// groupsOf returns every group that an actor belongs to on a date, directly or
// through another, each once, nearest first.
func groupsOf(cb *schema.Codebook, actor string, on schema.Date) []string {
	var groups []string
	for next := []string{actor}; len(next) > 0; next = next[1:] {
		for _, g := range directGroups(cb, next[0], on) {
			if g != actor && !slices.Contains(groups, g) {
				groups, next = append(groups, g), append(next, g)
			}
		}
	}
	return groups
}

func directGroups(cb *schema.Codebook, actor string, on schema.Date) []string {
	a, ok := cb.Actor(actor)
	if !ok {
		return nil
	}
	var groups []string
	for _, f := range a.Affiliations {
		if on.IsZero() || f.HoldsOn(on.Latest()) {
			groups = append(groups, f.Group)
		}
	}
	return groups
}

// heardFor returns every group whose pool a statement enters: the actor's own
// name, the one it speaks for, and what these two belong to on its date.
func heardFor(cb *schema.Codebook, st *schema.Statement) []string {
	return heardBy(func(actor string, on schema.Date) []string { return groupsOf(cb, actor, on) }, st)
}

// heardBy is heardFor by what somebody knows of groups.
func heardBy(groupsOf func(actor string, on schema.Date) []string, st *schema.Statement) []string {
	groups := append([]string{st.Actor}, groupsOf(st.Actor, st.Date)...)
	if st.OnBehalfOf == "" {
		return groups
	}
	for _, g := range append([]string{st.OnBehalfOf}, groupsOf(st.OnBehalfOf, st.Date)...) {
		if !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}
