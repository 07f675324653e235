package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server"
)

// tables are those that were handed in to have their columns named, the last
// ones, in a temporary folder.
type tables struct {
	mu   sync.Mutex
	dir  string
	list []putAside // the last one last
}

type putAside struct{ id, name string }

const (
	mostTables = 8
	shownRows  = 5
)

// keep puts a file aside under the hash of its content.
func (t *tables) keep(name, path string) (string, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.dir == "" {
		dir, err := os.MkdirTemp("", "stancegraph-tables-")
		if err != nil {
			return "", schema.Errorf(schema.KindIO, "make room in the temporary folder", "temporary folder: %w", err)
		}
		t.dir = dir
	}
	sum := sha256.New()
	if err := hashFile(sum, path); err != nil {
		return "", err
	}
	id := hex.EncodeToString(sum.Sum(nil)[:12])
	err := os.Rename(path, t.path(id))
	if err != nil {
		return "", err
	}
	t.list = append(slices.DeleteFunc(t.list, func(p putAside) bool { return p.id == id }), putAside{id, name})
	if len(t.list) > mostTables {
		err = os.Remove(t.path(t.list[0].id))
		t.list = t.list[1:]
	}
	return id, err
}

func hashFile(sum io.Writer, path string) (err error) {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	_, err = io.Copy(sum, in)
	return err
}

func (t *tables) path(id string) string { return filepath.Join(t.dir, id) }

// find opens a table that is kept.
func (t *tables) find(id string) (name string, open coded.Input, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := slices.IndexFunc(t.list, func(p putAside) bool { return p.id == id })
	if at < 0 {
		return "", nil, schema.Errorf(schema.KindNotFound, "hand the file in again at /add; tables are kept until the server stops, the last few of them", "there is no table %q", id)
	}
	path := t.path(id)
	return t.list[at].name, func() (io.ReadCloser, error) { return os.Open(path) }, nil
}

func (t *tables) close() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.dir == "" {
		return nil
	}
	return os.RemoveAll(t.dir)
}

// Table returns the beginning of a table that was put aside.
func (d *desk) Table(_ context.Context, id, delimiter string) (server.Table, error) {
	name, open, err := d.tables.find(id)
	if err != nil {
		return server.Table{}, err
	}
	head, err := coded.ReadHead(open, name, server.Delimiters[delimiter], shownRows)
	if err != nil {
		return server.Table{}, err
	}
	t := server.Table{ID: id, Name: name, Columns: head.Columns, First: head.Rows}
	for called, r := range server.Delimiters {
		if r == head.Delimiter {
			t.Delimiter = called
		}
	}
	return t, nil
}

// ImportTable does what import --map does.
func (d *desk) ImportTable(ctx context.Context, id string, how server.TableReading, trial bool) (server.TableReport, error) {
	name, open, err := d.tables.find(id)
	if err != nil {
		return server.TableReport{}, err
	}
	t, err := d.Table(ctx, id, how.Delimiter)
	if err != nil {
		return server.TableReport{}, err
	}
	opt := coded.Options{Name: name, Columns: how.Columns, Constants: how.Constants, Delimiter: server.Delimiters[t.Delimiter], ActorKind: how.ActorKind}
	table, err := coded.Read(ctx, open, opt, nil)
	if err != nil {
		return server.TableReport{}, err
	}
	if !trial {
		d.writing.Lock()
		defer d.writing.Unlock()
		defer d.done()
	}
	m := &mappedImport{app: d.app, store: d.store, table: table, flags: &mapFlags{strict: how.Strict, batch: defaultBatch}, file: name}
	if err := m.prepare(ctx); err != nil {
		return server.TableReport{}, err
	}
	report := server.TableReport{Statements: table.Rows, Codebook: m.report.Codebook, Actors: m.report.Actors, Propositions: m.report.Propositions, Unassigned: m.report.Unassigned}
	if trial {
		if err := m.check(ctx); err != nil {
			return report, err
		}
		return report, m.foresee(ctx, &report)
	}
	err = m.finish(ctx)
	report.Added = m.report.Added
	return report, err
}

// foresee says which statements would be added, and what the first ones are.
func (m *mappedImport) foresee(ctx context.Context, report *server.TableReport) error {
	cb, snap := m.register.Codebook, m.store.Snapshot()
	report.First = []server.TableRow{}
	for st, err := range m.table.Statements(ctx, m.register) {
		if err != nil {
			return err
		}
		if _, there := snap.Statement(st.ID); !there {
			report.Added++
		}
		if len(report.First) < shownRows {
			report.First = append(report.First, server.TableRow{Line: st.Line, Actor: cb.ActorLabel(st.Actor), Proposition: cb.PropositionLabel(st.Proposition),
				Stance: st.Stance, Date: st.Date.String(), Source: st.Doc})
		}
	}
	return nil
}
