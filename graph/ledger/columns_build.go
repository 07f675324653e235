package ledger

import (
	"cmp"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// column is the distinct values of a column, in order, and their codes: of those
// that are still in use by the code before, of those that come one by one.
type column[K comparable] struct {
	keys        []K
	kept, fresh []uint32
}

func columnOf[K comparable](before []K, used []bool, fresh []K, compare func(a, b K) int) column[K] {
	n := newNumbering[K]()
	c := column[K]{kept: make([]uint32, len(before)), fresh: make([]uint32, len(fresh))}
	for code, k := range before {
		if used[code] {
			c.kept[code] = n.code(k)
		}
	}
	for i, k := range fresh {
		c.fresh[i] = n.code(k)
	}
	keys, place := n.sorted(compare)
	c.keys = keys
	for code := range before {
		if used[code] {
			c.kept[code] = place[c.kept[code]]
		}
	}
	for i := range fresh {
		c.fresh[i] = place[c.fresh[i]]
	}
	return c
}

// codes are the values of all columns. What comes has its actor in actors and,
// behind all actors, whom it speaks for, or its actor once more.
type codes struct {
	actors, propositions column[string]
	origins              column[Origin]
	codings              column[Coding]
}

func (m *merge) newCodes(sources map[string]*schema.Source) codes {
	n := len(m.fresh)
	actors, propositions := make([]string, 2*n), make([]string, n)
	origins, codings := make([]Origin, n), make([]Coding, n)
	for i, st := range m.fresh {
		actors[i], actors[n+i], propositions[i] = st.Actor, cmp.Or(st.OnBehalfOf, st.Actor), st.Proposition
		origins[i], codings[i] = originOf(st, sources), codingOf(st)
		actors = append(actors, st.Signatories...)
	}
	o, used := &m.old.columns, m.used()
	return codes{columnOf(o.Actors.texts, used.actors, actors, strings.Compare), columnOf(o.Propositions.texts, used.propositions, propositions, strings.Compare),
		columnOf(o.Sources, used.origins, origins, compareOrigins), columnOf(o.Codings, used.codings, codings, compareCodings)}
}

// inUse says by code before which values still occur in what stays.
type inUse struct{ actors, propositions, origins, codings []bool }

func (m *merge) used() inUse {
	o := &m.old.columns
	u := inUse{make([]bool, o.Actors.Len()), make([]bool, o.Propositions.Len()), make([]bool, len(o.Sources)), make([]bool, len(o.Codings))}
	runs := cursor{Columns: o}
	for from, to := range m.staying(0, len(m.old.Statements)) {
		for i := from; i < to; i++ {
			runs.to(i)
			u.actors[runs.actor], u.propositions[o.Runs[runs.run].Proposition] = true, true
			u.origins[o.Source[i]], u.codings[o.Coding[i]] = true, true
			if code := o.OnBehalf[i]; code > 0 {
				u.actors[code-1] = true
			}
		}
	}
	for a := range u.actors {
		for _, one := range o.SignedBy(uint32(a)) {
			if !m.leaves(one.Statement) {
				u.actors[a] = true
			}
		}
	}
	return u
}

func originOf(st *schema.Statement, sources map[string]*schema.Source) Origin {
	if src, ok := sources[st.Source]; ok && src.Doc != "" {
		return Origin{ID: st.Source}
	}
	return Origin{st.Source, st.Doc}
}

func codingOf(st *schema.Statement) Coding {
	return Coding{st.Coder, st.Mode, st.Status, st.Act, st.Issue}
}

func compareOrigins(a, b Origin) int {
	return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Doc, b.Doc))
}

func compareCodings(a, b Coding) int {
	return cmp.Or(strings.Compare(a.Coder, b.Coder), cmp.Compare(a.Mode, b.Mode), cmp.Compare(a.Status, b.Status), cmp.Compare(a.Act, b.Act), strings.Compare(a.Issue, b.Issue))
}

func (c *Columns) allocate(n int) {
	c.Earliest, c.Latest, c.Marks, c.Confidence = make([]schema.Day, n), make([]schema.Day, n), make([]Mark, n), make([]uint16, n)
	c.OnBehalf, c.Source, c.Coding = make([]uint32, n), make([]uint32, n), make([]uint32, n)
}

func (c *Columns) fill(i int, st *schema.Statement) {
	c.Earliest[i], c.Latest[i] = st.Date.Earliest(), st.Date.Latest()
	c.Marks[i], c.Confidence[i] = markOf(st), Quantise(st.Confidence)
}
