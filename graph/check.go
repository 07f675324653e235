package graph

import (
	"context"
	"fmt"
	"strconv"

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

// Check proves the invariants of the store, on disk and in memory:
//
//   - every statement is valid against its codebook, its ID is the one that its
//     content derives, its evidence is the text at its offsets, and what it
//     revises is there
//   - every annotation is valid in the same way
//   - every source has the hash of its text as its ID
//   - every quad belongs to a record, and every record has all of its quads:
//     none is missing, none dangles, none is there twice; what is in memory is
//     what the quads say
//   - Cayley's count of quads and both of its indexes agree with the quads
//
// Beside the store itself it takes some hundred bytes of memory a record, however
// many quads there are. Writers wait meanwhile. The error says that the check
// could not be done; what is wrong with the store is in the report.
func (s *Store) Check(ctx context.Context) (CheckReport, error) {
	s.writer.Lock()
	defer s.writer.Unlock()
	if s.broken != nil {
		return CheckReport{}, fmt.Errorf("graph: check: %w", s.broken)
	}
	c := &checker{store: s, tallies: map[string]tally{}, report: CheckReport{Problems: schema.Problems{}, Interrupted: s.contents.interrupted()}}
	for _, step := range []func(context.Context) error{c.checkRecords, c.compareQuads, c.checkCounts, c.checkIndexes} {
		if err := step(ctx); err != nil {
			return c.report, fmt.Errorf("graph: check: %w", err)
		}
	}
	return c.report, nil
}

type checker struct {
	store   *Store
	tallies map[string]tally // by the node of a record
	report  CheckReport
}

func (c *checker) problem(record, field, value, expected string) {
	c.report.Problems = append(c.report.Problems, schema.Problem{Record: record, Field: field, Value: value, Expected: expected})
}

// unreadable tells a cancelled check from a store that cannot be read.
func unreadable(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return err
	}
	return schema.Errorf(schema.KindCorrupt, restoreHint, "%w", err)
}

// checkRecords checks every record by itself, and against those that it names.
func (c *checker) checkRecords(ctx context.Context) error {
	all := c.store.contents
	c.report.Sources, c.report.Statements, c.report.Annotations = len(all.sources), len(all.statements), len(all.annotations)
	for _, id := range sortedKeys(all.sources) {
		c.report.Problems = append(c.report.Problems, checkSource(&all.sources[id].Source)...)
	}
	b := batch{contents: all, run: anyRun, seen: map[string]bool{}}
	for _, id := range sortedKeys(all.statements) {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.checkStatement(&b, all.statements[id])
	}
	for _, id := range sortedKeys(all.annotations) {
		a := all.annotations[id].Annotation // a copy: checking makes cut quotations whole
		b.checkAnnotation(&a)
	}
	c.report.Problems = append(c.report.Problems, b.problems...)
	return nil
}

func (c *checker) checkStatement(b *batch, r *quads.StatementRecord) {
	if !r.Stance.Valid() {
		c.problem(r.ID, "stance", "", "it is missing")
		return
	}
	st := r.Statement
	problems, err := b.contents.validate(&st)
	if err != nil {
		c.problem(r.ID, "codebook", r.Codebook, err.Error())
	}
	c.report.Problems = append(c.report.Problems, problems...)
	b.checkEvidence(&st)
	b.checkRevises(&st)
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
