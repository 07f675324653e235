package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// groupsOf returns every group that an actor belongs to, directly or through
// another, on the last day that a statement's date may mean: each once, nearest
// first. Of an undated statement nobody knows the day, which is then MaxDay: any
// affiliation will do.
func groupsOf(cb *schema.Codebook, actor string, on schema.Day) []string {
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

func directGroups(cb *schema.Codebook, actor string, on schema.Day) []string {
	a, ok := cb.Actor(actor)
	if !ok {
		return nil
	}
	var groups []string
	for _, f := range a.Affiliations {
		if on == schema.MaxDay || f.HoldsOn(on) {
			groups = append(groups, f.Group)
		}
	}
	return groups
}

// heardFor returns every group whose pool a statement enters: the actor's own
// name, the one it speaks for, and what these two belong to on its date.
func heardFor(cb *schema.Codebook, st *schema.Statement) []string {
	return heardBy(func(actor string, on schema.Day) []string { return groupsOf(cb, actor, on) }, st)
}

// heardBy is heardFor by what somebody knows of groups.
func heardBy(groupsOf func(actor string, on schema.Day) []string, st *schema.Statement) []string {
	groups := append([]string{st.Actor}, groupsOf(st.Actor, st.Date.Latest())...)
	if st.OnBehalfOf == "" {
		return groups
	}
	for _, g := range append([]string{st.OnBehalfOf}, groupsOf(st.OnBehalfOf, st.Date.Latest())...) {
		if !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}
