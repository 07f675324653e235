package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/ingest/exported"
	"github.com/stancegraph/stancegraph/schema"
)

// document is what a file brings, and where in it each record stands.
type document struct {
	graph.Corpus
	places map[string]exported.Place
}

// importReaders says how a format is read, by its name in graph/formats.
var importReaders = map[string]func(ctx context.Context, in io.Reader, name string) (document, error){
	"jsonl":           fromExported(exported.JSONLines),
	"graph":           fromExported(exported.JSONLines),
	"annotations":     fromExported(exported.Annotations),
	"csv":             fromExported(exported.CSV),
	"csv-package":     fromExported(exported.CSVPackage),
	"parquet":         fromExported(exported.Parquet),
	"parquet-package": fromExported(exported.ParquetPackage),
	"nquads":          fromRDF(rdf.NQuads),
	"ntriples":        fromRDF(rdf.NTriples),
	"turtle":          fromRDF(rdf.Turtle),
	"trig":            fromRDF(rdf.TriG),
	"jsonld":          fromRDF(rdf.JSONLD),
}

// fromExported is a reader of package exported.
func fromExported(read func(io.Reader, string) (*exported.Graph, error)) func(context.Context, io.Reader, string) (document, error) {
	return func(_ context.Context, in io.Reader, name string) (document, error) {
		g, err := read(in, name)
		if err != nil {
			return document{}, err
		}
		return document{graph.Corpus{Codebooks: g.Codebooks, Sources: g.Sources, Statements: g.Statements, Annotations: g.Annotations}, g.Places}, nil
	}
}

// fromRDF is a reader of a graph.
func fromRDF(format rdf.Format) func(context.Context, io.Reader, string) (document, error) {
	return func(_ context.Context, in io.Reader, name string) (document, error) {
		corpus, lines, err := graph.ReadRDF(in, format, name)
		if err != nil {
			return document{}, err
		}
		places := make(map[string]exported.Place, len(lines))
		for record, line := range lines {
			places[record] = exported.Place{File: name, Line: line}
		}
		return document{corpus, places}, nil
	}
}

// dnaFormat is the name of the one format that is not read as a stream.
const dnaFormat = "dna"

// importNames lists the formats that can be read, in the order of the table.
func importNames() []string {
	return slices.DeleteFunc(formats.Names(), func(name string) bool { return importReaders[name] == nil && name != dnaFormat })
}

// importFormat is the format asked for, else that of the file's ending, else
// JSON Lines.
func importFormat(name, path string) (string, error) {
	if name == "" {
		switch f, ok := formats.OfFile(path); {
		case ok:
			name = f.Name
		case isRDFXML(path):
			return "", usage("convert it, for example with Raptor: rapper -o turtle", "%s: RDF/XML is not read", path)
		default:
			name = "jsonl"
		}
	}
	if name == dnaFormat {
		return "", usage("unpack it first: gunzip", "%s: a file of Discourse Network Analyzer is read unpacked", path)
	}
	if importReaders[name] == nil {
		return "", usage("export one of these instead", "--format %s: expected one of %s%s", name, strings.Join(importNames(), ", "),
			schema.DidYouMean(name, maps.Keys(importReaders)))
	}
	return name, nil
}

// isRDFXML reports whether a file is called as one of RDF/XML.
func isRDFXML(path string) bool {
	name := strings.TrimSuffix(strings.ToLower(path), formats.Packed)
	return slices.Contains([]string{".rdf", ".owl", ".rdfxml"}, filepath.Ext(name))
}

// readDocument reads a file, packed or not.
func (a *app) readDocument(ctx context.Context, format, path string) (doc document, err error) {
	in, name, err := a.openInput(path)
	if err != nil {
		return document{}, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	plain, err := unpacked(in, name)
	if err != nil {
		return document{}, err
	}
	return importReaders[format](ctx, plain, name)
}

// unpacked is the content of a file that may be packed with gzip.
func unpacked(in io.Reader, name string) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 64<<10)
	head, _ := b.Peek(2)
	switch {
	case bytes.Equal(head, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, tornError(name, err)
		}
		return tornReader{z, name}, nil
	case strings.HasSuffix(strings.ToLower(name), formats.Packed):
		return nil, schema.Errorf(schema.KindInput, "name it without .gz, or pack it with gzip", "%s: it is called .gz and is not packed with gzip", name)
	}
	return b, nil
}

// tornReader tells a damaged archive from a disk that says no.
type tornReader struct {
	io.Reader
	name string
}

func (t tornReader) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = tornError(t.name, err)
	}
	return n, err
}

func tornError(name string, err error) error {
	return schema.Errorf(schema.KindInput, "pack the file again: it is damaged or cut off", "%s: cannot be unpacked: %w", name, err)
}

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
				if err := s.MarkCoded(ctx, id); err != nil {
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
