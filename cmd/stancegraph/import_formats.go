package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
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
	"jsonl":           fromExported(text(exported.JSONLines)),
	"graph":           fromExported(text(exported.JSONLines)),
	"annotations":     fromExported(text(exported.Annotations)),
	"csv":             fromExported(text(exported.CSV)),
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

// text reads what has lines, and says of anything else what it is, instead of
// what is wrong with each of its lines.
func text(read func(io.Reader, string) (*exported.Graph, error)) func(io.Reader, string) (*exported.Graph, error) {
	return func(in io.Reader, name string) (*exported.Graph, error) {
		b := bufio.NewReaderSize(in, 64<<10)
		if head, _ := b.Peek(4 << 10); bytes.IndexByte(head, 0) >= 0 {
			return nil, schema.Errorf(schema.KindInput, "save a spreadsheet as CSV, in UTF-8; add an article instead of importing it; name other files by the ending of their format", "%s: binary, not text", name)
		}
		return read(b, name)
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
