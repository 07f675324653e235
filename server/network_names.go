package server

import "slices"

// networkNames are the pages of nodes by their labels.
type networkNames struct{ actors, propositions, issues map[string]string }

func (r *request) networkNames(l links) networkNames {
	n := networkNames{map[string]string{}, map[string]string{}, map[string]string{}}
	cb := r.snap.Codebook
	for _, id := range slices.Concat(r.snap.Actors(), r.snap.Signers()) {
		address := l.Actor(id)
		n.actors[cb.ActorLabel(id)], n.actors[cb.ActorLabel(id)+" ("+id+")"] = address, address
	}
	for _, id := range r.snap.Propositions() {
		label := cb.PropositionLabel(id)
		n.propositions[label], n.propositions[label+" ("+id+")"] = l.Proposition(id), l.Proposition(id)
	}
	for _, i := range cb.Issues {
		n.issues[i.Label] = l.Issue(i.ID)
	}
	return n
}

// address is the page of a node; "" for what has none.
func (n networkNames) address(variable, label string) string {
	switch variable {
	case "actor", "person", "organization", "on_behalf_of":
		return n.actors[label]
	case "proposition", "concept":
		return n.propositions[label]
	case "issue":
		return n.issues[label]
	}
	return ""
}
