package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/seeds"
)

// openStore opens the store of --store. Only commands that write create one:
// a question to a store that is not there is a mistake in the path.
func (a *app) openStore(create bool) (*graph.Store, error) {
	now, err := a.clock()
	if err != nil {
		return nil, err
	}
	if err := a.mustExist(); err != nil && !create {
		return nil, err
	}
	s, err := graph.Open(a.store, graph.Options{Create: create, Command: strings.Join(os.Args, " "), Now: now})
	if err == nil && !a.tellsInterrupted {
		a.noteInterrupted(s)
	}
	return s, err
}

// noteInterrupted says that the store has more than anybody sees.
func (a *app) noteInterrupted(s *graph.Store) {
	for _, im := range s.Interrupted() {
		fmt.Fprintln(a.stderr, "note: "+interrupted(im))
	}
}

// interrupted says how far an import is, and the two ways on.
func interrupted(im graph.ImportState) string {
	return fmt.Sprintf("the import of %s was interrupted after %d of %s, which nobody sees: run it again to go on, or stancegraph import --discard %s",
		im.File, im.Written, plural(im.Statements, "statement"), im.ID)
}

func (a *app) mustExist() error {
	if _, err := os.Stat(a.store); errors.Is(err, fs.ErrNotExist) {
		return schema.Errorf(schema.KindNotFound, "check --store, or make one with stancegraph ingest or stancegraph serve --create, or look at stancegraph demo",
			"there is no store at %s", a.store)
	}
	return nil
}

// clock is the time that gets recorded: --now where it is given.
func (a *app) clock() (func() time.Time, error) {
	if a.now == "" {
		return time.Now, nil
	}
	t, err := time.Parse(time.RFC3339, a.now)
	if err != nil {
		return nil, usage("write it as 2025-10-21T12:00:00Z", "--now %q: expected a time", a.now)
	}
	return func() time.Time { return t }, nil
}

// withStore runs f on the open store and closes it; a failed close is not lost.
func (a *app) withStore(create bool, f func(*graph.Store) error) error {
	s, err := a.openStore(create)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// storeCodebook returns the codebook to work with and puts it into the store:
// that of --codebook, else the store's, else the built-in one.
func (a *app) storeCodebook(ctx context.Context, s *graph.Store) (*schema.Codebook, error) {
	if a.codebook == "" {
		cb, err := s.Codebook(ctx)
		if schema.KindOf(err) != schema.KindNotFound {
			return cb, err
		}
	}
	cb, err := a.fileCodebook()
	if err != nil {
		return nil, err
	}
	return cb, s.PutCodebook(ctx, cb)
}

// fileCodebook is the codebook of --codebook, else the built-in one.
func (a *app) fileCodebook() (*schema.Codebook, error) {
	if a.codebook == "" {
		return seedCodebook()
	}
	cb, err := schema.OpenCodebook(a.codebook)
	if err != nil {
		return nil, err
	}
	a.warn(cb.Warnings)
	return cb, nil
}

func seedCodebook() (*schema.Codebook, error) {
	data, err := fs.ReadFile(seeds.Demo(), "codebook.yaml")
	if err != nil {
		return nil, err
	}
	return schema.LoadCodebook("codebook.yaml", data)
}
