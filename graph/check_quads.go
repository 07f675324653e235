package graph

import (
	"context"
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// tally stands for the quads of one record: how many there are, and the sum of
// their hashes. Two sets of quads with the same tally are the same, but for one
// chance in 2^64.
type tally struct {
	n   int
	sum uint64
}

var tallySeed = maphash.MakeSeed()

func (t tally) with(q quads.Quad, by int) tally {
	hash := maphash.Comparable(tallySeed, q)
	if by < 0 {
		hash = -hash
	}
	return tally{t.n + by, t.sum + hash}
}

// nodeOf is the node of the record that a quad belongs to.
func nodeOf(q quads.Quad) string {
	node, _, _ := strings.Cut(quads.Subject(q), "#")
	return node
}

// compareQuads compares the quads on disk with those that the records in memory
// have, and looks closer at the records for which they differ.
func (c *checker) compareQuads(ctx context.Context) error {
	for r := range c.store.contents.records {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, q := range r.Quads() {
			c.tallies[nodeOf(q)] = c.tallies[nodeOf(q)].with(q, +1)
		}
	}
	for q, err := range readAhead(ctx, c.store.db) {
		if err != nil {
			return unreadable(ctx, err)
		}
		c.report.Quads++
		c.tallies[nodeOf(q)] = c.tallies[nodeOf(q)].with(q, -1)
	}
	maps.DeleteFunc(c.tallies, func(_ string, t tally) bool { return t == tally{} })
	if len(c.tallies) == 0 {
		return nil
	}
	return c.explain(ctx)
}

// records yields everything that has quads, hidden or not.
func (c *contents) records(yield func(record) bool) {
	var codebooks part
	for _, ref := range sortedKeys(c.codebooks) {
		record := quads.RecordOf(c.codebooks[ref])
		codebooks = append(codebooks, record.Quads()...)
	}
	if cb, ok := c.codebooks[c.current]; ok {
		codebooks = append(codebooks, quads.Current(cb)...)
	}
	_ = yield(codebooks) && yieldAll(c.imports, yield) && yieldAll(c.sources, yield) && yieldAll(c.statements, yield) && yieldAll(c.annotations, yield)
}

func yieldAll[R record](all map[string]R, yield func(record) bool) bool {
	for _, r := range all {
		if !yield(r) {
			return false
		}
	}
	return true
}

// mostExplained bounds how many records are looked at closely.
const mostExplained = 1000

// explain says how the records differ whose tallies do.
func (c *checker) explain(ctx context.Context) error {
	nodes := sortedKeys(c.tallies)
	if more := len(nodes) - mostExplained; more > 0 {
		c.problem("", "quads", fmt.Sprint(len(nodes)), "as many records have other quads than they should; "+fmt.Sprint(more)+" of them are not listed")
		nodes = nodes[:mostExplained]
	}
	wanted, there := map[string][]quads.Quad{}, map[string][]quads.Quad{}
	for _, node := range nodes {
		wanted[node], there[node] = nil, nil
	}
	for r := range c.store.contents.records {
		for _, q := range r.Quads() {
			if list, listed := wanted[nodeOf(q)]; listed {
				wanted[nodeOf(q)] = append(list, q)
			}
		}
	}
	for q, err := range readAhead(ctx, c.store.db) {
		if err != nil {
			return unreadable(ctx, err)
		}
		if list, listed := there[nodeOf(q)]; listed {
			there[nodeOf(q)] = append(list, q)
		}
	}
	for _, node := range nodes {
		c.explainNode(wanted[node], there[node])
	}
	return nil
}

// explainNode puts the record together that the quads on disk say, and checks
// that one, too: what is wrong with it says more than which quads differ.
func (c *checker) explainNode(wanted, there []quads.Quad) {
	d := quads.NewDecoder()
	left := map[quads.Quad]bool{}
	for _, q := range there {
		if left[q] {
			c.problem("", "quad", q.NQuad(), "it is there twice")
		}
		left[q] = true
		if err := d.Add(q); err != nil {
			c.problem("", "quad", q.NQuad(), err.Error())
		}
	}
	b := batch{contents: c.store.contents, run: anyRun, seen: map[string]bool{}}
	name, own := "", wanted
	for _, r := range d.Sources {
		name, own = r.Doc, r.Quads()
		c.report.Problems = append(c.report.Problems, checkSource(&r.Source)...)
	}
	for _, r := range d.Statements {
		name, own = r.ID, r.Quads()
		c.checkStatement(&b, r)
	}
	for _, r := range d.Annotations {
		name, own = r.ID, r.Quads()
		b.checkAnnotation(&r.Annotation)
	}
	c.report.Problems = append(c.report.Problems, b.problems...)
	for _, q := range own {
		if !left[q] {
			c.problem(name, "quad", q.NQuad(), "it is missing")
		}
		delete(left, q)
	}
	for _, q := range quads.Sort(slices.Collect(maps.Keys(left))) {
		c.problem("", "quad", q.NQuad(), "it belongs to no record, or to an older state of one")
	}
	for _, q := range wanted {
		if !slices.Contains(own, q) {
			c.problem(name, "quad", q.NQuad(), "it is in memory and not on disk; a ledger file that says so is not right: delete "+ledgerFile)
		}
	}
}
