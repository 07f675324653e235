package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest"
	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/ingest/exported"
	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/server"
)

// desk takes what people add in the browser, and does with it what the commands
// ingest, import, review and demo do. One at a time writes; readers do not wait.
type desk struct {
	app     *app
	store   *graph.Store
	writing sync.Mutex

	tables   tables
	pipeline *ingest.Pipeline // of the codebook it was compiled for
	compiled *schema.Codebook
}

// done makes what was written visible to the next page.
func (d *desk) done() { d.store.Refresh() }

// Add reads an article, stores it with what is proposed, and links it with near
// copies. Nothing is written of a text that is there already.
func (d *desk) Add(ctx context.Context, article server.Article) (server.Added, error) {
	meta := read.Meta{Title: article.Title, Author: article.Author, Outlet: article.Outlet, URL: article.URL}
	if article.Published != "" {
		var err error
		if meta.Published, err = schema.ParseDate(article.Published); err != nil {
			return server.Added{}, schema.Errorf(schema.KindInput, "correct it, or leave it empty: then what the text says counts", "published: %w", err)
		}
	}
	src, err := read.Text(article.Name, article.Data, meta)
	if err != nil {
		return server.Added{}, err
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	if known, ok := d.store.Refresh().Sources[src.ID]; ok {
		return server.Added{Source: known.ID, Known: true}, nil
	}
	pipeline, err := d.compile(ctx)
	if err != nil {
		return server.Added{}, err
	}
	near := newCopies()
	near.add(&src)
	if err := near.addStore(ctx, d.store); err != nil {
		return server.Added{}, err
	}
	report, err := ingestOne(ctx, d.store, pipeline, src)
	if err != nil {
		return server.Added{}, err
	}
	defer d.done()
	near.find(&src)
	return server.Added{Source: src.ID, Statements: report.Added}, d.store.LinkSources(ctx, near.both())
}

// compile is the pipeline of the store's codebook. A store without one gets
// that of --codebook, else the built-in one.
func (d *desk) compile(ctx context.Context) (*ingest.Pipeline, error) {
	cb, err := d.app.storeCodebook(ctx, d.store)
	if err != nil {
		return nil, err
	}
	if d.pipeline == nil || d.compiled.YAML != cb.YAML {
		p, err := ingest.New(cb)
		if err != nil {
			return nil, err
		}
		d.pipeline, d.compiled = p, cb
	}
	return d.pipeline, nil
}

// Decide takes the decisions of a reviewer.
func (d *desk) Decide(ctx context.Context, decisions []graph.Decision) error {
	_, err := d.store.Review(ctx, decisions)
	d.done()
	return err
}

// Note keeps a note.
func (d *desk) Note(ctx context.Context, note schema.Annotation) error {
	_, err := d.store.PutAnnotations(ctx, []schema.Annotation{note})
	d.done()
	return err
}

// MarkCoded says whether a person has coded a source.
func (d *desk) MarkCoded(ctx context.Context, source string, coded bool) error {
	err := d.store.MarkCoded(ctx, source, coded)
	d.done()
	return err
}

// Demo puts the seeds into the store.
func (d *desk) Demo(ctx context.Context) error {
	d.writing.Lock()
	defer d.writing.Unlock()
	err := d.app.loadDemo(ctx, d.store)
	d.done()
	return err
}

// Import brings in a file, which is put aside first: a database is read at
// random, and every file is checked whole before the first record is written.
func (d *desk) Import(ctx context.Context, name string, in io.Reader) (done server.Imported, err error) {
	dir, err := os.MkdirTemp("", "stancegraph-import-")
	if err != nil {
		return done, schema.Errorf(schema.KindIO, "make room in the temporary folder", "temporary folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "file"+filepath.Ext(name))
	if err := writeFile(path, func(w io.Writer) error { _, err := io.Copy(w, in); return err }); err != nil {
		return done, err
	}
	d.writing.Lock()
	defer d.writing.Unlock()
	defer d.store.Renew() // who waits for an import can wait for the pages of all others, too
	if isDNA(path) {
		done.Said, err = d.importDNA(ctx, path, name)
		return done, err
	}
	err = needsMapFor(name)
	if err == nil {
		done.Said, err = d.importDocument(ctx, path, name)
	}
	if errors.Is(err, exported.ErrColumns) {
		done.Table, err = d.tables.keep(name, path)
		if err == nil {
			_, err = d.Table(ctx, done.Table, "") // what cannot be taken apart is said at once
		}
	}
	return done, err
}

func (d *desk) importDNA(ctx context.Context, path, name string) (string, error) {
	file, err := dna.Read(ctx, path)
	if err != nil {
		return "", calling(err, path, name)
	}
	c, err := dna.Convert(file, dna.Options{Name: strings.TrimSuffix(name, filepath.Ext(name))})
	if err != nil {
		return "", err
	}
	r, err := putDNA(ctx, d.store, c, name)
	return fmt.Sprintf("%s, %s", plural(r.Statements, "statement"), plural(r.Sources, "source")), err
}

// calling is an error about a file that was put aside, under the name that it
// came with.
func calling(err error, path, name string) error {
	return schema.Errorf(schema.KindOf(err), schema.HintOf(err), "%s", strings.ReplaceAll(err.Error(), path, name))
}

func (d *desk) importDocument(ctx context.Context, path, name string) (string, error) {
	format, err := importFormat("", name)
	if err != nil {
		return "", err
	}
	in, err := os.Open(path)
	if err != nil {
		return "", err
	}
	plain, err := unpacked(in, name)
	var doc document
	if err == nil {
		doc, err = importReaders[format](ctx, plain, name)
	}
	if err = errors.Join(err, in.Close()); err != nil {
		return "", err
	}
	report, err := d.app.putDocument(ctx, d.store, doc, name)
	return fmt.Sprintf("%s, %s", plural(len(doc.Statements), "statement"), plural(report.Sources, "source")), err
}
