package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/records"
	"github.com/stancegraph/stancegraph/schema"
)

// change is one transaction: the quads to take out and to put in, and the
// records that this makes or replaces.
type change struct {
	records.Set
	contents *contents // as they are before it
	del, add []quad.Quad
}

// replace adds the difference between two states of a record. It reports
// whether there is one.
func (c *change) replace(before, after []quad.Quad) bool {
	if len(before) == 0 { // nearly always
		c.add = append(c.add, after...)
		return len(after) > 0
	}
	there := make(map[quad.Quad]bool, len(before))
	for _, q := range before {
		there[q] = true
	}
	changed := false
	for _, q := range after {
		if !there[q] {
			c.add, changed = append(c.add, q), true
		}
		delete(there, q)
	}
	for _, q := range before { // not over the map: the same change gives the same batch
		if there[q] {
			c.del, changed = append(c.del, q), true
		}
	}
	return changed
}

// putSource adds a source to the change, unless the store has exactly that.
func (c *change) putSource(before, after *quads.SourceRecord) {
	var old []quad.Quad
	if before != nil {
		old = before.Quads()
		if !c.contents.hidden(before.Import) { // else it is new to whoever asks
			after.Recorded, after.Import = before.Recorded, before.Import
		}
	}
	if c.replace(old, after.Quads()) {
		c.Sources = append(c.Sources, after)
	}
}

// putStatement adds a statement to the change and counts it.
func (c *change) putStatement(before, after *quads.StatementRecord, r *Report) {
	if before == nil || c.contents.hidden(before.Import) {
		var old []quad.Quad
		if before != nil {
			old = before.Quads()
		}
		c.replace(old, after.Quads())
		c.Statements = append(c.Statements, after)
		r.Added++
		return
	}
	after.Recorded, after.Import = before.Recorded, before.Import
	if !c.replace(before.Quads(), after.Quads()) {
		r.Known++
		return
	}
	c.Statements = append(c.Statements, after)
	r.Updated++
}

// commit writes a change to disk, then to memory. The writer's lock is held.
func (s *Store) commit(ctx context.Context, c *change) error {
	if s.broken != nil {
		return s.broken
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(c.add)+len(c.del) == 0 {
		return nil
	}
	if err := s.journal(&c.Set, func() error { return kv.Apply(s.qs, c.del, c.add) }); err != nil {
		return s.reopen(err)
	}
	s.applied(c, true)
	return nil
}

// applied takes a change that is on disk into memory. seen says whether anybody
// can see it.
func (s *Store) applied(c *change, seen bool) {
	s.mem.Lock()
	s.contents.apply(&c.Set)
	if seen {
		s.seen.Store(s.kept.mark.Sequence)
	}
	s.mem.Unlock()
	s.keepNow()
}

// reopen opens the store anew after a failed write: the quad store must not be
// used again, and the disk alone knows what was written.
func (s *Store) reopen(cause error) error {
	cause = schema.Errorf(schema.KindIO, "check that the disk has room, then try again; what is there already is not added twice",
		"the store could not be written: %w", cause)
	err := s.qs.Close()
	if err == nil {
		err = s.load(false)
	}
	if err != nil {
		s.broken = schema.Errorf(schema.KindIO, "end the program, check the disk and run stancegraph check", "the store could not be opened again after a failed write: %w", err)
		return errors.Join(cause, s.broken)
	}
	return cause
}

// makeRoom opens the store anew when its file is about to outgrow the memory
// that it is mapped into: growing further there could wait for ever.
func (s *Store) makeRoom() error {
	db, ok := s.db.(interface{ Outgrown() bool })
	if s.broken != nil || !ok || !db.Outgrown() {
		return nil
	}
	if err := errors.Join(s.qs.Close(), s.load(false)); err != nil {
		s.broken = schema.Errorf(schema.KindIO, "end the program, check the disk and run stancegraph check",
			"the store could not be opened again to make room: %w", err)
		return s.broken
	}
	return nil
}

// mayWrite is an error in a store that can only be read.
func (s *Store) mayWrite() error {
	if !s.file.ReadOnly() {
		return nil
	}
	return schema.Errorf(schema.KindIO, "get the right to write to its folder and to "+kv.FileName+" in it, or copy the folder and name the copy with --store",
		"the store %s can only be read", s.dir)
}

// write runs one writer at a time.
func (s *Store) write(ctx context.Context, what string, plan func(*change) error) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := errors.Join(s.mayWrite(), s.makeRoom()); err != nil {
		return fmt.Errorf("graph: write %s: %w", what, err)
	}
	c := change{contents: s.contents}
	err := plan(&c)
	if err == nil {
		err = s.commit(ctx, &c)
	}
	if err != nil {
		return fmt.Errorf("graph: write %s: %w", what, err)
	}
	return nil
}
