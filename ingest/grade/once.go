package grade

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Candidate is a statement with the clarity of its passage.
type Candidate struct {
	schema.Statement
	Clarity int
}

// Once keeps one statement of those in which one actor takes the same side on
// one proposition on the same date, at its clearest place: the one with a date of
// its own, then the fullest report, then the most direct; and of equal ones
// the last, because news sums up at its head what it tells in full below. A
// statement that only has the article's date says nothing new beside one with a
// stated date. The order is that of the evidence.
func Once(candidates []Candidate) []schema.Statement {
	ranked := slices.Clone(candidates)
	slices.SortStableFunc(ranked, clearer)
	var kept []schema.Statement
	for _, c := range ranked {
		if !slices.ContainsFunc(kept, func(k schema.Statement) bool { return same(k, c.Statement) }) {
			kept = append(kept, c.Statement)
		}
	}
	slices.SortStableFunc(kept, func(a, b schema.Statement) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Proposition, b.Proposition))
	})
	return kept
}

func clearer(a, b Candidate) int {
	return cmp.Or(
		-cmp.Compare(stated(a.Statement), stated(b.Statement)),
		-cmp.Compare(a.Clarity, b.Clarity),
		cmp.Compare(slices.Index(schema.Modes, a.Mode), slices.Index(schema.Modes, b.Mode)),
		-cmp.Compare(a.Start, b.Start),
	)
}

func stated(s schema.Statement) int {
	if !vague(s) {
		return 1
	}
	return 0
}

func same(k, s schema.Statement) bool {
	return k.Actor == s.Actor && k.Proposition == s.Proposition && k.Stance.Sign() == s.Stance.Sign() &&
		(vague(s) || vague(k) || k.Date.String() == s.Date.String())
}

// vague reports whether a statement has no time of its own: the article's date,
// or some time before a day.
func vague(s schema.Statement) bool {
	return s.DateBasis == schema.DateArticle || !s.Date.IsZero() && s.Date.Earliest() == schema.MinDay
}
