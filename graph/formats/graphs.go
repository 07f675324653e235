package formats

import (
	"context"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/nanopub"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/rdf"
)

// graphs are the formats of the whole graph.
var graphs = []Format{
	{Name: "graph", Help: "the whole graph, one JSON record a line", Extensions: []string{".graph.jsonl", ".graph.ndjson"}, MediaType: "application/x-ndjson", Lossless: true,
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.Graph(w, j.Snapshot, j.Provenance) }},
	{Name: "csv-package", Help: "the whole graph, a zip of CSV files with metadata (CSV on the Web)", Extensions: []string{".csv.zip"}, MediaType: "application/zip", Lossless: true, Binary: true,
		Write: func(_ context.Context, w io.Writer, j Job) error {
			return export.CSVPackage(w, j.Snapshot, j.Provenance)
		}},
	{Name: "parquet-package", Help: "the whole graph, a zip of Parquet files (for R, pandas, DuckDB)", Extensions: []string{".parquet.zip"}, MediaType: "application/zip", Lossless: true, Binary: true,
		Write: func(_ context.Context, w io.Writer, j Job) error {
			return export.ParquetPackage(w, j.Snapshot, j.Provenance)
		}},
	ofRDF(rdf.NQuads, "the whole graph as RDF, one quad a line, sorted", "application/n-quads", ".nq", ".nquads"),
	ofRDF(rdf.NTriples, "the same without the names of graphs", "application/n-triples", ".nt"),
	ofRDF(rdf.Turtle, "the same, for people and tools that know one graph", "text/turtle", ".ttl"),
	ofRDF(rdf.TriG, "the same, the statements of each source as a named graph", "application/trig", ".trig"),
	ofRDF(rdf.JSONLD, "the same as JSON that brings its context with it", "application/ld+json", ".jsonld"),
	{Name: "nanopub", Help: "accepted statements as nanopublications, unsigned, in TriG", Extensions: []string{".nanopub.trig"}, MediaType: "application/trig", Filtered: true,
		Write: func(_ context.Context, w io.Writer, j Job) error {
			return nanopub.Write(w, j.Snapshot, j.Filter, j.Provenance)
		}},
}

// ofRDF is a format of package rdf; those that show named graphs go source by
// source.
func ofRDF(format rdf.Format, help, mediaType string, extensions ...string) Format {
	return Format{Name: string(format), Help: help, Extensions: extensions, MediaType: mediaType, Profile: quads.Vocabulary, Lossless: true,
		Write: func(ctx context.Context, w io.Writer, j Job) error {
			all := j.Store.Quads
			if format == rdf.TriG || format == rdf.JSONLD {
				all = j.Store.QuadsBySource
			}
			return rdf.Write(w, format, rdf.Head{Comments: j.Provenance.Lines()}, all(ctx))
		}}
}
