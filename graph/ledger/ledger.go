// Package ledger holds all statements in memory, ordered for questions about
// positions.
//
// Begin with [Build]. A snapshot is immutable: readers share it without locks,
// and a writer makes the next one of it with [Snapshot.Next] and swaps the
// pointer. It has every statement twice: as a record, with its texts, and in
// numbers, in [Columns], which is what questions scan.
//
// The order of statements is that of [Compare]: actor, proposition, then from
// the oldest to the newest date, then ID. An undated statement is the oldest of
// its pair: it may be from any day, and must never outrank a dated one.
package ledger

import (
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Snapshot is every statement of a store at one moment, in the order of
// Compare, with the sources and the codebook that they name. Nothing in it may
// be changed, nor in what its methods return.
type Snapshot struct {
	Codebook   *schema.Codebook   // never nil
	Codebooks  []*schema.Codebook // every version that is kept, the oldest first; Codebook is one of them, unless there is none
	Statements []schema.Statement
	Sources    map[string]*schema.Source // by ID

	// Annotations are coded passages that are no statements, by source and
	// passage. No position counts them; networks do, but for notes.
	Annotations []schema.Annotation

	// Version is the data version, twelve hexadecimal digits: the start of a
	// SHA-256 over the codebook, the sources, the statements and the annotations,
	// whatever the order in which they came. It changes with every change that can
	// change an answer. Recorded times do not enter it.
	Version string

	// Sequence is the number of the store's write that the snapshot stands at: it
	// has that write and all before it. It is 0 without a store.
	Sequence uint64

	columns Columns
	lastDay schema.Day
	revised map[string]int // see review
	sums    sums           // see version
	derived *sync.Map      // see Derived
}

// Build sorts and indexes statements and computes what counts. It keeps copies:
// the arguments stay the caller's. IDs of sources and of statements must be
// unique; a nil codebook is an empty one.
func Build(cb *schema.Codebook, sources []schema.Source, statements []schema.Statement, annotations ...schema.Annotation) *Snapshot {
	c := Change{Codebook: cb, Sources: pointers(slices.Clone(sources)), Statements: pointers(statements), Annotations: annotations}
	return empty().Next(c)
}

// empty is the snapshot of nothing.
func empty() *Snapshot {
	return &Snapshot{Sources: map[string]*schema.Source{}, revised: map[string]int{}}
}

func pointers[T any](list []T) []*T {
	p := make([]*T, len(list))
	for i := range list {
		p[i] = &list[i]
	}
	return p
}

// Columns returns the statements in numbers.
func (s *Snapshot) Columns() *Columns { return &s.columns }

// Statement returns the statement of an ID.
func (s *Snapshot) Statement(id string) (*schema.Statement, bool) {
	i, ok := s.find(id)
	if !ok {
		return nil, false
	}
	return &s.Statements[i], true
}

// OfSource returns the statements on the evidence of a source, in the order of
// their passages.
func (s *Snapshot) OfSource(id string) []*schema.Statement {
	var list []*schema.Statement
	for _, i := range s.placesOfSource(id) {
		list = append(list, &s.Statements[i])
	}
	slices.SortFunc(list, comparePassages) // citations may name one source by several file names
	return list
}

func (s *Snapshot) placesOfSource(id string) (places []uint32) {
	for k := s.firstOrigin(id); k < len(s.columns.Sources) && s.columns.Sources[k].ID == id; k++ {
		places = append(places, s.columns.OfSource(uint32(k))...)
	}
	return places
}

// OfActor returns the statements that an actor made, by proposition and date.
// What it only signed is in SignedBy.
func (s *Snapshot) OfActor(id string) []*schema.Statement {
	a, ok := s.columns.Actors.Code(id)
	if !ok {
		return nil
	}
	from, to := s.columns.RunsOf(a)
	return s.ofRuns(from, to)
}

// OnProposition returns the statements on a proposition, by actor and date.
func (s *Snapshot) OnProposition(id string) []*schema.Statement {
	p, ok := s.columns.Propositions.Code(id)
	if !ok {
		return nil
	}
	var list []*schema.Statement
	for _, run := range s.columns.OnProposition(p) {
		list = append(list, s.ofRuns(int(run), int(run)+1)...)
	}
	return list
}

// SignedBy returns the joint statements of others that an actor signed, by
// their actor, proposition and date.
func (s *Snapshot) SignedBy(id string) []*schema.Statement {
	a, ok := s.columns.Actors.Code(id)
	if !ok {
		return nil
	}
	var places []uint32
	for _, one := range s.columns.SignedBy(a) {
		places = append(places, one.Statement)
	}
	slices.Sort(places)
	return s.at(places)
}
