package quads

import (
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// StatementRecord is a statement and when it entered the store.
type StatementRecord struct {
	schema.Statement
	Recorded time.Time // to the second; zero when unknown
	Import   string    // ID of the import run that brought it, which has the recorded time; mostly empty
}

// Quads returns the quads of a statement, labelled with its source.
func (r *StatementRecord) Quads() []quad.Quad {
	return statementFields.quads(r, StatementIRI(r.ID), SourceIRI(r.Source))
}

// The nodes of a statement beside its own: the target that the statement
// annotates, and the two selectors that find it in the source.
const (
	nodeEvidence = "#evidence"
	nodeQuote    = "#quote"
	nodePosition = "#position"
)

var statementFields = tableOf(slices.Concat(statementCoding, statementDating, statementReview, statementEvidence,
	follows[StatementRecord](noNode, schemaAgent, schemaObject, schemaParticipant, oaMotivatedBy, oaHasBody)))

// who stands how on what
var statementCoding = fields[StatementRecord]{
	is[StatementRecord](rdfType, ownStatement),
	iriField(ownActor, baseActor, func(r *StatementRecord) *string { return &r.Actor }),
	iriField(ownOnBehalfOf, baseActor, func(r *StatementRecord) *string { return &r.OnBehalfOf }),
	listField(ownSignatories, func(r *StatementRecord) *[]string { return &r.Signatories }),
	derived(noNode, ownSignatory, func(r *StatementRecord) []quad.Value { return refs(baseActor, r.Signatories) }),
	iriField(ownOn, baseProposition, func(r *StatementRecord) *string { return &r.Proposition }),
	iriField(ownOnIssue, baseIssue, func(r *StatementRecord) *string { return &r.Issue }),
	{term: ownStance, write: func(r *StatementRecord) []quad.Value { return float(r.Stance.Value()) }, read: readStance},
	textField(ownCondition, func(r *StatementRecord) *string { return &r.Condition }),
	wordField(ownAct, func(r *StatementRecord) *schema.Act { return &r.Act }),
	wordField(ownMode, func(r *StatementRecord) *schema.Mode { return &r.Mode }),
}

func readStance(r *StatementRecord, v quad.Value) error {
	x, err := readFloat(v)
	if err != nil {
		return err
	}
	r.Stance, err = schema.StanceOf(x)
	return err
}

// when
var statementDating = fields[StatementRecord]{
	{term: ownDate, write: func(r *StatementRecord) []quad.Value { return date(r.Date) },
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Date, err = readDate(v); return err }},
	derived(noNode, ownEarliest, func(r *StatementRecord) []quad.Value { return day(r.Date.Earliest()) }),
	derived(noNode, ownLatest, func(r *StatementRecord) []quad.Value { return day(r.Date.Latest()) }),
	wordField(ownDateBasis, func(r *StatementRecord) *schema.DateBasis { return &r.DateBasis }),
	{term: provGeneratedAtTime, write: func(r *StatementRecord) []quad.Value { return ownMoment(r.Recorded, r.Import) },
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Recorded, err = readMoment(v); return err }},
	iriField(provGeneratedBy, baseImport, func(r *StatementRecord) *string { return &r.Import }),
}

// who coded and reviewed it, and by what
var statementReview = fields[StatementRecord]{
	// The record is attributed to its coder; who took the stance is its actor.
	iriField(provAttributedTo, baseCoder, func(r *StatementRecord) *string { return &r.Coder }),
	{term: ownConfidence, write: func(r *StatementRecord) []quad.Value { return float(r.Confidence) },
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Confidence, err = readFloat(v); return err }},
	wordField(ownStatus, func(r *StatementRecord) *schema.Status { return &r.Status }),
	{term: dctermsConformsTo, write: func(r *StatementRecord) []quad.Value { return codebookRef(r.Statement.Codebook) },
		read: func(r *StatementRecord, v quad.Value) (err error) { r.Codebook, err = readCodebookIRI(v); return err }},
	iriField(provRevisionOf, baseStatement, func(r *StatementRecord) *string { return &r.Revises }),
	textField(ownReason, func(r *StatementRecord) *string { return &r.Reason }),
	textField(ownReviewer, func(r *StatementRecord) *string { return &r.Reviewer }),
	{term: ownVariables, write: func(r *StatementRecord) []quad.Value { return object(r.Variables) },
		read: func(r *StatementRecord, v quad.Value) error { return readJSON(v, &r.Variables) }},
	listField(ownTrace, func(r *StatementRecord) *[]string { return &r.Trace }),
}

func codebookRef(ref string) []quad.Value {
	if ref == "" {
		return nil
	}
	return []quad.Value{CodebookIRI(ref)}
}
