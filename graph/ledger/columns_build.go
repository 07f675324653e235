package ledger

import (
	"cmp"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// codes are the values of the columns by statement, as numbered while they are
// collected, one pass over all records.
type codes struct {
	actors, propositions *numbering[string]
	origins              *numbering[Origin]
	codings              *numbering[Coding]

	actor, proposition, onBehalf, origin, coding []uint32 // onBehalf is plus 1, 0 is nobody
}

func newCodes(statements []schema.Statement, sources map[string]*schema.Source) *codes {
	n := len(statements)
	c := &codes{newNumbering[string](), newNumbering[string](), newNumbering[Origin](), newNumbering[Coding](),
		make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n), make([]uint32, n)}
	for i := range statements {
		st := &statements[i]
		c.actor[i], c.proposition[i] = c.actors.code(st.Actor), c.propositions.code(st.Proposition)
		c.origin[i], c.coding[i] = c.origins.code(originOf(st, sources)), c.codings.code(codingOf(st))
		if st.OnBehalfOf != "" {
			c.onBehalf[i] = c.actors.code(st.OnBehalfOf) + 1
		}
		for _, signer := range st.Signatories {
			c.actors.code(signer)
		}
	}
	return c
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

// columnsOf returns sorted statements and their columns; standings and postings
// are not in them yet.
func columnsOf(statements []schema.Statement, sources map[string]*schema.Source) ([]schema.Statement, Columns) {
	from := newCodes(statements, sources)
	var c Columns
	var actor, proposition, origin, coding []uint32 // places by number
	c.Actors, actor = dictionaryOf(from.actors)
	c.Propositions, proposition = dictionaryOf(from.propositions)
	c.Sources, origin = from.origins.sorted(compareOrigins)
	c.Codings, coding = from.codings.sorted(compareCodings)
	order := newOrder(statements, func(i int) (uint32, uint32) { return actor[from.actor[i]], proposition[from.proposition[i]] })
	c.allocate(len(order))
	sorted := make([]schema.Statement, len(order))
	for i, p := range order {
		at := int(p.at)
		sorted[i] = statements[at]
		c.Source[i], c.Coding[i] = origin[from.origin[at]], coding[from.coding[at]]
		if code := from.onBehalf[at]; code > 0 {
			c.OnBehalf[i] = actor[code-1] + 1
		}
		c.fill(i, &sorted[i])
	}
	c.Runs, c.actorRuns = runsOf(order, c.Actors.Len())
	return sorted, c
}

func (c *Columns) allocate(n int) {
	c.Earliest, c.Latest, c.Marks, c.Confidence = make([]schema.Day, n), make([]schema.Day, n), make([]Mark, n), make([]uint16, n)
	c.OnBehalf, c.Source, c.Coding = make([]uint32, n), make([]uint32, n), make([]uint32, n)
}

func (c *Columns) fill(i int, st *schema.Statement) {
	c.Earliest[i], c.Latest[i] = st.Date.Earliest(), st.Date.Latest()
	c.Marks[i], c.Confidence[i] = markOf(st), Quantise(st.Confidence)
}
