package quads

import (
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// Terms of annotations.
const (
	baseAnnotation = base + "annotation/"

	oaAnnotation  quad.IRI = nsOA + "Annotation"
	oaMotivatedBy quad.IRI = nsOA + "motivatedBy"
	oaCommenting  quad.IRI = nsOA + "commenting"
)

// AnnotationIRI is the IRI of an annotation.
func AnnotationIRI(id string) quad.IRI { return makeIRI(baseAnnotation, id) }

// AnnotationRecord is an annotation and when it entered the store.
type AnnotationRecord struct {
	schema.Annotation
	Recorded time.Time // to the second; zero when unknown
}

// Quads returns the quads of an annotation, labelled with its source.
func (r *AnnotationRecord) Quads() []quad.Quad {
	return annotationFields.quads(r, AnnotationIRI(r.ID), SourceIRI(r.Source))
}

var annotationFields = tableOf(slices.Concat(fields[AnnotationRecord]{
	is[AnnotationRecord](rdfType, oaAnnotation),
	is[AnnotationRecord](oaMotivatedBy, oaCommenting),
	textField(dcType, func(r *AnnotationRecord) *string { return &r.Type }),
	textField(ownDoc, func(r *AnnotationRecord) *string { return &r.Doc }),
	iriField(provAttributedTo, baseCoder, func(r *AnnotationRecord) *string { return &r.Coder }),
	{term: ownDate, write: func(r *AnnotationRecord) []quad.Value { return date(r.Date) },
		read: func(r *AnnotationRecord, v quad.Value) (err error) { r.Date, err = readDate(v); return err }},
	textField(ownReason, func(r *AnnotationRecord) *string { return &r.Reason }),
	{term: ownVariables, write: func(r *AnnotationRecord) []quad.Value { return object(r.Variables) },
		read: func(r *AnnotationRecord, v quad.Value) error { return readJSON(v, &r.Variables) }},
	{term: provGeneratedAtTime, write: func(r *AnnotationRecord) []quad.Value { return moment(r.Recorded) },
		read: func(r *AnnotationRecord, v quad.Value) (err error) { r.Recorded, err = readMoment(v); return err }},
}, evidence(func(r *AnnotationRecord) place {
	return place{AnnotationIRI(r.ID), &r.Source, &r.Evidence, &r.Start, &r.End}
})))
