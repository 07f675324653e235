package quads

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// Decoder reads quads in any order and puts records together.
type Decoder struct {
	Statements  map[string]*StatementRecord  // by ID
	Annotations map[string]*AnnotationRecord // by ID
	Sources     map[string]*SourceRecord     // by ID
	Codebooks   map[string]*CodebookRecord   // by "name/version"
	Imports     map[string]*ImportRecord     // by ID
	Current     string                       // the current codebook, "name/version"; "" where there is none
	Concepts    int                          // quads about what is in the current codebook

	last struct { // the statement of the quad before: its quads stand together
		subject quad.Value
		node    string
		record  *StatementRecord
	}
}

// NewDecoder returns a decoder that has read nothing.
func NewDecoder() *Decoder {
	return &Decoder{Statements: map[string]*StatementRecord{}, Sources: map[string]*SourceRecord{}, Codebooks: map[string]*CodebookRecord{},
		Imports: map[string]*ImportRecord{}, Annotations: map[string]*AnnotationRecord{}}
}

// Add takes one quad. A quad that belongs to no record, or that a record
// cannot hold, is an error.
func (d *Decoder) Add(q quad.Quad) error {
	if d.last.record != nil && q.Subject == d.last.subject {
		return statementFields.read(d.last.record, d.last.node, q)
	}
	iri, _ := q.Subject.(quad.IRI)
	subject := string(iri)
	node, fragment, found := strings.Cut(subject, "#")
	if found {
		fragment = "#" + fragment
	}
	switch {
	case strings.HasPrefix(subject, baseStatement):
		id, err := readIRI(baseStatement, quad.IRI(node))
		if err != nil {
			return err
		}
		d.last.subject, d.last.node = q.Subject, fragment
		d.last.record = record(d.Statements, id, func(r *StatementRecord) { r.ID = id })
		return statementFields.read(d.last.record, fragment, q)
	case strings.HasPrefix(subject, baseAnnotation):
		id, err := readIRI(baseAnnotation, quad.IRI(node))
		if err != nil {
			return err
		}
		return annotationFields.read(record(d.Annotations, id, func(r *AnnotationRecord) { r.ID = id }), fragment, q)
	case strings.HasPrefix(subject, baseSource):
		if isRetired(q) {
			return fmt.Errorf("%v %v: %w", q.Subject, q.Predicate, ErrOld)
		}
		id, err := readIRI(baseSource, q.Subject)
		if err != nil {
			return err
		}
		return sourceFields.read(record(d.Sources, id, func(r *SourceRecord) { r.ID = id }), "", q)
	case strings.HasPrefix(subject, baseCodebook):
		return d.addCodebook(q)
	case strings.HasPrefix(subject, baseImport):
		id, err := readIRI(baseImport, q.Subject)
		if err != nil {
			return err
		}
		return importFields.read(record(d.Imports, id, func(r *ImportRecord) { r.ID = id }), "", q)
	case strings.HasPrefix(subject, baseIssue), strings.HasPrefix(subject, baseProposition), strings.HasPrefix(subject, baseActor),
		strings.HasPrefix(subject, baseCoder), strings.HasPrefix(subject, baseRelay):
		d.Concepts++ // read from the codebook's file, or said by statements
		return nil
	}
	return fmt.Errorf("%v: a subject that is no record", q.Subject)
}

func (d *Decoder) addCodebook(q quad.Quad) error {
	if q.Predicate == dcatHasCurrentVersion {
		ref, err := readCodebookIRI(q.Object)
		d.Current = ref
		d.Concepts++
		return err
	}
	ref, err := readCodebookIRI(q.Subject)
	if err != nil {
		return err
	}
	return codebookFields.read(record(d.Codebooks, ref, func(*CodebookRecord) {}), "", q)
}

// record returns the record of an ID, a new one where there is none.
func record[T any](all map[string]*T, id string, name func(*T)) *T {
	r, ok := all[id]
	if !ok {
		r = new(T)
		name(r)
		all[id] = r
	}
	return r
}
