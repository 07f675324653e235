// Package export writes what a store has as files that other programs read:
// statements and whole graphs, tables, matrices, networks, citations.
//
// Begin with [JSONLines], [CSV] or [Parquet] for statements, with [Graph],
// [CSVPackage] or [ParquetPackage] for everything, with [DNA], [GraphML] or [GEXF]
// for the programs of network analysis. Package formats lists them by name;
// package exported (of ingest) reads back what has everything.
//
// The same store and filter give the same bytes. What a snapshot says may not
// leave the store ([ledger.Snapshot.Quotable]) is the caller's to leave out
// first, which formats.NewJob does. CSV is quoted as RFC 4180 says, in UTF-8
// without a byte-order mark. Lines end in LF: with CRLF, line ends inside a
// passage would change too, and a passage is exact. Texts are guarded against
// being run as formulas, see [Guard]. RDF is written by package rdf.
package export
