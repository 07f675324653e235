// Package exported reads what this program wrote: graphs and statements in JSON
// Lines, CSV and Parquet, single files and packages of them.
//
// Begin with [JSONLines], [CSV], [Parquet], [CSVPackage] or [ParquetPackage]. Each reads a file whole and
// reports everything that is wrong with it, by file, line and field; what it
// returns is parsed and not yet validated against a codebook or a text: a store
// does that. What was written and is read again gives the same records.
package exported
