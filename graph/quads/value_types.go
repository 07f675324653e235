package quads

import "github.com/cayleygraph/quad"

// ValueType says what the values of a term are, for formats that say it once
// for all of them.
type ValueType struct {
	Term quad.IRI
	Type string // the IRI of a datatype, or "@id" for things
}

// ValueTypes lists the terms whose values are no plain texts or integers, in a
// fixed order.
func ValueTypes() []ValueType {
	var list []ValueType
	add := func(t string, terms ...quad.IRI) {
		for _, term := range terms {
			list = append(list, ValueType{term, t})
		}
	}
	add("@id", ownActor, ownOnBehalfOf, ownSignatory, ownOn, ownOnIssue, ownNearText,
		schemaAgent, schemaObject, schemaParticipant,
		skosInScheme, skosTopConceptOf, skosBroader, orgMember, orgHasOrganization, dcatHasCurrentVersion,
		dctermsSource, dctermsConformsTo, provAttributedTo, provPrimarySource, provRevisionOf,
		oaHasTarget, oaHasSource, oaHasSelector, oaHasBody, oaMotivatedBy)
	add(nsXSD+"double", ownStance, ownConfidence)
	add(string(typeEDTF), ownDate, ownPageDate, ownRetrieved, dctermsIssued)
	add(string(typeDay), ownEarliest, ownLatest, ownFrom, ownUntil, schemaStartDate, schemaEndDate)
	add(string(typeURI), schemaURL)
	add(string(typeJSON), ownSignatories, ownVia, ownVariables, ownTrace, ownExtracted, ownNearTo)
	return list
}
