// Package ledger holds all statements in memory, ordered for questions about
// positions.
//
// Begin with [Build]. A snapshot is immutable: readers share it without locks,
// and a writer builds the next one and swaps the pointer.
//
// The order of statements is that of [Compare]: actor, proposition, then from
// the oldest to the newest date, then ID. An undated statement is the oldest of
// its pair: it may be from any day, and must never outrank a dated one.
package ledger

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// Snapshot is every statement of a store at one moment, in the order of
// Compare, with the sources and the codebook that they name. Nothing in it may
// be changed, nor in what its methods return.
type Snapshot struct {
	Codebook   *schema.Codebook // never nil
	Statements []schema.Statement
	Sources    map[string]*schema.Source // by ID

	// Version is the data version, twelve hexadecimal digits: the start of a
	// SHA-256 over the codebook, the sources and the statements. It changes
	// with every change that can change an answer. Recorded times do not enter it.
	Version string

	index
}

// Build sorts and indexes statements and computes what counts. It keeps copies:
// the arguments stay the caller's. IDs of sources and of statements must be
// unique; a nil codebook is an empty one.
func Build(cb *schema.Codebook, sources []schema.Source, statements []schema.Statement) *Snapshot {
	if cb == nil {
		cb = &schema.Codebook{}
	}
	s := &Snapshot{Codebook: cb, Statements: slices.Clone(statements), Sources: make(map[string]*schema.Source, len(sources))}
	for _, src := range slices.Clone(sources) {
		s.Sources[src.ID] = &src
	}
	slices.SortFunc(s.Statements, func(a, b schema.Statement) int { return Compare(&a, &b) })
	s.index = newIndex(s.Statements)
	s.standing = s.judge()
	s.Version = s.version()
	return s
}

// Statement returns the statement of an ID.
func (s *Snapshot) Statement(id string) (*schema.Statement, bool) {
	i, ok := s.byID[id]
	if !ok {
		return nil, false
	}
	return s.all[i], true
}

// OfSource returns the statements on the evidence of a source, in the order of
// their passages.
func (s *Snapshot) OfSource(id string) []*schema.Statement { return s.bySource[id] }

// OfActor returns the statements that an actor made, by proposition and date.
// What it only signed is in SignedBy.
func (s *Snapshot) OfActor(id string) []*schema.Statement { return s.byActor[id] }

// OnProposition returns the statements on a proposition, by actor and date.
func (s *Snapshot) OnProposition(id string) []*schema.Statement { return s.byProposition[id] }

// SignedBy returns the joint statements of others that an actor signed, by
// their actor, proposition and date.
func (s *Snapshot) SignedBy(id string) []*schema.Statement { return s.bySigner[id] }

// Actors returns everybody who made a statement, sorted, unregistered actors
// ("NEW:Label") included.
func (s *Snapshot) Actors() []string { return slices.Sorted(maps.Keys(s.byActor)) }

// Signers returns everybody who signed a joint statement of others, sorted.
func (s *Snapshot) Signers() []string { return slices.Sorted(maps.Keys(s.bySigner)) }

// Propositions returns every proposition with a statement, sorted.
func (s *Snapshot) Propositions() []string { return slices.Sorted(maps.Keys(s.byProposition)) }

// Coders returns every coder, with its version where it has one, sorted.
func (s *Snapshot) Coders() []string { return slices.Sorted(maps.Keys(s.coders)) }

// LastDay is the last day that a dated statement may mean: the default as-of
// date. It is MinDay when no statement has a date.
func (s *Snapshot) LastDay() schema.Day { return s.lastDay }
