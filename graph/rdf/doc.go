// Package rdf writes and reads graphs in the formats of the Semantic Web:
// N-Quads, N-Triples, Turtle, TriG and JSON-LD.
//
// Begin with [Write] and [Read]. What is written has a stable order and the same
// bytes for the same quads; what is read may be of any program, and is not
// trusted: terms, brackets and documents are bounded in size, no address is
// ever fetched, and an error says line and column. Reading is by the grammars of
// the W3C, RDF 1.1.
//
// The package knows nothing of statements: which nodes there are and what they
// mean is in graph/quads.
package rdf
