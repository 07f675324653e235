package formats

import (
	"context"
	"io"

	"github.com/stancegraph/stancegraph/graph/export"
)

// statements are the formats of statements alone, which take a filter.
var statements = []Format{
	{Name: "jsonl", Help: "statements, one JSON record a line", Extensions: []string{".jsonl", ".ndjson"}, MediaType: "application/x-ndjson", Filtered: true,
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.JSONLines(w, j.Snapshot, j.Filter) }},
	{Name: "csv", Help: "statements, one a row", Extensions: []string{".csv"}, MediaType: "text/csv", Filtered: true,
		Write:        func(_ context.Context, w io.Writer, j Job) error { return export.CSV(w, j.Snapshot, j.Filter) },
		BesideEnding: export.MetadataEnding,
		Beside:       func(w io.Writer, file string, j Job) error { return export.CSVMetadata(w, file, j.Provenance) }},
	{Name: "parquet", Help: "statements, one a row, with types (for R, pandas, DuckDB)", Extensions: []string{".parquet"}, MediaType: "application/vnd.apache.parquet",
		Filtered: true, Binary: true,
		Write: func(_ context.Context, w io.Writer, j Job) error {
			return export.Parquet(w, j.Snapshot, j.Filter, j.Provenance)
		}},
	{Name: "dna", Help: "statements and annotations as a file of Discourse Network Analyzer 3", Extensions: []string{".dna"}, MediaType: "application/vnd.sqlite3",
		Filtered: true, Binary: true, Annotated: true,
		Write: func(ctx context.Context, w io.Writer, j Job) error {
			return export.DNA(ctx, w, j.Snapshot, j.Filter, j.Provenance)
		}},
	{Name: "annotations", Help: "coded passages that are no statements, one JSON record a line", Extensions: []string{".annotations.jsonl"}, MediaType: "application/x-ndjson",
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.Annotations(w, j.Snapshot) }},
}

// citations are the formats of those who cite.
var citations = []Format{
	{Name: "bibtex", Help: "the data set and its sources as BibTeX", Extensions: []string{".bib"}, MediaType: "application/x-bibtex",
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.BibTeX(w, j.Snapshot, j.Provenance) }},
	{Name: "ris", Help: "the data set and its sources as RIS", Extensions: []string{".ris"}, MediaType: "application/x-research-info-systems",
		Write: func(_ context.Context, w io.Writer, j Job) error { return export.RIS(w, j.Snapshot, j.Provenance) }},
}
