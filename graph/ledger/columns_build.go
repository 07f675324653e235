package ledger

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// texts are the distinct values of the columns while they are collected.
type texts struct {
	actors, propositions dictionary
	origins              map[Origin]uint32
	codings              map[Coding]uint32
}

// newTexts collects the dictionaries of the columns.
func newTexts(statements []schema.Statement, sources map[string]*schema.Source) texts {
	t := texts{dictionary{}, dictionary{}, map[Origin]uint32{}, map[Coding]uint32{}}
	for i := range statements {
		st := &statements[i]
		t.actors.add(st.Actor)
		if st.OnBehalfOf != "" {
			t.actors.add(st.OnBehalfOf)
		}
		for _, signer := range st.Signatories {
			t.actors.add(signer)
		}
		t.propositions.add(st.Proposition)
		t.origins[originOf(st, sources)] = 0
		t.codings[codingOf(st)] = 0
	}
	return t
}

func originOf(st *schema.Statement, sources map[string]*schema.Source) Origin {
	if src, ok := sources[st.Source]; ok && src.Doc != "" {
		return Origin{ID: st.Source}
	}
	return Origin{st.Source, st.Doc}
}

func codingOf(st *schema.Statement) Coding { return Coding{st.Coder, st.Mode, st.Status, st.Issue} }

// number sorts the keys of a map and stores their places.
func number[K comparable](codes map[K]uint32, compare func(a, b K) int) []K {
	keys := make([]K, 0, len(codes))
	for k := range codes {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compare)
	for i, k := range keys {
		codes[k] = uint32(i)
	}
	return keys
}

// columnsOf returns sorted statements and their columns; standings are not in
// them yet.
func columnsOf(statements []schema.Statement, sources map[string]*schema.Source) ([]schema.Statement, Columns) {
	t := newTexts(statements, sources)
	c := Columns{Actors: t.actors.sorted(), Propositions: t.propositions.sorted(),
		Sources: number(t.origins, func(a, b Origin) int { return cmp.Or(strings.Compare(a.ID, b.ID), strings.Compare(a.Doc, b.Doc)) }),
		Codings: number(t.codings, func(a, b Coding) int {
			return cmp.Or(strings.Compare(a.Coder, b.Coder), cmp.Compare(a.Mode, b.Mode), cmp.Compare(a.Status, b.Status), strings.Compare(a.Issue, b.Issue))
		})}
	sorted := inOrder(statements, c.Actors, c.Propositions)
	c.allocate(len(sorted))
	for i := range sorted {
		st := &sorted[i]
		c.Source[i], c.Coding[i] = t.origins[originOf(st, sources)], t.codings[codingOf(st)]
		c.fill(i, st)
	}
	c.Runs = c.runsOf(sorted)
	c.postings = newPostings(sorted, &c)
	return sorted, c
}

func (c *Columns) allocate(n int) {
	c.Earliest, c.Latest, c.Marks, c.Confidence = make([]schema.Day, n), make([]schema.Day, n), make([]Mark, n), make([]uint16, n)
	c.OnBehalf, c.Source, c.Coding = make([]uint32, n), make([]uint32, n), make([]uint32, n)
}

func (c *Columns) fill(i int, st *schema.Statement) {
	c.Earliest[i], c.Latest[i] = st.Date.Earliest(), st.Date.Latest()
	c.Marks[i], c.Confidence[i] = markOf(st), Quantise(st.Confidence)
	if st.OnBehalfOf != "" {
		code, _ := c.Actors.Code(st.OnBehalfOf)
		c.OnBehalf[i] = code + 1
	}
}
