package graph

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// PutSource stores a source with the statements that were extracted from it, in
// one transaction: whoever finds the source in the store finds its statements.
// Statements without an ID get the one that their content derives.
//
// A source that is there already takes over the new description, but keeps its
// status where that is further along (raw, proposed, coded), the extractions of
// other coders and its links to sources with nearly the same text. A statement
// that a person has accepted or rejected stays as it is when it is proposed
// again, or when it comes as it was before its review.
//
// Errors are of kind input with all problems, not-found without a codebook, io.
func (s *Store) PutSource(ctx context.Context, src schema.Source, statements []schema.Statement) (Report, error) {
	var report Report
	err := s.write(ctx, "source "+src.Doc, func(c *change) error {
		report = Report{}
		statements = slices.Clone(statements)
		b := batch{contents: s.contents, sources: map[string]*schema.Source{src.ID: &src}, problems: checkSource(&src)}
		if err := b.check(statements); err != nil {
			return err
		}
		for i := range statements {
			if statements[i].Source != src.ID {
				b.add(&statements[i], "source", statements[i].Source, "expected "+src.ID+", the source it comes with")
			}
		}
		if err := b.problems.Err(nothingWritten); err != nil {
			return err
		}
		before := s.contents.sources[src.ID]
		after := &quads.SourceRecord{Source: mergeSource(before, src), Recorded: s.now()}
		c.putSource(before, after)
		s.putStatements(c, statements, &report)
		report.Superseded = s.contents.newlySuperseded(before, after, b.seen)
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	return report, nil
}

func (s *Store) now() time.Time { return s.opt.Now().UTC().Truncate(time.Second) }

// putStatements adds statements that were checked to a change.
func (s *Store) putStatements(c *change, statements []schema.Statement, report *Report) {
	recorded := s.now()
	for i := range statements {
		st := &statements[i]
		before := s.contents.statements[st.ID]
		if before != nil && !s.contents.hidden(before.Import) && isDecided(&before.Statement, st) {
			report.Known++
			continue
		}
		c.putStatement(before, &quads.StatementRecord{Statement: *st, Recorded: recorded}, report)
	}
}

// isDecided reports whether a person has decided about a statement and the one
// that arrives knows nothing of it: a proposal, or the record as it was before
// its review.
func isDecided(before, arriving *schema.Statement) bool {
	if before.Status == schema.StatusProposed {
		return false
	}
	return arriving.Status == schema.StatusProposed || before.Reviewer != "" && arriving.Reviewer == ""
}

// mergeSource is the new description of a source with what must not be lost of
// the old one.
func mergeSource(before *quads.SourceRecord, src schema.Source) schema.Source {
	extracted := slices.Clone(src.Extracted)
	if before != nil {
		if progress(before.Status) > progress(src.Status) {
			src.Status = before.Status
		}
		src.NearTo = slices.Concat(src.NearTo, before.NearTo)
		src.Rights = cmp.Or(src.Rights, before.Rights)
		src.Text = cmp.Or(src.Text, before.Text) // an export may have left it out
		for _, e := range before.Extracted {
			if !slices.ContainsFunc(src.Extracted, func(f string) bool { return ledger.SameExtractor(e, f) }) {
				extracted = append(extracted, e)
			}
		}
	}
	slices.Sort(extracted) // whoever came first must not show
	src.Extracted = slices.Compact(extracted)
	src.NearTo = slices.Compact(slices.Sorted(slices.Values(src.NearTo)))
	return src
}

func progress(s schema.SourceStatus) int { return slices.Index(schema.SourceStatuses, s) }

// newlySuperseded counts the proposals on a source that stood before and are
// superseded now. What was written again is not among them.
func (c *contents) newlySuperseded(before, after *quads.SourceRecord, written map[string]bool) int {
	if before == nil {
		return 0
	}
	n := 0
	for _, id := range c.bySource[after.ID] {
		st := &c.statements[id].Statement
		if !written[id] && !ledger.IsSuperseded(st, before.Extracted) && ledger.IsSuperseded(st, after.Extracted) {
			n++
		}
	}
	return n
}
