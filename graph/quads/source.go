package quads

import (
	"time"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

// SourceRecord is a source and when it entered the store.
type SourceRecord struct {
	schema.Source
	Recorded time.Time // to the second; zero when unknown
}

// Quads returns the quads of a source, its whole text among them, labelled with
// the source itself.
func (r *SourceRecord) Quads() []quad.Quad {
	return sourceFields.quads(r, SourceIRI(r.ID), SourceIRI(r.ID))
}

var sourceFields = fields[SourceRecord]{
	is[SourceRecord](rdfType, ownSource),
	textField(ownDoc, func(r *SourceRecord) *string { return &r.Doc }),
	textField(dctermsTitle, func(r *SourceRecord) *string { return &r.Title }),
	textField(dctermsPublisher, func(r *SourceRecord) *string { return &r.Outlet }),
	// A text, because addresses as printed are not always IRIs.
	{term: schemaURL, write: func(r *SourceRecord) []quad.Value { return typed(r.URL, typeURI) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.URL, err = readTyped(v, typeURI); return err }},
	textField(dctermsType, func(r *SourceRecord) *string { return &r.Kind }),
	textField(dctermsLanguage, func(r *SourceRecord) *string { return &r.Lang }),
	{term: dctermsIssued, write: func(r *SourceRecord) []quad.Value { return date(r.Published) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.Published, err = readDate(v); return err }},
	{term: ownPageDate, write: func(r *SourceRecord) []quad.Value { return date(r.PageDate) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.PageDate, err = readDate(v); return err }},
	textField(ownDateRule, func(r *SourceRecord) *string { return &r.DateRule }),
	wordField(ownStatus, func(r *SourceRecord) *schema.SourceStatus { return &r.Status }),
	textField(ownNote, func(r *SourceRecord) *string { return &r.Note }),
	listField(ownExtracted, func(r *SourceRecord) *[]string { return &r.Extracted }),
	textField(schemaText, func(r *SourceRecord) *string { return &r.Text }),
	{term: provGeneratedAtTime, write: func(r *SourceRecord) []quad.Value { return moment(r.Recorded) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.Recorded, err = readMoment(v); return err }},
}
