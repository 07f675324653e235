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
	Import   string    // ID of the import run that brought it, which has the recorded time; mostly empty
}

// Quads returns the quads of a source, its whole text among them, labelled with
// the source itself.
func (r *SourceRecord) Quads() []quad.Quad {
	return sourceFields.quads(r, SourceIRI(r.ID), SourceIRI(r.ID))
}

var sourceFields = tableOf(fields[SourceRecord]{
	is[SourceRecord](rdfType, ownSource),
	textField(ownDoc, func(r *SourceRecord) *string { return &r.Doc }),
	textField(dctermsTitle, func(r *SourceRecord) *string { return &r.Title }),
	textField(dcCreator, func(r *SourceRecord) *string { return &r.Author }),
	textField(dcPublisher, func(r *SourceRecord) *string { return &r.Outlet }),
	// A text, because addresses as printed are not always IRIs.
	{term: schemaURL, write: func(r *SourceRecord) []quad.Value { return typed(r.URL, typeURI) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.URL, err = readTyped(v, typeURI); return err }},
	textField(dcType, func(r *SourceRecord) *string { return &r.Kind }),
	textField(dcLanguage, func(r *SourceRecord) *string { return &r.Lang }),
	{term: dctermsIssued, write: func(r *SourceRecord) []quad.Value { return date(r.Published) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.Published, err = readDate(v); return err }},
	{term: ownPageDate, write: func(r *SourceRecord) []quad.Value { return date(r.PageDate) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.PageDate, err = readDate(v); return err }},
	textField(ownDateRule, func(r *SourceRecord) *string { return &r.DateRule }),
	{term: ownRetrieved, write: func(r *SourceRecord) []quad.Value { return date(r.Retrieved) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.Retrieved, err = readDate(v); return err }},
	textField(ownReader, func(r *SourceRecord) *string { return &r.Reader }),
	wordField(ownStatus, func(r *SourceRecord) *schema.SourceStatus { return &r.Status }),
	textField(ownNote, func(r *SourceRecord) *string { return &r.Note }),
	wordField(dcRights, func(r *SourceRecord) *schema.Rights { return &r.Rights }),
	listField(ownExtracted, func(r *SourceRecord) *[]string { return &r.Extracted }),
	listField(ownNearTo, func(r *SourceRecord) *[]string { return &r.NearTo }),
	derived(noNode, ownNearText, func(r *SourceRecord) []quad.Value { return refs(baseSource, r.NearTo) }),
	textField(schemaText, func(r *SourceRecord) *string { return &r.Text }),
	{term: provGeneratedAtTime, write: func(r *SourceRecord) []quad.Value { return ownMoment(r.Recorded, r.Import) },
		read: func(r *SourceRecord, v quad.Value) (err error) { r.Recorded, err = readMoment(v); return err }},
	iriField(provGeneratedBy, baseImport, func(r *SourceRecord) *string { return &r.Import }),
})
