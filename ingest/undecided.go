package ingest

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/grade"
	"github.com/stancegraph/stancegraph/schema"
)

// lost writes the stances whose holders are not resolved, except where the same
// passage gives a sure statement on the proposition.
func (w *writer) lost(sure []schema.Statement) []schema.Statement {
	var list []grade.Candidate
	for _, r := range w.reader.Lost {
		words := w.who[r.Frame].Words
		w.who[r.Frame].Actors = []string{schema.NewActorPrefix + words}
		s := w.statements(r)[0].Statement
		w.who[r.Frame].Actors = nil
		s.Confidence, s.Reason = grade.Open, "holder "+quote(words)+" is not resolved"
		if !slices.ContainsFunc(sure, func(o schema.Statement) bool {
			return o.Proposition == s.Proposition && o.Start < s.End && s.Start < o.End
		}) {
			list = append(list, grade.Candidate{Statement: s})
		}
	}
	return grade.Once(list)
}
