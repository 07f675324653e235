package questions

import (
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
	Contradicts bool   // it counts, and supports what is rejected or opposes what is held
	AsSignatory bool   // a joint statement that the cell's actor signed
	Possible    bool   // it may be later than the as-of date
}

// EvidenceList is a page of the statements of a cell, and what all of them come
// to.
type EvidenceList struct {
	Witnesses []Witness
	Counted   int // of all pages
	Total     int // statements of all pages
	Page      int // from 1
	Limit     int // of a page; 0 is all on one
	Pages     int

	Positions []Position // on the proposition, or on those of the issue that have a statement in the cell, in the order of the codebook
	Days      []DayCount // the latest days of the statements that are dated and not rejected
}

// Evidence returns all statements of a cell: the counted ones that contradict
// the position on their proposition, then the others that count, then those left
// out, with their reasons; each the newest first. A mixed position has no side
// that could be contradicted.
//
// Errors are of kind usage for a bad filter, not-found for an actor, issue or
// proposition that does not exist.
func Evidence(s *ledger.Snapshot, f Filter, ref CellRef) ([]Witness, error) {
	list, err := EvidencePage(s, f, ref, 1, 0)
	return list.Witnesses, err
}

// EvidencePage is Evidence by pages of so many statements, the first of which is
// page 1: only these are looked up. Errors are those of Evidence, and of kind
// usage for a page or a limit below 0. A page past the last is the last.
func EvidencePage(s *ledger.Snapshot, f Filter, ref CellRef, page, limit int) (EvidenceList, error) {
	list := EvidenceList{Witnesses: []Witness{}, Page: max(1, page), Limit: limit, Pages: 1, Positions: []Position{}, Days: []DayCount{}}
	if err := ref.check(s, f); err != nil {
		return list, err
	}
	r := &reader{}
	r.notNegative("page", page)
	r.notNegative("limit", limit)
	if err := r.err(); err != nil {
		return list, err
	}
	t := testimonyOn(s, f, ref)
	list.Counted, list.Total, list.Positions, list.Days = t.counts.count(), len(t.all), t.positions, t.days()
	from, to := 0, len(t.all)
	if limit > 0 {
		list.Pages = max(1, (len(t.all)+limit-1)/limit)
		list.Page = min(list.Page, list.Pages)
		from = (list.Page - 1) * limit
		to = min(to, from+limit)
	}
	for _, one := range t.between(from, to) {
		list.Witnesses = append(list.Witnesses, one.witness(s, t.asOf))
	}
	return list, nil
}

func (ref CellRef) check(s *ledger.Snapshot, f Filter) error {
	if err := f.Check(); err != nil {
		return err
	}
	if err := knownActor(s, ref.Actor); err != nil {
		return err
	}
	if ref.Proposition != "" {
		return knownProposition(s, ref.Proposition)
	}
	return known("issue", ref.Issue, issueNames(s))
}

// knownActor is an error of kind not-found for an ID that is no actor's; only
// then are names looked up.
func knownActor(s *ledger.Snapshot, id string) error {
	if isActor(s, id) {
		return nil
	}
	return known("actor", id, actorNames(s))
}

func knownProposition(s *ledger.Snapshot, id string) error {
	if isProposition(s, id) {
		return nil
	}
	return known("proposition", id, propositionNames(s))
}
