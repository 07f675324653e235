package quads

import (
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
)

// Terms of import runs.
const (
	baseImport = base + "import/"

	provActivity    quad.IRI = nsProv + "Activity"
	provGeneratedBy quad.IRI = nsProv + "wasGeneratedBy"
	ownImport       quad.IRI = nsOwn + "Import"
	ownFileHash     quad.IRI = nsOwn + "fileHash"
	ownMapping      quad.IRI = nsOwn + "mapping"
	ownCount        quad.IRI = nsOwn + "statements"
	ownComplete     quad.IRI = nsOwn + "complete"
)

// ImportRecord is one run of an import that is written in several
// transactions. What it brings names it, and is visible when it is complete.
type ImportRecord struct {
	ID         string // derived from the file, the mapping and the codebook's name
	File       string // name of the file, without folder
	Hash       string // SHA-256 of the file, hexadecimal
	Mapping    string // which column became which field, as the command line says it
	Statements int    // how many the file has
	Codebook   string // "name/version" of the version that it brings; "" where it needs none
	Recorded   time.Time
	Complete   bool
}

// Quads returns the quads of an import run.
func (r *ImportRecord) Quads() []quad.Quad {
	return importFields.quads(r, makeIRI(baseImport, r.ID), nil)
}

var importFields = tableOf(fields[ImportRecord]{
	is[ImportRecord](rdfType, ownImport),
	is[ImportRecord](rdfType, provActivity),
	textField(dctermsTitle, func(r *ImportRecord) *string { return &r.File }),
	textField(ownFileHash, func(r *ImportRecord) *string { return &r.Hash }),
	textField(ownMapping, func(r *ImportRecord) *string { return &r.Mapping }),
	{term: ownCount, write: func(r *ImportRecord) []quad.Value { return []quad.Value{quad.Int(r.Statements)} },
		read: func(r *ImportRecord, v quad.Value) (err error) { r.Statements, err = readInt(v); return err }},
	{term: dctermsConformsTo, write: func(r *ImportRecord) []quad.Value { return codebookRef(r.Codebook) },
		read: func(r *ImportRecord, v quad.Value) (err error) { r.Codebook, err = readCodebookIRI(v); return err }},
	{term: provGeneratedAtTime, write: func(r *ImportRecord) []quad.Value { return moment(r.Recorded) },
		read: func(r *ImportRecord, v quad.Value) (err error) { r.Recorded, err = readMoment(v); return err }},
	{term: ownComplete, write: complete, read: func(r *ImportRecord, v quad.Value) error {
		done, ok := v.(quad.Bool)
		if !ok {
			return fmt.Errorf("%v: expected true", v)
		}
		r.Complete = bool(done)
		return nil
	}},
})

// complete is one quad that is there or not, so that the last transaction of
// an import only adds.
func complete(r *ImportRecord) []quad.Value {
	if !r.Complete {
		return nil
	}
	return []quad.Value{quad.Bool(true)}
}

// ownMoment is the recorded time of a record that no import run brought: those
// of a run share the time of the run.
func ownMoment(t time.Time, run string) []quad.Value {
	if run != "" {
		return nil
	}
	return moment(t)
}
