package ledger

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// postings are the ways into the columns, as numbers of statements and runs.
type postings struct {
	actorRuns     []uint32    // by actor: its first run; one entry more, the number of runs
	onProposition list        // by proposition: runs, by actor
	ofSource      list        // by source: statements, in the order of their passages
	signed        []Signature // by signer, then proposition, then statement
	signers       []uint32    // by actor: its first signature; one entry more
	byID          []uint32    // statements by ID
}

// Signature is a joint statement of another that an actor signed. What is asked
// of every statement stands here once more: signatures of an actor refer to
// statements all over the ledger, and looking each up would cost more than the
// rest of a matrix.
type Signature struct {
	Statement, Proposition uint32 // place, and code
	Earliest, Latest       schema.Day
	Mark                   Mark
}

// list has many short lists one behind the other: list k is from start[k] to
// start[k+1].
type list struct{ start, items []uint32 }

func (l list) of(k uint32) []uint32 { return l.items[l.start[k]:l.start[k+1]] }

// newList deals items 0 to n-1 into lists; key says which one gets an item.
func newList(lists, n int, key func(item int) uint32) list {
	l := list{make([]uint32, lists+1), make([]uint32, n)}
	for i := range n {
		l.start[key(i)+1]++
	}
	for k := range lists {
		l.start[k+1] += l.start[k]
	}
	next := slices.Clone(l.start[:lists])
	for i := range n {
		k := key(i)
		l.items[next[k]] = uint32(i)
		next[k]++
	}
	return l
}

// fillPostings finds the ways into columns that have their runs.
func (c *Columns) fillPostings(sorted []schema.Statement) {
	c.byID = idOrder(sorted)
	c.onProposition = newList(c.Propositions.Len(), len(c.Runs), func(run int) uint32 { return c.Runs[run].Proposition })
	c.ofSource = newList(len(c.Sources), len(sorted), func(i int) uint32 { return c.Source[i] })
	for k := range c.Sources {
		slices.SortFunc(c.ofSource.of(uint32(k)), func(a, b uint32) int { return comparePassages(&sorted[a], &sorted[b]) })
	}
	c.signed, c.signers = signatures(sorted, c)
}

// idOrder sorts the places of statements by ID: by its first eight bytes, which
// seldom leave anything open.
func idOrder(sorted []schema.Statement) []uint32 {
	type start struct {
		bytes uint64
		at    uint32
	}
	starts := make([]start, len(sorted))
	for i := range sorted {
		var b [8]byte
		copy(b[:], sorted[i].ID)
		starts[i] = start{binary.BigEndian.Uint64(b[:]), uint32(i)}
	}
	slices.SortFunc(starts, func(x, y start) int {
		if x.bytes != y.bytes {
			return cmp.Compare(x.bytes, y.bytes)
		}
		return strings.Compare(sorted[x.at].ID, sorted[y.at].ID)
	})
	order := make([]uint32, len(starts))
	for i, s := range starts {
		order[i] = s.at
	}
	return order
}

// signatures lists who signed what. Whoever made the statement does not inherit
// it from itself, and a name that stands twice signs once.
func signatures(sorted []schema.Statement, c *Columns) (signed []Signature, first []uint32) {
	type entry struct {
		signer uint32
		Signature
	}
	var all []entry
	for i := range sorted {
		st := &sorted[i]
		for k, signer := range st.Signatories {
			if signer != st.Actor && !slices.Contains(st.Signatories[:k], signer) {
				who, _ := c.Actors.Code(signer)
				on, _ := c.Propositions.Code(st.Proposition)
				all = append(all, entry{who, Signature{uint32(i), on, c.Earliest[i], c.Latest[i], 0}})
			}
		}
	}
	slices.SortFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.signer, b.signer), cmp.Compare(a.Proposition, b.Proposition), cmp.Compare(a.Statement, b.Statement))
	})
	signed, first = make([]Signature, len(all)), make([]uint32, c.Actors.Len()+1)
	for i, e := range all {
		signed[i] = e.Signature
		first[e.signer+1]++
	}
	for a := range c.Actors.Len() {
		first[a+1] += first[a]
	}
	return signed, first
}
