// Package export writes statements and matrices as files that other programs
// read: JSON Lines, which this program reads back, and CSV for spreadsheets and
// statistics.
//
// Begin with [JSONLines], [CSV] or [MatrixCSV]. The same store and filter give
// the same bytes. CSV is quoted as RFC 4180 says, in UTF-8 without a byte-order
// mark. Lines end in LF: with CRLF, line ends inside a passage would change too,
// and a passage is exact. Texts are guarded against being run as formulas, see
// [Guard].
// (RDF is written by graph/rdf.)
package export
