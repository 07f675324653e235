package rdf

// Format is one of the formats of RDF.
type Format string

// The formats.
const (
	NQuads   Format = "nquads"
	NTriples Format = "ntriples"
	Turtle   Format = "turtle"
	TriG     Format = "trig"
	JSONLD   Format = "jsonld"
)

const formatHint = "name nquads, ntriples, turtle, trig or jsonld"
