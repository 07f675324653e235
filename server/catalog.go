package server

import (
	"cmp"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// catalogIssue is an issue with its propositions, in the order of the codebook.
// What only statements name comes last, so that every statement has a place.
type catalogIssue struct {
	schema.Issue
	Registered bool
	Props      []catalogProposition
}

type catalogProposition struct {
	schema.Proposition
	Registered bool
	Statements int
}

// Statements is how many statements are on the issue.
func (i catalogIssue) Statements() int {
	n := 0
	for _, p := range i.Props {
		n += p.Statements
	}
	return n
}

// mostSaid are so many propositions at most, in their order: all, or those with
// most statements.
func (i catalogIssue) mostSaid(n int) []catalogProposition {
	if len(i.Props) <= n {
		return i.Props
	}
	places := make([]int, len(i.Props))
	for at := range places {
		places[at] = at
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(i.Props[b].Statements, i.Props[a].Statements) })
	list := make([]catalogProposition, 0, n)
	for _, at := range slices.Sorted(slices.Values(places[:n])) {
		list = append(list, i.Props[at])
	}
	return list
}

// catalog lists every issue and proposition of the codebook and of the
// statements. It is made once for a snapshot, and nobody may change it.
func catalog(s *ledger.Snapshot) []catalogIssue {
	return s.Derived(catalogKey{}, func() any { return catalogOf(s) }).([]catalogIssue)
}

type catalogKey struct{}

func catalogOf(s *ledger.Snapshot) []catalogIssue {
	var list []catalogIssue
	for _, i := range s.Codebook.Issues {
		issue := catalogIssue{Issue: i, Registered: true}
		for _, p := range s.Codebook.OnIssue(i.ID) {
			issue.Props = append(issue.Props, catalogProposition{*p, true, s.CountOnProposition(p.ID)})
		}
		list = append(list, issue)
	}
	return addUnregistered(s, list)
}

func addUnregistered(s *ledger.Snapshot, list []catalogIssue) []catalogIssue {
	for _, id := range s.Propositions() {
		if _, known := s.Codebook.Proposition(id); known {
			continue
		}
		on := s.OnProposition(id)
		issue := on[0].Issue
		at := slices.IndexFunc(list, func(i catalogIssue) bool { return i.ID == issue })
		if at < 0 {
			at, list = len(list), append(list, catalogIssue{Issue: schema.Issue{ID: issue, Label: issue, Short: issue}})
		}
		p := schema.Proposition{ID: id, Label: id, Short: id, Issues: []string{issue}}
		list[at].Props = append(list[at].Props, catalogProposition{p, false, len(on)})
	}
	return list
}

// keysOf are the keys of a map, sorted: maps are never ranged into output.
func keysOf[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
