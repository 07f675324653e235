package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// CheckReport is what Check looked at and what is wrong.
type CheckReport struct {
	Sources     int             `json:"sources"`
	Statements  int             `json:"statements"`
	Annotations int             `json:"annotations"`
	Quads       int             `json:"quads"`
	Problems    schema.Problems `json:"problems"` // empty: the store is sound

	// Interrupted are imports that were not written to their end. They harm
	// nothing: nobody sees what they have brought so far.
	Interrupted []ImportState `json:"interrupted,omitempty"`
}

// Check proves the invariants of the store from the disk, not from memory:
//
//   - every statement is valid against its codebook, its ID is the one that its
//     content derives, its evidence is the text at its offsets, and what it
//     revises is there
//   - every annotation is valid in the same way
//   - every source has the hash of its text as its ID
//   - every quad belongs to a record, and every record has all of its quads:
//     none is missing, none dangles, none is there twice
//   - Cayley's count of quads and both of its indexes agree with the quads
//
// Writers wait meanwhile. The error says that the check could not be done;
// what is wrong with the store is in the report.
func (s *Store) Check(ctx context.Context) (CheckReport, error) {
	s.writer.Lock()
	defer s.writer.Unlock()
	if s.broken != nil {
		return CheckReport{}, fmt.Errorf("graph: check: %w", s.broken)
	}
	c := &checker{store: s, decoder: quads.NewDecoder(), there: map[quad.Quad]bool{}, report: CheckReport{Problems: schema.Problems{}}}
	for _, step := range []func(context.Context) error{c.readQuads, c.checkRecords, c.checkCounts, c.checkIndexes} {
		if err := step(ctx); err != nil {
			return c.report, fmt.Errorf("graph: check: %w", err)
		}
	}
	return c.report, nil
}

type checker struct {
	store   *Store
	decoder *quads.Decoder
	there   map[quad.Quad]bool // every quad, recorded times included
	report  CheckReport
}

func (c *checker) problem(record, field, value, expected string) {
	c.report.Problems = append(c.report.Problems, schema.Problem{Record: record, Field: field, Value: value, Expected: expected})
}

func (c *checker) readQuads(ctx context.Context) error {
	for q, err := range kv.Quads(ctx, c.store.db) {
		if err != nil {
			return unreadable(ctx, err)
		}
		c.report.Quads++
		if c.there[q] {
			c.problem("", "quad", q.NQuad(), "it is there twice")
		}
		c.there[q] = true
		if err := c.decoder.Add(q); err != nil {
			c.problem("", "quad", q.NQuad(), err.Error())
		}
	}
	return nil
}

// unreadable tells a cancelled check from a store that cannot be read.
func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return err
	}
	return schema.Errorf(schema.KindCorrupt, restoreHint, "%w", err)
}

// checkRecords checks every record and that its quads are there; whatever is
// left then belongs to none.
func (c *checker) checkRecords(ctx context.Context) error {
	left := maps.Clone(c.there)
	for _, q := range c.codebookQuads() {
		c.take(left, "codebook "+c.decoder.Current, q)
	}
	for _, id := range slices.Sorted(maps.Keys(c.decoder.Imports)) {
		for _, q := range c.decoder.Imports[id].Quads() {
			c.take(left, "import "+id, q)
		}
	}
	c.report.Interrupted = c.store.contents.interrupted()
	for _, id := range slices.Sorted(maps.Keys(c.decoder.Sources)) {
		c.checkSource(left, c.decoder.Sources[id])
	}
	b := batch{contents: c.store.contents, run: anyRun, seen: map[string]bool{}}
	for _, id := range slices.Sorted(maps.Keys(c.decoder.Statements)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.checkStatement(left, &b, c.decoder.Statements[id])
	}
	for _, id := range slices.Sorted(maps.Keys(c.decoder.Annotations)) {
		c.checkAnnotation(left, &b, c.decoder.Annotations[id])
	}
	c.report.Problems = append(c.report.Problems, b.problems...)
	c.report.Sources, c.report.Statements = len(c.decoder.Sources), len(c.decoder.Statements)
	c.report.Annotations = len(c.decoder.Annotations)
	for _, q := range sorted(left) {
		c.problem("", "quad", q.NQuad(), "it belongs to no record, or to an older state of one")
	}
	return nil
}

func (c *checker) codebookQuads() []quad.Quad {
	var all []quad.Quad
	for _, ref := range slices.Sorted(maps.Keys(c.decoder.Codebooks)) {
		all = append(all, c.decoder.Codebooks[ref].Quads()...)
	}
	if cb, ok := c.store.contents.codebooks[c.decoder.Current]; ok {
		all = append(all, quads.Current(cb)...)
	}
	return all
}

func (c *checker) take(left map[quad.Quad]bool, record string, q quad.Quad) {
	if !left[q] {
		c.problem(record, "quad", q.NQuad(), "it is missing")
	}
	delete(left, q)
}

func (c *checker) checkSource(left map[quad.Quad]bool, r *quads.SourceRecord) {
	for _, q := range r.Quads() {
		c.take(left, r.Doc, q)
	}
	c.report.Problems = append(c.report.Problems, checkSource(&r.Source)...)
}

func (c *checker) checkStatement(left map[quad.Quad]bool, b *batch, r *quads.StatementRecord) {
	if !r.Stance.Valid() {
		c.problem(r.ID, "stance", "", "it is missing")
		return
	}
	for _, q := range r.Quads() {
		c.take(left, r.ID, q)
	}
	problems, err := b.contents.validate(&r.Statement)
	if err != nil {
		c.problem(r.ID, "codebook", r.Codebook, err.Error())
	}
	c.report.Problems = append(c.report.Problems, problems...)
	b.checkEvidence(&r.Statement)
	b.checkRevises(&r.Statement)
}

func (c *checker) checkAnnotation(left map[quad.Quad]bool, b *batch, r *quads.AnnotationRecord) {
	for _, q := range r.Quads() {
		c.take(left, r.ID, q)
	}
	b.checkAnnotation(&r.Annotation)
}

func (c *checker) checkCounts(ctx context.Context) error {
	n, err := kv.Size(ctx, c.store.qs)
	if err != nil {
		return err
	}
	if n != int64(c.report.Quads) {
		c.problem("", "size", strconv.FormatInt(n, 10), "expected "+strconv.Itoa(c.report.Quads)+", the quads that are there")
	}
	return nil
}

func sorted(set map[quad.Quad]bool) []quad.Quad {
	return slices.SortedFunc(maps.Keys(set), func(a, b quad.Quad) int { return slices.Compare(terms(a), terms(b)) })
}

func terms(q quad.Quad) []string {
	return []string{quad.StringOf(q.Subject), quad.StringOf(q.Predicate), quad.StringOf(q.Object), quad.StringOf(q.Label)}
}
