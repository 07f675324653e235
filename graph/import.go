package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// ImportRun says what an import is. Two with the same ID are the same: one that
// was interrupted goes on where it was, one that is complete adds nothing.
type ImportRun struct {
	ID         string // of letters and digits, derived from what is imported and how
	File       string // name of the file, without folder
	Hash       string // SHA-256 of the file, hexadecimal
	Mapping    string // how it was read, for people
	Statements int    // how many there are
}

// Import is an import under way: more statements than one transaction holds,
// which become visible together. Every batch is on disk when Put returns. An
// import that is interrupted stays invisible to questions and exports until it
// is begun again and finished.
type Import struct {
	store *Store
	run   *quads.ImportRecord
	cb    *schema.Codebook

	loader *kv.Loader // nil before the first batch and after a failed one
	seen   uint64     // the write after which the loader was made: what others write it does not know of
}

// BeginImport begins an import, or goes on with one of the same ID. The
// codebook is the one that its statements name: the current one, or a new
// version of it, which becomes the current one when the import is finished.
//
// Errors are those of PutCodebook.
func (s *Store) BeginImport(ctx context.Context, run ImportRun, cb *schema.Codebook) (*Import, error) {
	im := &Import{store: s, cb: cb}
	err := s.write(ctx, "import "+run.File, func(c *change) error {
		known, err := s.contents.hasCodebook(cb)
		if err != nil {
			return err
		}
		im.run = &quads.ImportRecord{ID: run.ID, File: run.File, Hash: run.Hash, Mapping: run.Mapping, Statements: run.Statements, Recorded: s.now()}
		before, begun := s.contents.imports[run.ID]
		if begun {
			im.run = before
		}
		if !known {
			c.addCodebook(cb)
		}
		if !begun {
			if !known {
				im.run.Codebook = cb.Ref()
			}
			c.Imports = append(c.Imports, im.run)
			c.replace(nil, im.run.Quads())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return im, nil
}

// Complete reports whether the import was finished before.
func (im *Import) Complete() bool { return im.run.Complete }

// Put writes a batch in one transaction, sources that statements cite with
// them. What the store has already stays as it is and is counted as known,
// batches that an interrupted import has written among it.
//
// Errors are of kind input with all problems, and then nothing of the batch was
// written; of kind usage when the import is complete and something would be added;
// or io.
func (im *Import) Put(ctx context.Context, sources []schema.Source, statements []schema.Statement) (Report, error) {
	s := im.store
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := errors.Join(s.mayWrite(), s.makeRoom()); err != nil {
		return Report{}, fmt.Errorf("graph: write %d statements: %w", len(statements), err)
	}
	var report Report
	c := change{contents: s.contents}
	err := im.plan(&c, sources, slices.Clone(statements), &report)
	if err == nil {
		err = im.commit(ctx, &c)
	}
	if err != nil {
		return Report{}, fmt.Errorf("graph: write %d statements: %w", len(statements), err)
	}
	return report, nil
}

func (im *Import) plan(c *change, sources []schema.Source, statements []schema.Statement, report *Report) error {
	if c.contents.imports[im.run.ID] == nil {
		return schema.Errorf(schema.KindNotFound, "begin it again", "the import of %s was discarded meanwhile", im.run.File)
	}
	b := batch{contents: c.contents, run: im.run.ID, sources: map[string]*schema.Source{}}
	for i := range sources {
		b.sources[sources[i].ID] = &sources[i]
		b.problems = append(b.problems, checkSource(&sources[i])...)
	}
	if err := b.check(statements); err != nil {
		return err
	}
	if err := b.problems.Err(nothingWritten); err != nil {
		return err
	}
	for _, src := range sources {
		im.planSource(c, src)
	}
	for i := range statements {
		im.planStatement(c, &statements[i], report)
	}
	if len(c.add) > 0 && c.contents.imports[im.run.ID].Complete {
		return schema.Errorf(schema.KindUsage, "begin one with another ID", "the import of %s is complete, and takes nothing more", im.run.File)
	}
	return nil
}

func (im *Import) planSource(c *change, src schema.Source) {
	before := c.contents.sources[src.ID]
	if before != nil && (before.Import == im.run.ID || !c.contents.hidden(before.Import)) {
		return
	}
	after := &quads.SourceRecord{Source: src, Recorded: im.run.Recorded, Import: im.run.ID}
	var old []quad.Quad
	if before != nil { // another interrupted import has left it
		old = before.Quads()
	}
	c.replace(old, after.Quads())
	c.Sources = append(c.Sources, after)
}

func (im *Import) planStatement(c *change, st *schema.Statement, report *Report) {
	before := c.contents.statements[st.ID]
	if before != nil && (before.Import == im.run.ID || !c.contents.hidden(before.Import)) {
		report.Known++
		return
	}
	after := &quads.StatementRecord{Statement: *st, Recorded: im.run.Recorded, Import: im.run.ID}
	var old []quad.Quad
	if before != nil {
		old = before.Quads()
	}
	c.replace(old, after.Quads())
	c.Statements = append(c.Statements, after)
	report.Added++
}

// commit writes what only adds with the loader. Taking over what another
// import has left deletes, too, which is Cayley's to do.
func (im *Import) commit(ctx context.Context, c *change) error {
	s := im.store
	if len(c.del) > 0 || len(c.add) == 0 || s.broken != nil || ctx.Err() != nil {
		return s.commit(ctx, c)
	}
	if now := s.seen.Load(); im.loader == nil || im.seen != now {
		im.loader, im.seen = kv.NewLoader(s.db), now
	}
	if err := s.journal(&c.Set, func() error { return im.loader.Put(ctx, c.add) }); err != nil {
		im.loader = nil
		return s.reopen(err)
	}
	s.applied(c, false)
	return nil
}

// Finish makes everything visible, in one transaction. To finish again changes
// nothing.
func (im *Import) Finish(ctx context.Context) error {
	var done quads.ImportRecord
	err := im.store.write(ctx, "import "+im.run.File, func(c *change) error {
		before := c.contents.imports[im.run.ID]
		if before == nil {
			return schema.Errorf(schema.KindNotFound, "begin it again", "the import was discarded meanwhile")
		}
		done = *before
		done.Complete = true
		c.replace(before.Quads(), done.Quads())
		if c.contents.current != im.cb.Ref() {
			c.makeCurrent(c.contents, im.cb)
		}
		c.Imports = append(c.Imports, &done)
		return nil
	})
	if err != nil {
		return err
	}
	im.run = &done
	im.store.atRest()
	return nil
}
