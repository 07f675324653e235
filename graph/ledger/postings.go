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
	l, next := emptyList(lists, n, key)
	for i := range n {
		k := key(i)
		l.items[next[k]] = uint32(i)
		next[k]++
	}
	return l
}

// emptyList has room for the items; next is by list where the next one goes.
func emptyList(lists, n int, key func(item int) uint32) (l list, next []uint32) {
	l = list{make([]uint32, lists+1), make([]uint32, n)}
	for i := range n {
		l.start[key(i)+1]++
	}
	for k := range lists {
		l.start[k+1] += l.start[k]
	}
	return l, slices.Clone(l.start[:lists])
}

// postings finds the ways into columns that have their runs.
func (m *merge) postings(next *Snapshot) {
	c := &next.columns
	c.byID = m.byID(next.Statements)
	c.onProposition = newList(c.Propositions.Len(), len(c.Runs), func(run int) uint32 { return c.Runs[run].Proposition })
	c.ofSource = m.ofSource(next)
	c.signed, c.signers = m.signatures(next)
}

// byID merges the places of what comes, by ID, with those of what stays.
func (m *merge) byID(sorted []schema.Statement) []uint32 {
	merged, before := make([]uint32, 0, len(sorted)), m.old.columns.byID
	upTo := func(end int) {
		for _, i := range before[:end] {
			if !m.leaves(i) {
				merged = append(merged, m.moved[i])
			}
		}
		before = before[end:]
	}
	for _, at := range idOrder(sorted, m.at) {
		end, _ := slices.BinarySearchFunc(before, sorted[at].ID, func(i uint32, id string) int { return strings.Compare(m.old.Statements[i].ID, id) })
		upTo(end)
		merged = append(merged, at)
	}
	upTo(len(before))
	return merged
}

// idOrder sorts places of statements by ID: by its first eight bytes, which
// seldom leave anything open.
func idOrder(sorted []schema.Statement, places []uint32) []uint32 {
	type start struct {
		bytes uint64
		at    uint32
	}
	starts := make([]start, len(places))
	for i, at := range places {
		var b [8]byte
		copy(b[:], sorted[at].ID)
		starts[i] = start{binary.BigEndian.Uint64(b[:]), at}
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

// ofSource lists what stays in the order that it has, and sorts the lists to
// which something comes.
func (m *merge) ofSource(s *Snapshot) list {
	c, before := &s.columns, &m.old.columns
	l, next := emptyList(len(c.Sources), len(s.Statements), func(i int) uint32 { return c.Source[i] })
	put := func(at uint32) (source uint32) {
		source = c.Source[at]
		l.items[next[source]] = at
		next[source]++
		return source
	}
	for _, i := range before.ofSource.items {
		if !m.leaves(i) {
			put(m.moved[i])
		}
	}
	grown := make([]bool, len(c.Sources))
	for _, at := range m.at {
		grown[put(at)] = true
	}
	for k, grown := range grown {
		if grown {
			slices.SortFunc(l.of(uint32(k)), func(a, b uint32) int { return comparePassages(&s.Statements[a], &s.Statements[b]) })
		}
	}
	return l
}

// signatures lists who signed what. Whoever made the statement does not inherit
// it from itself, and a name that stands twice signs once.
func (m *merge) signatures(s *Snapshot) (signed []Signature, first []uint32) {
	c := &s.columns
	type entry struct {
		signer uint32
		Signature
	}
	var all []entry
	for a := range m.old.columns.Actors.Len() {
		for _, one := range m.old.columns.SignedBy(uint32(a)) {
			if m.leaves(one.Statement) {
				continue
			}
			one.Statement, one.Proposition = m.moved[one.Statement], m.codes.propositions.kept[one.Proposition]
			all = append(all, entry{m.codes.actors.kept[a], one})
		}
	}
	for k, at := range m.at {
		st := &s.Statements[at]
		for n, signer := range st.Signatories {
			if signer != st.Actor && !slices.Contains(st.Signatories[:n], signer) {
				who, _ := c.Actors.Code(signer)
				all = append(all, entry{who, Signature{at, uint32(m.order[k].pair), c.Earliest[at], c.Latest[at], 0}})
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
