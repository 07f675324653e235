// Package shapes checks a graph against shapes of SHACL.
//
// Begin with [Open] or [Read], and [Shapes.Check]. It knows the part of SHACL that
// schema/shapes.ttl uses, and refuses shapes that use any other: a constraint
// that is not understood is an error and never passed over.
//
//	targets:     sh:targetClass
//	of nodes:    sh:property, and what values have
//	of values:   sh:class, sh:datatype, sh:nodeKind (sh:IRI, sh:Literal), sh:in,
//	             sh:pattern, sh:minInclusive, sh:maxInclusive, sh:node, sh:xone
//	of paths:    sh:path (one predicate), sh:minCount, sh:maxCount
//
// A class is what the graph says by rdf:type; nothing is inferred.
package shapes
