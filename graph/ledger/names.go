package ledger

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Actors returns everybody who made a statement, sorted, unregistered actors
// ("NEW:Label") included.
func (s *Snapshot) Actors() []string {
	return s.actorsWhere(func(a uint32) bool {
		from, to := s.columns.RunsOf(a)
		return from < to
	})
}

// Signers returns everybody who signed a joint statement of others, sorted.
func (s *Snapshot) Signers() []string { return s.actorsWhere(s.columns.Signs) }

func (s *Snapshot) actorsWhere(is func(code uint32) bool) []string {
	var list []string
	for a, id := range s.columns.Actors.texts {
		if is(uint32(a)) {
			list = append(list, id)
		}
	}
	return list
}

// Propositions returns every proposition with a statement, sorted.
func (s *Snapshot) Propositions() []string { return slices.Clone(s.columns.Propositions.texts) }

// Coders returns every coder, with its version where it has one, sorted.
func (s *Snapshot) Coders() []string {
	var list []string
	for _, c := range s.columns.Codings { // sorted by coder
		list = append(list, c.Coder)
	}
	return slices.Compact(list)
}

// LastDay is the last day that a dated statement may mean: the default as-of
// date. It is MinDay when no statement has a date.
func (s *Snapshot) LastDay() schema.Day { return s.lastDay }

// ofRuns returns the statements of some runs that follow one another.
func (s *Snapshot) ofRuns(from, to int) []*schema.Statement {
	if from >= to {
		return nil
	}
	first, _ := s.columns.Bounds(from)
	_, end := s.columns.Bounds(to - 1)
	list := make([]*schema.Statement, 0, end-first)
	for i := first; i < end; i++ {
		list = append(list, &s.Statements[i])
	}
	return list
}

// firstOrigin returns the first code of a source; several where records cite
// it by several file names.
func (s *Snapshot) firstOrigin(id string) int {
	k, _ := slices.BinarySearchFunc(s.columns.Sources, id, func(o Origin, id string) int { return strings.Compare(o.ID, id) })
	return k
}
