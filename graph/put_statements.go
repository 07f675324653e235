package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// PutStatements stores coded statements: all of them, or none when one has a
// problem. Sources must be there for statements whose evidence is a passage.
// Statements without an ID get the one that their content derives; a statement
// that a person has accepted or rejected stays as it is when it arrives as a
// proposal, or as it was before its review.
//
// Errors are of kind input with all problems, not-found without a codebook, io.
func (s *Store) PutStatements(ctx context.Context, statements []schema.Statement) (Report, error) {
	var report Report
	err := s.write(ctx, fmt.Sprintf("%d statements", len(statements)), func(c *change) error {
		statements = slices.Clone(statements)
		b := batch{contents: s.contents}
		if err := b.check(statements); err != nil {
			return err
		}
		if err := b.problems.Err(nothingWritten); err != nil {
			return err
		}
		s.putStatements(c, statements, &report)
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	return report, nil
}

// MarkCoded says whether a person has coded a source whole: proposals that
// nobody accepted no longer count then. To take it back makes the source
// proposed where a program has read it, and raw where none has. It is an error
// of kind not-found when the store does not have the source.
func (s *Store) MarkCoded(ctx context.Context, sourceID string, coded bool) error {
	return s.write(ctx, "source "+sourceID, func(c *change) error {
		before, ok := s.contents.sources[sourceID]
		if !ok || s.contents.hidden(before.Import) {
			return schema.Errorf(schema.KindNotFound, "ingest the source first", "no source has this ID")
		}
		after := &quads.SourceRecord{Source: before.Source}
		switch {
		case coded:
			after.Status = schema.SourceCoded
		case before.Status != schema.SourceCoded:
		case len(before.Extracted) > 0:
			after.Status = schema.SourceProposed
		default:
			after.Status = schema.SourceRaw
		}
		c.putSource(before, after)
		return nil
	})
}
