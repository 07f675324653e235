package explore

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

// Run asks a store that this process does not have open: a folder, or the file
// in it, or a copy of that. It takes a shared lock: other queries may run on it
// meanwhile, and nobody can write.
//
// The errors are those of this package and of package kv; when ctx ends first,
// that of ctx. With an error there is no result.
func Run(ctx context.Context, store string, q Query) (Result, error) {
	q, err := q.check()
	if err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	file, err := fileOf(store)
	if err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	begin := time.Now()
	r, err := run(ctx, file, q)
	if err != nil {
		return Result{}, fmt.Errorf("query: %w", err)
	}
	r.Language, r.Elapsed = q.Language, time.Since(begin)
	return r, nil
}

// fileOf is the file of a store.
func fileOf(store string) (string, error) {
	info, err := os.Stat(store)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "", schema.Errorf(schema.KindNotFound, "check --store, or make one with stancegraph ingest, or look at stancegraph demo", "there is no store at %s", store)
	case err != nil:
		return "", schema.Errorf(schema.KindIO, "check that the folder can be read", "store: %w", err)
	case info.IsDir():
		return filepath.Join(store, kv.FileName), nil
	}
	return store, nil
}

func run(ctx context.Context, file string, q Query) (Result, error) {
	timed, cancel := context.WithTimeoutCause(ctx, q.Limits.Time, timeError(q.Limits.Time))
	defer cancel()
	p, err := start(timed, request{File: file, Language: q.Language, Text: q.Text, Rows: q.Limits.Rows, Memory: q.Limits.Memory, Time: q.Limits.Time})
	if err != nil {
		if ctx.Err() == nil && timed.Err() != nil { // a busy machine took the time to start it
			err = context.Cause(timed)
		}
		return Result{}, err
	}
	a, readError := read(p.stdout, q.Limits.Rows)
	if readError != nil {
		cancel() // what it says cannot be trusted, so let it not go on
	}
	exitError := p.wait()
	switch cause := context.Cause(timed); {
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	case readError == nil && a.fault != nil:
		return Result{}, a.fault
	case readError == nil && a.end != nil:
		return a.result(), nil
	case cause != nil && !errors.Is(cause, context.Canceled):
		return Result{}, cause
	case readError != nil && !errors.Is(readError, io.EOF):
		return Result{}, readError
	}
	return Result{}, p.verdict(exitError, q.Limits)
}

// childAnswer is what a child said.
type childAnswer struct {
	rows    []Row
	emitted bool
	fault   error
	end     *end
}

// read reads messages until the last one. io.EOF means that there was none.
func read(r io.Reader, limit int) (a childAnswer, err error) {
	d := json.NewDecoder(bufio.NewReader(io.LimitReader(r, 2*MaxSize)))
	d.UseNumber()
	for {
		var m message
		switch err := d.Decode(&m); {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return a, io.EOF
		case err != nil:
			return a, schema.Errorf(schema.KindInput, "ask for fewer or simpler values", "the answer cannot be read: %w", err)
		case m.Fault != nil:
			a.fault = m.Fault.err()
			return a, nil
		case m.End != nil:
			a.end = m.End
			return a, nil
		case len(a.rows) == limit:
			return a, errors.New("the child did not keep to the limit of rows")
		}
		if m.Row == nil {
			m.Row = Row{}
		}
		a.rows = append(a.rows, m.Row)
		a.emitted = a.emitted || m.Emitted
	}
}

func (a childAnswer) result() Result {
	if !a.emitted {
		sortRows(a.rows, columnsOf(a.rows))
	}
	return Result{Columns: columnsOf(a.rows), Rows: append([]Row{}, a.rows...), Truncated: a.end.Truncated, Note: a.end.Note}
}
