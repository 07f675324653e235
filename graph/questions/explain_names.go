package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// unresolved finds the actors on the proposition that are not in the codebook
// and whose name is near to one of the asked actor's.
func unresolved(s *ledger.Snapshot, ref CellRef) []Unresolved {
	names := []string{s.Codebook.ActorLabel(ref.Actor)}
	if a, ok := s.Codebook.Actor(ref.Actor); ok {
		names = append(names, a.Aliases...)
	}
	n := map[string]int{}
	for _, st := range s.OnProposition(ref.Proposition) {
		if isNew(s, st.Actor) && st.Actor != ref.Actor {
			n[st.Actor]++
		}
	}
	list := []Unresolved{}
	for _, actor := range slices.Sorted(maps.Keys(n)) {
		if len(schema.Near(s.Codebook.ActorLabel(actor), slices.Values(names))) > 0 {
			list = append(list, Unresolved{actor, n[actor]})
		}
	}
	return list
}

func isNew(s *ledger.Snapshot, actor string) bool {
	_, registered := s.Codebook.Actor(actor)
	return !registered
}

// FindCell reads the name of a cell: an actor, and a proposition or else an
// issue, each by ID or label. Without rows, an actor that can have members is
// taken with those who speak for it.
//
// Errors are of kind usage and name what lies near.
func FindCell(s *ledger.Snapshot, actor, subject string, rows Rows) (CellRef, error) {
	r := &reader{s: s, name: "actor"}
	ref := CellRef{Actor: r.actor(actor), Group: rows == RowsGroups}
	if a, ok := s.Codebook.Actor(ref.Actor); ok && rows == "" {
		ref.Group = a.Kind.IsGroup()
	}
	if rows != "" {
		r.name = "rows"
		r.choice([]string{string(rows)}, []string{string(RowsGroups), string(RowsActors)})
	}
	propositions, issues := propositionNames(s), issueNames(s)
	try := &reader{s: s}
	if id := try.find("proposition", subject, propositions); len(try.problems) == 0 {
		ref.Proposition = id
		return ref, r.err()
	}
	r.name = "proposition or issue"
	maps.Copy(propositions, issues) // for what lies near
	if _, err := byLabel(subject, issues); err == nil || issues[subject] != "" {
		ref.Issue = r.find("issue", subject, issues)
		return ref, r.err()
	}
	r.find("proposition or issue", subject, propositions)
	return ref, r.err()
}
