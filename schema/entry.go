package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
)

// RecordKind says what a line of a graph in JSON Lines is: the value of its
// "record". A line without one is a statement.
type RecordKind string

// The kinds of records of a graph, in the order in which they stand.
const (
	RecordDataset    RecordKind = "dataset" // how the file was made
	RecordCodebook   RecordKind = "codebook"
	RecordSource     RecordKind = "source"
	RecordStatement  RecordKind = "statement"
	RecordAnnotation RecordKind = "annotation"
)

// recordKinds lists them.
var recordKinds = []RecordKind{RecordDataset, RecordCodebook, RecordSource, RecordStatement, RecordAnnotation}

// Entry is one line of a graph in JSON Lines. The field of its kind is set.
type Entry struct {
	Line       int // 1-based
	Kind       RecordKind
	Dataset    json.RawMessage
	Codebook   *Codebook
	Source     *Source
	Statement  *Statement
	Annotation *Annotation
}

// codebookRecord is a version of a codebook: its file, which has everything.
type codebookRecord struct {
	Record  RecordKind `json:"record"`
	Name    string     `json:"name"`
	Version string     `json:"version"`
	Title   string     `json:"title"`
	YAML    string     `json:"yaml"`
}

// sourceRecord is a source with its text, unless that is withheld.
type sourceRecord struct {
	Record RecordKind `json:"record"`
	Source
	Text string `json:"text"`
}

type statementRecord struct {
	Record RecordKind `json:"record"`
	*plainStatement
}

type plainStatement Statement // without its methods

type annotationRecord struct {
	Record RecordKind `json:"record"`
	*Annotation
}

// WriteCodebookRecord prints a version of a codebook as one line.
func WriteCodebookRecord(w io.Writer, cb *Codebook) error {
	return writeRecord(w, codebookRecord{RecordCodebook, cb.Name, cb.Version, cb.Title, cb.YAML})
}

// WriteSourceRecord prints a source with its text as one line.
func WriteSourceRecord(w io.Writer, s *Source) error {
	r := sourceRecord{RecordSource, *s, s.Text}
	r.Extracted, r.NearTo = list(s.Extracted), list(s.NearTo)
	return writeRecord(w, r)
}

// WriteStatementRecord prints a statement as one line that says what it is.
func WriteStatementRecord(w io.Writer, s *Statement) error {
	b, err := s.MarshalJSON()
	if err != nil {
		return err
	}
	return writeLine(w, append([]byte(`{"record":"statement",`), b[1:]...))
}

// WriteAnnotationRecord prints an annotation as one line that says what it is.
func WriteAnnotationRecord(w io.Writer, a *Annotation) error {
	r := *a
	if r.Variables == nil {
		r.Variables = map[string]string{}
	}
	return writeRecord(w, annotationRecord{RecordAnnotation, &r})
}

func writeRecord(w io.Writer, record any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(record); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

func writeLine(w io.Writer, b []byte) error {
	if _, err := w.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

// MaxText bounds the line of a source or of a codebook, in bytes: a text with
// its escapes.
const MaxText = 256 << 20

// ReadEntries yields the lines of a graph in JSON Lines. A bad line yields
// Problems and the sequence goes on; any other error ends it. Records are
// parsed, not validated, but for codebooks, which are loaded.
func ReadEntries(r io.Reader, file string) iter.Seq2[Entry, error] {
	return readEntries(r, file, MaxText, (*Entry).decode)
}

// ReadAnnotations is ReadEntries for a file of annotations, which may say what
// they are or not.
func ReadAnnotations(r io.Reader, file string) iter.Seq2[Entry, error] {
	return readEntries(r, file, MaxLine, (*Entry).decodeAnnotation)
}

func readEntries(r io.Reader, file string, limit int, decode func(*Entry, []byte) *Problem) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for line, err := range readLines(r, file, limit) {
			entry := Entry{Line: line.Number}
			if err == nil {
				if problem := decode(&entry, line.Bytes); problem != nil {
					problem.File, problem.Line = file, line.Number
					err = Problems{*problem}
				} else {
					err = entry.load(file)
				}
			}
			if !yield(entry, err) {
				return
			}
		}
	}
}

// statementLine is how most lines begin; what it is needs no second reading.
var statementLine = []byte(`{"record":"statement",`)

func (e *Entry) decode(b []byte) *Problem {
	var head struct {
		Record RecordKind `json:"record"`
	}
	if bytes.HasPrefix(b, statementLine) {
		head.Record = RecordStatement
	} else if err := json.Unmarshal(b, &head); err != nil {
		return &Problem{Expected: "expected one JSON object a line: " + err.Error()}
	}
	e.Kind = head.Record
	return e.fill(b)
}

func (e *Entry) decodeAnnotation(b []byte) *Problem {
	e.Kind = RecordAnnotation
	return e.fill(b)
}

func (e *Entry) fill(b []byte) *Problem {
	switch e.Kind {
	case "":
		e.Kind, e.Statement = RecordStatement, &Statement{}
		if len(b) > MaxLine {
			return &Problem{Expected: fmt.Sprintf("the statement is longer than %d bytes", MaxLine)}
		}
		return decodeStrict(b, e.Statement, statementFields)
	case RecordStatement:
		e.Statement = &Statement{}
		return decodeStrict(b, &statementRecord{plainStatement: (*plainStatement)(e.Statement)}, statementFields)
	case RecordAnnotation:
		e.Annotation = &Annotation{}
		return decodeStrict(b, &annotationRecord{Annotation: e.Annotation}, annotationFields)
	case RecordSource:
		var r sourceRecord
		problem := decodeStrict(b, &r, sourceFields)
		r.Source.Text = r.Text
		e.Source = &r.Source
		return problem
	case RecordCodebook:
		var r codebookRecord
		problem := decodeStrict(b, &r, codebookFields)
		e.Codebook = &Codebook{Name: r.Name, Version: r.Version, YAML: r.YAML}
		return problem
	case RecordDataset:
		e.Dataset = bytes.Clone(b)
		return nil
	}
	return &Problem{Field: "record", Value: string(e.Kind), Expected: "expected " + oneOf(recordKinds)}
}

var (
	annotationFields = []string{"id", "doc", "source", "start", "end", "evidence", "type", "coder", "date", "reason", "variables"}
	sourceFields     = []string{"id", "doc", "title", "author", "outlet", "url", "kind", "lang", "published", "page_date", "date_rule", "retrieved",
		"reader", "status", "note", "rights", "extracted", "near_to", "text"}
	codebookFields = []string{"name", "version", "title", "yaml"}
)

// load reads the file inside of a codebook's record, and checks that it is the
// version that the record says.
func (e *Entry) load(file string) error {
	if e.Codebook == nil {
		return nil
	}
	name := fmt.Sprintf("%s:%d, codebook %s", file, e.Line, e.Codebook.Ref())
	cb, err := LoadCodebook(name, []byte(e.Codebook.YAML))
	if err != nil {
		return err
	}
	if cb.Ref() != e.Codebook.Ref() {
		return Problems{{File: file, Line: e.Line, Field: "version", Value: e.Codebook.Ref(), Expected: "expected " + cb.Ref() + ", which its yaml says"}}
	}
	e.Codebook = cb
	return nil
}

// Key names an entry in messages of a store: the ID of a statement, "annotation"
// and the ID of one, the file name of a source.
func (e *Entry) Key() string {
	switch e.Kind {
	case RecordStatement:
		return e.Statement.ID
	case RecordAnnotation:
		return "annotation " + e.Annotation.ID
	case RecordSource:
		return e.Source.Doc
	case RecordCodebook:
		return strings.TrimSpace(e.Codebook.Ref())
	}
	return ""
}
