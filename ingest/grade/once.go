package grade

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Once keeps one statement of those in which one actor takes the same side on
// one proposition on the same date, at its clearest place: a quotation, the most
// confident, the most direct; and of equal ones the last, because news sums up
// at its head what it tells in full below. A statement that only has the article's date
// says nothing new beside one with a stated date. The order is that of the
// evidence.
func Once(statements []schema.Statement) []schema.Statement {
	ranked := slices.Clone(statements)
	slices.SortStableFunc(ranked, clearer)
	var kept []schema.Statement
	for _, s := range ranked {
		if !slices.ContainsFunc(kept, func(k schema.Statement) bool { return same(k, s) }) {
			kept = append(kept, s)
		}
	}
	slices.SortStableFunc(kept, func(a, b schema.Statement) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Actor, b.Actor), cmp.Compare(a.Proposition, b.Proposition))
	})
	return kept
}

func clearer(a, b schema.Statement) int {
	return cmp.Or(
		-cmp.Compare(stated(a), stated(b)),
		-cmp.Compare(told(a), told(b)),
		-cmp.Compare(quoted(a), quoted(b)),
		-cmp.Compare(sure(a), sure(b)),
		cmp.Compare(slices.Index(schema.Modes, a.Mode), slices.Index(schema.Modes, b.Mode)),
		-cmp.Compare(a.Start, b.Start),
	)
}

// sure is the confidence in steps of a fifth: a pronoun for the holder makes a
// passage no less clear.
func sure(s schema.Statement) int { return int(s.Confidence * 5) }

// told says whether a word takes the side, and not the topic alone: that is
// clearer than what is only asserted.
func told(s schema.Statement) int {
	if s.Act != schema.ActReport {
		return 1
	}
	return 0
}

func quoted(s schema.Statement) int {
	if s.Mode == schema.ModeQuote {
		return 1
	}
	return 0
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
