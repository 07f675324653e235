package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/exported"
	"github.com/stancegraph/stancegraph/schema"
)

// importReport is what the import of a document did.
type importReport struct {
	graph.Report
	Codebooks   int `json:"codebooks,omitempty"` // in the file
	Sources     int `json:"sources,omitempty"`
	Annotations int `json:"annotations,omitempty"`
	Withheld    int `json:"sources_without_text,omitempty"`
}

// importDocument adds what a file brings, all of it or nothing.
func (a *app) importDocument(ctx context.Context, doc document, name string, markCoded bool) error {
	return a.withStore(len(doc.Codebooks) > 0, func(s *graph.Store) error {
		report, err := a.putDocument(ctx, s, doc, name)
		if err != nil {
			return err
		}
		if markCoded {
			for _, id := range sourcesOf(doc.Statements) {
				if err := s.MarkCoded(ctx, id, true); err != nil {
					return err
				}
			}
		}
		return a.printImport(doc, importReport{Report: report.Statements, Codebooks: len(doc.Codebooks), Sources: len(doc.Sources),
			Annotations: len(doc.Annotations), Withheld: withheld(doc.Sources)})
	})
}

// More statements than mostAtOnce are written in batches, which become visible
// together: a transaction is in memory whole.
const (
	mostAtOnce = 20_000
	loadBatch  = 10_000
)

// putDocument writes what a file brings. One without a codebook is checked with
// the store's.
func (a *app) putDocument(ctx context.Context, s *graph.Store, doc document, name string) (graph.CorpusReport, error) {
	if len(doc.Codebooks) == 0 {
		if _, err := a.storeCodebook(ctx, s); err != nil {
			return graph.CorpusReport{}, err
		}
	}
	put := s.PutCorpus
	if len(doc.Statements) > mostAtOnce {
		put = func(ctx context.Context, corpus graph.Corpus) (graph.CorpusReport, error) {
			return s.LoadCorpus(ctx, corpus, filepath.Base(name), loadBatch)
		}
	}
	report, err := put(ctx, doc.Corpus)
	if err != nil {
		return report, locate(err, name, doc.places)
	}
	return report, nil
}

func withheld(sources []schema.Source) int {
	n := 0
	for i := range sources {
		if sources[i].Withheld() {
			n++
		}
	}
	return n
}

func (a *app) printImport(doc document, r importReport) error {
	if a.json {
		return printJSON(a.stdout, r)
	}
	text := fmt.Sprintf("%s: %d added, %d there already", plural(len(doc.Statements), "statement"), r.Added, r.Known+r.Updated)
	for _, more := range []struct {
		n   int
		one string
	}{{r.Codebooks, "version of the codebook"}, {r.Sources, "source"}, {r.Annotations, "annotation"}} {
		if more.n > 0 {
			text += ", " + plural(more.n, more.one)
		}
	}
	if r.Withheld > 0 {
		text += fmt.Sprintf("; the text of %s is missing: quote-only", plural(r.Withheld, "source"))
	}
	_, err := fmt.Fprintln(a.stdout, text)
	return writing("standard output", err)
}

// locate says in which file and line the records stand that a store refused.
func locate(err error, name string, places map[string]exported.Place) error {
	var problems schema.Problems
	if !errors.As(err, &problems) {
		return fmt.Errorf("%s: %w", name, err)
	}
	located := make(schema.Problems, len(problems))
	for i, p := range problems {
		if at, ok := places[p.Record]; ok {
			p.File, p.Line, p.Record = at.File, at.Line, ""
		}
		located[i] = p
	}
	return located.Err(schema.HintOf(err))
}

// sourcesOf lists the sources that statements name, each once, in their order.
func sourcesOf(statements []schema.Statement) []string {
	var ids []string
	seen := map[string]bool{}
	for i := range statements {
		if id := statements[i].Source; !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}
