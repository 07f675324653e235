// Package quads turns statements, annotations, sources and codebooks into quads
// and back.
//
// Begin with [StatementRecord], [SourceRecord] and [CodebookRecord], which write,
// and [Decoder], which reads what they wrote. Both directions of a record are
// one table of fields; what one writes the other reads, and what is only derived
// (the days of a date, the relays of a chain) is written for queries and not
// read.
//
// A statement is a node, not a bare triple: somebody's stance is a fact about a
// passage, and never an assertion of what was said. Its quads carry the source
// as their label too, but nothing depends on labels.
//
// IRIs are absolute and percent-encoded. Standard terms are used where they
// exist (Web Annotation for evidence, Dublin Core for sources, SKOS for the
// codebook, FOAF and ORG for actors, PROV for coders, relays and revisions);
// the rest is in the project's own namespace, which schema/stancegraph.ttl
// defines. A stance is always a double, a date always its EDTF text, with the
// days that bound it beside it. Lists keep their order as JSON literals.
//
// What follows from a record in standard terms is not stored; exports say it:
// see [Implied], [Named] and [StatementRecord.Around].
//
// Recorded times (when a record entered the store) are the only quads that the
// same input may give differently; see [IsRecorded].
package quads
