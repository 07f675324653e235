package main

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

// mappedImport writes a table that was read once into a store.
type mappedImport struct {
	app      *app
	store    *graph.Store
	table    *coded.Table
	flags    *mapFlags
	file     string
	register *coded.Register
	report   mapReport
	cited    map[string]bool // sources that were handed to the store
}

func (m *mappedImport) run(ctx context.Context) error {
	if err := m.prepare(ctx); err != nil {
		return err
	}
	if err := m.finish(ctx); err != nil {
		return err
	}
	return m.print()
}

// prepare finds what the table names in the codebook, or makes it, and writes
// nothing.
func (m *mappedImport) prepare(ctx context.Context) error {
	cb, err := m.codebook(ctx)
	if err != nil {
		return err
	}
	m.table.FindSources(m.sourceNames())
	m.register, err = m.table.Register(cb, m.flags.strict, func(ref string) (string, bool) {
		known, ok := m.store.CodebookVersion(ref)
		if !ok {
			return "", false
		}
		return known.YAML, true
	})
	if err != nil {
		return err
	}
	m.report = mapReport{Statements: m.table.Rows, Codebook: m.register.Codebook.Ref(), Actors: m.register.CreatedActors,
		Propositions: m.register.CreatedPropositions, Unassigned: m.register.Unassigned}
	return nil
}

// finish checks every statement and writes them, from where an import of the
// same table was interrupted.
func (m *mappedImport) finish(ctx context.Context) error {
	id := m.table.RunID(m.register)
	written, complete := m.store.ImportWritten(id)
	if complete {
		m.report.Known = m.table.Rows
		return nil
	}
	if m.report.Resumed = written; written > 0 {
		fmt.Fprintf(m.app.stderr, "%s: going on with an import that was interrupted after %s\n", m.file, plural(written, "statement"))
	}
	if err := m.check(ctx); err != nil {
		return err
	}
	return m.write(ctx, id)
}

// codebook is the one to begin with, or nil: the built-in one has nothing to do
// with a table.
func (m *mappedImport) codebook(ctx context.Context) (*schema.Codebook, error) {
	if m.app.codebook != "" {
		return m.app.storeCodebook(ctx, m.store)
	}
	cb, err := m.store.Codebook(ctx)
	if schema.KindOf(err) == schema.KindNotFound {
		if m.flags.strict {
			return nil, usage("name one with --codebook", "--strict needs a codebook, and the store has none")
		}
		return nil, nil
	}
	if err == nil && m.flags.name != "" && m.flags.name != cb.Name {
		return nil, usage("use a store of its own, or leave --codebook-name out", "--codebook-name %s: the store has the codebook %s", m.flags.name, cb.Ref())
	}
	return cb, err
}

// sourceNames finds sources of the store by file name. Where two have one name,
// neither is meant.
func (m *mappedImport) sourceNames() map[string]string {
	names := map[string]string{}
	for id, src := range m.store.Snapshot().Sources {
		if other, twice := names[src.Doc]; twice && other != id {
			id = ""
		}
		names[src.Doc] = id
	}
	return names
}

func (m *mappedImport) check(ctx context.Context) error {
	p := m.app.newProgress("checking "+m.file, m.table.Rows)
	defer p.finish()
	return m.table.CheckIDs(ctx, m.register, func() { p.add(1) })
}

// write writes batch by batch; the last transaction makes all of it visible.
func (m *mappedImport) write(ctx context.Context, id string) error {
	im, err := m.store.BeginImport(ctx, graph.ImportRun{ID: id, File: m.file, Hash: m.table.Hash, Mapping: m.table.Mapping(), Statements: m.table.Rows},
		m.register.Codebook)
	if err != nil {
		return err
	}
	p := m.app.newProgress("writing "+m.file, m.table.Rows)
	defer p.finish()
	m.cited = map[string]bool{}
	var batch []schema.Statement
	for record, err := range m.table.Statements(ctx, m.register) {
		if err != nil {
			return err
		}
		if batch = append(batch, record.Statement); len(batch) == m.flags.batch {
			if err := m.put(ctx, im, batch); err != nil {
				return err
			}
			p.add(len(batch))
			batch = batch[:0]
		}
	}
	if err := m.put(ctx, im, batch); err != nil {
		return err
	}
	return im.Finish(ctx)
}

func (m *mappedImport) put(ctx context.Context, im *graph.Import, batch []schema.Statement) error {
	var sources []schema.Source
	for i := range batch {
		if id := batch[i].Source; !m.cited[id] {
			m.cited[id] = true
			if src, ok := m.table.Source(&batch[i]); ok {
				sources = append(sources, src)
			}
		}
	}
	report, err := im.Put(ctx, sources, batch)
	m.report.Added += report.Added
	m.report.Known += report.Known
	return err
}

func (m *mappedImport) print() error {
	r := m.report
	if m.app.json {
		return printJSON(m.app.stdout, r)
	}
	fmt.Fprintf(m.app.stdout, "%s: %d added, %d there already\n", plural(r.Statements, "statement"), r.Added, r.Known)
	if r.Actors+r.Propositions == 0 {
		return nil
	}
	fmt.Fprintf(m.app.stdout, "%s and %s made in codebook %s", plural(r.Actors, "actor"), plural(r.Propositions, "proposition"), r.Codebook)
	if r.Unassigned > 0 {
		fmt.Fprintf(m.app.stdout, "; propositions without an issue: %d", r.Unassigned)
	}
	_, err := fmt.Fprintln(m.app.stdout)
	return err
}
