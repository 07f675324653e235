package questions

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// CellRef names a cell: who, and a proposition or, where that is empty, all
// propositions of an issue.
type CellRef struct {
	Actor       string
	Group       bool
	Issue       string
	Proposition string
}

// Witness is one statement behind a cell, or one that was left out of it.
type Witness struct {
	Statement   *schema.Statement
	Source      *schema.Source // nil where only a citation of it is known
	Counted     bool
	Reason      Reason // why it is not counted
	Deciding    bool   // it decides the position on its proposition
	AsSignatory bool   // a joint statement that the cell's actor signed
	Possible    bool   // it may be later than the as-of date
}

// Evidence returns all statements of a cell: the counted ones, newest first,
// then those left out, newest first, with their reasons.
//
// Errors are of kind usage for a bad filter, not-found for an actor, issue or
// proposition that does not exist.
func Evidence(s *ledger.Snapshot, f Filter, ref CellRef) ([]Witness, error) {
	if err := ref.check(s, f); err != nil {
		return nil, err
	}
	columns := []Column{{ID: ref.Proposition}}
	if ref.Proposition == "" {
		columns = propositionColumns(s, ref.Issue)
	}
	witnesses := []Witness{}
	for _, c := range columns {
		witnesses = append(witnesses, witnessesOf(s, f, ref, c.ID)...)
	}
	slices.SortFunc(witnesses, compareWitnesses)
	return witnesses, nil
}

func (ref CellRef) check(s *ledger.Snapshot, f Filter) error {
	if err := f.Check(); err != nil {
		return err
	}
	if err := known("actor", ref.Actor, actorNames(s)); err != nil {
		return err
	}
	if ref.Proposition != "" {
		return known("proposition", ref.Proposition, propositionNames(s))
	}
	return known("issue", ref.Issue, issueNames(s))
}

func witnessesOf(s *ledger.Snapshot, f Filter, ref CellRef, proposition string) []Witness {
	v := judge(s, f, pool(s, ref.Actor, ref.Group, proposition))
	slices.SortFunc(v.counted, newestFirst)
	deciding, _ := f.decidingOf(s, v.counted)
	var list []Witness
	for _, one := range v.counted {
		w := witness(s, f, one)
		w.Counted, w.Deciding = true, slices.ContainsFunc(deciding, func(d voice) bool { return d.Statement == one.Statement })
		list = append(list, w)
	}
	for _, one := range v.leftOut {
		w := witness(s, f, one.voice)
		w.Reason = one.reason
		list = append(list, w)
	}
	return list
}

func witness(s *ledger.Snapshot, f Filter, v voice) Witness {
	asOf := f.asOf(s)
	return Witness{Statement: v.Statement, Source: s.Sources[v.Source], AsSignatory: v.signed,
		Possible: v.Date.Earliest() <= asOf && v.Date.Latest() > asOf}
}

func compareWitnesses(a, b Witness) int {
	switch {
	case a.Counted && !b.Counted:
		return -1
	case b.Counted && !a.Counted:
		return 1
	}
	if c := ledger.CompareDates(b.Statement.Date, a.Statement.Date); c != 0 {
		return c
	}
	return strings.Compare(a.Statement.ID, b.Statement.ID)
}
