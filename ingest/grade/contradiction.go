package grade

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Contradictions parts statements that read one passage with both signs from
// the others: the rules cannot decide between them, and a person has to.
func Contradictions(statements []schema.Statement) (sure, open []schema.Statement) {
	for _, s := range statements {
		if slices.ContainsFunc(statements, func(o schema.Statement) bool { return contradicts(s, o) }) {
			s.Reason, s.Confidence = "the passage was read with both signs", Open
			open = append(open, s)
			continue
		}
		sure = append(sure, s)
	}
	return sure, open
}

func contradicts(a, b schema.Statement) bool {
	return a.Actor == b.Actor && a.Proposition == b.Proposition && a.Start == b.Start && a.End == b.End &&
		a.Stance.Sign()*b.Stance.Sign() < 0
}
