// Package records holds sets of records of the store (sources, statements,
// annotations, codebooks, import runs) and writes them in few bytes.
//
// Begin with [Encode] and [Decode]. What one writes the other reads: both walk
// the same list of fields. Every text is written once. The encoding is for the
// program itself, which can build anew what it holds from the quads of the
// store: it changes with the records, and a set that another version of the
// program wrote is refused, by a fingerprint of their fields.
package records
