package server

import "github.com/stancegraph/stancegraph/graph/network"

// nodeNouns are the variables of a network as people call several of them.
var nodeNouns = map[string]string{
	"actor": "actors", "organization": "groups", "person": "persons", "outlet": "outlets", "proposition": "propositions", "issue": "issues",
}

func nodeNoun(variable string) string {
	if noun := nodeNouns[variable]; noun != "" {
		return noun
	}
	return "values of " + variable
}

// tieSentence says in plain words what a line of the picture means.
func tieSentence(s network.Spec) string {
	nodes, by := nodeNoun(s.Var1), nodeNoun(s.Var2)
	switch {
	case s.Network == network.TwoMode && s.Aggregation == network.Subtract:
		return "Lines lead from " + nodes + " to the " + by + " on which they take a stand, solid for and dashed against; the thicker, the more statements."
	case s.Network == network.TwoMode:
		return "Lines lead from " + nodes + " to the " + by + " that they speak of; the thicker, the more statements."
	case s.Aggregation == network.Congruence:
		return "Lines join " + nodes + " that take the same stance on the same " + by + "; the thicker, the more they agree."
	case s.Aggregation == network.Conflict:
		return "Lines join " + nodes + " that take opposite stances on the same " + by + "; the thicker, the more they disagree."
	case s.Aggregation == network.Subtract:
		return "Lines join " + nodes + " that speak of the same " + by + ", solid where they agree more than they disagree and dashed where they disagree more."
	}
	return "Lines join " + nodes + " that speak of the same " + by + ", whatever their stance; the thicker, the more often."
}
