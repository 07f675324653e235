package explore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// copies keeps one copy of a store, and those that queries still read. A copy
// serves until the store changes.
//
// One that took long to make serves ten times as long as that at least, so that
// a large store that is written all the time is not copied all the time.
type copies struct {
	store   Store
	dir     string
	turn    chan struct{} // held by whoever looks at or changes what follows
	current *storeCopy
}

type storeCopy struct {
	path     string
	sequence int
	made     time.Time
	took     time.Duration
	readers  int
}

const (
	longCopy    = time.Second
	copyPattern = "query-*.bolt"
)

func newCopies(s Store, dir string) *copies {
	return &copies{store: s, dir: dir, turn: make(chan struct{}, 1)}
}

// take returns a copy to read, for which give must be called, and what to say
// about an answer from it.
func (c *copies) take(ctx context.Context) (taken *storeCopy, note string, err error) {
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, "", ctx.Err()
	}
	defer func() { <-c.turn }()
	if note, err = c.refresh(ctx); err != nil {
		return nil, "", err
	}
	c.current.readers++
	return c.current, note, nil
}

// refresh makes the current copy new enough.
func (c *copies) refresh(ctx context.Context) (note string, err error) {
	image, err := c.store.Image()
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, image.Close()) }()
	old := c.current
	switch {
	case old == nil:
		c.sweep()
	case old.sequence == image.Sequence():
		return "", nil
	case old.took > longCopy && time.Since(old.made) < 10*old.took:
		return "the answer is of " + old.made.UTC().Format("2006-01-02 15:04:05 UTC") + "; the store has changed since", nil
	}
	if c.current, err = c.write(ctx, image); err != nil {
		c.current = old
		return "", err
	}
	return "", old.drop()
}

// write makes a new copy.
func (c *copies) write(ctx context.Context, image *kv.Image) (*storeCopy, error) {
	begin := time.Now()
	f, err := os.CreateTemp(c.dir, copyPattern) // readable by nobody else
	if err != nil {
		return nil, copyError(err)
	}
	_, err = image.WriteTo(untilDone{ctx, f})
	if err = errors.Join(err, f.Close()); err != nil {
		err = errors.Join(err, os.Remove(f.Name()))
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, copyError(err)
	}
	return &storeCopy{path: f.Name(), sequence: image.Sequence(), made: begin, took: time.Since(begin)}, nil
}

func copyError(err error) error {
	return schema.Errorf(schema.KindIO, "check that the disk has room for another file as large as the store", "copy the store: %w", err)
}

// give takes a copy back.
func (c *copies) give(taken *storeCopy) error {
	c.turn <- struct{}{}
	defer func() { <-c.turn }()
	taken.readers--
	if taken == c.current {
		return nil
	}
	return taken.drop()
}

// drop removes a copy that nobody reads; the last reader removes the others.
func (s *storeCopy) drop() error {
	if s == nil || s.readers > 0 {
		return nil
	}
	if err := os.Remove(s.path); err != nil {
		return schema.Errorf(schema.KindIO, "remove it by hand", "remove a copy of the store: %w", err)
	}
	return nil
}

// sweep removes what a killed process left behind. The folder is that of a
// store that this process alone has open.
func (c *copies) sweep() {
	left, _ := filepath.Glob(filepath.Join(c.dir, copyPattern)) // the pattern is right
	for _, path := range left {
		_ = os.Remove(path) // what cannot be removed takes room, no more
	}
}

func (c *copies) close() error {
	c.turn <- struct{}{}
	defer func() { <-c.turn }()
	last := c.current
	c.current = nil
	return last.drop()
}

// untilDone is a writer that stops with its context.
type untilDone struct {
	ctx context.Context
	f   *os.File
}

func (w untilDone) Write(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, fmt.Errorf("write %s: %w", w.f.Name(), err)
	}
	return w.f.Write(p)
}
