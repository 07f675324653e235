package explore

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/stancegraph/stancegraph/graph/kv"
)

const (
	maxChildren = 2               // queries that run at a time
	patience    = 5 * time.Second // how long others wait for a place
)

// Store is what an Explorer asks: graph.Store is one.
type Store interface {
	Image() (*kv.Image, error)
}

// Explorer answers queries on a store that is open, and goes on being written,
// in this process: it asks copies of its file. It may be used by many
// goroutines; so many queries run at a time as there are places, and others
// wait for one a while. Close it when done.
type Explorer struct {
	copies *copies
	places chan struct{}
	ctx    context.Context // ends when the explorer is closed
	stop   context.CancelFunc
}

// New returns an explorer that keeps its copies in a folder: that of the store,
// where there is room for another file of that size, and where a copy that a
// killed process left behind is found and removed.
func New(s Store, dir string) *Explorer {
	ctx, stop := context.WithCancel(context.Background())
	return &Explorer{copies: newCopies(s, dir), places: make(chan struct{}, maxChildren), ctx: ctx, stop: stop}
}

// Run asks the store as it was when the last write was acknowledged; for the
// exception, which is large stores, see [Result.Note]. Errors are those of the
// function Run and ErrBusy.
func (e *Explorer) Run(ctx context.Context, q Query) (Result, error) {
	q, err := q.check()
	if err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(e.ctx, cancel)()
	if err := e.enter(ctx); err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	defer func() { <-e.places }()
	c, note, err := e.copies.take(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	r, err := Run(ctx, c.path, q)
	if err = errors.Join(err, e.copies.give(c)); err != nil {
		return Result{}, err
	}
	r.Note = cmp.Or(r.Note, note)
	return r, nil
}

// enter waits for a place.
func (e *Explorer) enter(ctx context.Context) error {
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case e.places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return busyError()
	}
}

// Close ends the queries that run and removes the copies.
func (e *Explorer) Close() error {
	e.stop()
	for range maxChildren { // they stay taken: nothing runs after this
		e.places <- struct{}{}
	}
	return e.copies.close()
}
