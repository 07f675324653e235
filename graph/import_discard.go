package graph

import (
	"context"
	"slices"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/records"
	"github.com/stancegraph/stancegraph/schema"
)

// Discarded is what an import that was discarded had brought.
type Discarded struct {
	File       string `json:"file"`
	Statements int    `json:"statements"`
	Sources    int    `json:"sources"`
}

// discardBatch is how many records one transaction removes.
const discardBatch = 5000

// DiscardImport removes an import that was begun and not finished, with all
// that it has brought, which nobody has ever seen. It goes batch by batch; one
// that is interrupted is begun again in the same way. progress, which may be
// nil, is told how many records each batch removed.
//
// Errors are of kind not-found when no import has the ID, usage when it was
// finished, io.
func (s *Store) DiscardImport(ctx context.Context, id string, progress func(removed int)) (Discarded, error) {
	var done Discarded
	for _, batch := range append(s.broughtBy(id), records.Gone{Imports: []string{id}}) {
		removed := 0
		err := s.write(ctx, "without the import "+id, func(c *change) error {
			run, err := s.contents.unfinished(id)
			if err != nil {
				return err
			}
			done.File = run.File
			c.drop(run, batch)
			removed = len(c.Gone.Statements) + len(c.Gone.Sources)
			done.Statements += len(c.Gone.Statements)
			done.Sources += len(c.Gone.Sources)
			return nil
		})
		if err != nil {
			return done, err
		}
		if progress != nil {
			progress(removed)
		}
	}
	return done, nil
}

// broughtBy returns the records that a run has brought, in batches: statements
// first, which refer to sources.
func (s *Store) broughtBy(run string) []records.Gone {
	s.mem.RLock()
	defer s.mem.RUnlock()
	var batches []records.Gone
	for part := range slices.Chunk(idsOf(s.contents.statements, func(r *quads.StatementRecord) bool { return r.Import == run }), discardBatch) {
		batches = append(batches, records.Gone{Statements: part})
	}
	for part := range slices.Chunk(idsOf(s.contents.sources, func(r *quads.SourceRecord) bool { return r.Import == run }), discardBatch) {
		batches = append(batches, records.Gone{Sources: part})
	}
	return batches
}

func idsOf[R any](all map[string]R, is func(R) bool) []string {
	var ids []string
	for id, r := range all {
		if is(r) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// drop removes records of a run, but for those that others have taken over
// meanwhile; the last batch is the run itself.
func (c *change) drop(run *quads.ImportRecord, batch records.Gone) {
	for _, id := range batch.Statements {
		if r := c.contents.statements[id]; r != nil && r.Import == run.ID {
			c.Gone.Statements = append(c.Gone.Statements, id)
			c.del = append(c.del, r.Quads()...)
		}
	}
	for _, id := range batch.Sources {
		if r := c.contents.sources[id]; r != nil && r.Import == run.ID {
			c.Gone.Sources = append(c.Gone.Sources, id)
			c.del = append(c.del, r.Quads()...)
		}
	}
	if len(batch.Imports) > 0 {
		c.dropRun(run)
	}
}

func (c *contents) unfinished(id string) (*quads.ImportRecord, error) {
	run, ok := c.imports[id]
	switch {
	case !ok:
		return nil, schema.Errorf(schema.KindNotFound, "stancegraph check lists the imports that were interrupted", "no import has the ID %q%s", id, schema.DidYouMean(id, func(yield func(string) bool) {
			for _, state := range c.interrupted() {
				if !yield(state.ID) {
					return
				}
			}
		}))
	case run.Complete:
		return nil, schema.Errorf(schema.KindUsage, "reject its statements in review, or restore a backup from before it", "the import of %s was finished: nothing that counts is ever removed", run.File)
	}
	return run, nil
}

// dropRun removes the run itself, and the version of the codebook that it has
// brought, unless somebody has seen it. Another import that is not finished may
// need that version, too, and has it then.
func (c *change) dropRun(run *quads.ImportRecord) {
	c.Gone.Imports = []string{run.ID}
	c.del = append(c.del, run.Quads()...)
	if !c.contents.hiddenCodebooks()[run.Codebook] {
		return
	}
	for _, other := range sortedValues(c.contents.imports) {
		if other.ID != run.ID && !other.Complete && other.Codebook == "" {
			heir := *other
			heir.Codebook = run.Codebook
			c.replace(other.Quads(), heir.Quads())
			c.Imports = append(c.Imports, &heir)
			return
		}
	}
	record := quads.RecordOf(c.contents.codebooks[run.Codebook])
	c.Gone.Codebooks = []string{run.Codebook}
	c.del = append(c.del, record.Quads()...)
}
