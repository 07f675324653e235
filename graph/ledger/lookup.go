package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unsafe"

	"github.com/stancegraph/stancegraph/schema"
)

// OnProposition returns the runs of a proposition, by actor.
func (c *Columns) OnProposition(proposition uint32) []uint32 { return c.onProposition.of(proposition) }

// OfSource returns the statements of a source, in the order of their passages.
func (c *Columns) OfSource(source uint32) []uint32 { return c.ofSource.of(source) }

// SignedBy returns what an actor signed, by proposition, then in the order of
// the ledger.
func (c *Columns) SignedBy(signer uint32) []Signature {
	return c.signed[c.signers[signer]:c.signers[signer+1]]
}

// SignedOn returns what an actor signed on a proposition, in the order of the
// ledger.
func (c *Columns) SignedOn(signer, proposition uint32) []Signature {
	all := c.SignedBy(signer)
	from, _ := slices.BinarySearchFunc(all, proposition, func(s Signature, p uint32) int { return cmp.Compare(s.Proposition, p) })
	to := from
	for to < len(all) && all[to].Proposition == proposition {
		to++
	}
	return all[from:to]
}

// Signs reports whether an actor signed any joint statement of others.
func (c *Columns) Signs(actor uint32) bool { return c.signers[actor] < c.signers[actor+1] }

// find returns the place of the statement of an ID.
func (s *Snapshot) find(id string) (int, bool) {
	at, ok := slices.BinarySearchFunc(s.columns.byID, id, func(i uint32, id string) int { return strings.Compare(s.Statements[i].ID, id) })
	if !ok {
		return 0, false
	}
	return int(s.columns.byID[at]), true
}

// place returns the place of a statement: at once where it is one of the
// snapshot's own records, by its ID where it is a copy.
func (s *Snapshot) place(st *schema.Statement) (int, bool) {
	from := uintptr(unsafe.Pointer(unsafe.SliceData(s.Statements)))
	at := (uintptr(unsafe.Pointer(st)) - from) / unsafe.Sizeof(*st) // huge where st lies before
	if at < uintptr(len(s.Statements)) && &s.Statements[at] == st {
		return int(at), true
	}
	return s.find(st.ID)
}

// at returns the statements of some places.
func (s *Snapshot) at(places []uint32) []*schema.Statement {
	list := make([]*schema.Statement, len(places))
	for i, at := range places {
		list[i] = &s.Statements[at]
	}
	return list
}

// Bytes is the memory that the columns and the ways into them take beside the
// texts of the statements, in bytes. Dictionaries count without their texts,
// which are those of the records.
func (c *Columns) Bytes() int {
	return size(c.Actors.texts) + size(c.Propositions.texts) + size(c.Sources) + size(c.Codings) + size(c.Runs) +
		size(c.Earliest) + size(c.Latest) + size(c.OnBehalf) + size(c.Source) + size(c.Coding) + size(c.Confidence) + size(c.Marks) +
		c.postings.bytes()
}

func (p *postings) bytes() int {
	return size(p.actorRuns) + size(p.onProposition.start) + size(p.onProposition.items) + size(p.ofSource.start) + size(p.ofSource.items) +
		size(p.signed) + size(p.signers) + size(p.byID)
}

func size[T any](s []T) int {
	var one T
	return cap(s) * int(unsafe.Sizeof(one))
}
