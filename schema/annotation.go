package schema

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
)

// Annotation is a coded passage that is no statement: a note, or a coding
// without somebody who speaks, a proposition or a stance. It is kept so that
// nothing of an import is lost, and counts in no position. Networks that ask
// for what it has do count it, as Discourse Network Analyzer does, unless it is
// a note of a reader, see IsNote.
type Annotation struct {
	ID        string            `json:"id"`     // UUIDv5, see DeriveID
	Doc       string            `json:"doc"`    // file name of the source
	Source    string            `json:"source"` // SHA-256 of the source's text, hexadecimal
	Start     int               `json:"start"`  // code points into the text as read, inclusive
	End       int               `json:"end"`    // exclusive; Start == End where the evidence is a citation
	Evidence  string            `json:"evidence"`
	Type      string            `json:"type"` // what it is called where it was coded, such as "Note"
	Coder     string            `json:"coder"`
	Date      Date              `json:"date"`
	Reason    string            `json:"reason"`    // why it is no statement
	Variables map[string]string `json:"variables"` // all that was coded, by the names it had
}

// NoteType is the type of a note of a reader: what somebody wrote about a statement or about
// a whole source.
const NoteType = "note"

// Variables of a note.
const (
	NoteText      = "text"
	NoteStatement = "statement" // the ID of the statement it is about; a note on a whole source has none
	NoteRevises   = "revises"   // the ID of the note that it takes the place of; without a text it takes that one away
)

// IsNote reports whether an annotation is a note: of that type, with a text or
// in the place of another note, and with nothing that was coded. An import may
// have a type of the same name for what it coded.
func (a *Annotation) IsNote() bool {
	if a.Type != NoteType || a.Variables[NoteText] == "" && a.Variables[NoteRevises] == "" {
		return false
	}
	for name := range a.Variables {
		if name != NoteText && name != NoteStatement && name != NoteRevises {
			return false
		}
	}
	return true
}

var annotationNamespace = uuid.NewSHA1(namespace, []byte("annotation"))

// DeriveID returns the UUIDv5 of what makes an annotation the one it is: source
// hash, start, end, type, date, coder name without version, and everything that
// was coded, because nothing else tells two notes on one passage apart.
func (a *Annotation) DeriveID() string {
	variables, _ := json.Marshal(a.Variables) // texts by sorted keys: nothing to refuse
	name := strings.Join([]string{
		a.Source, itoa(a.Start), itoa(a.End), a.evidenceKey(), a.Type, a.Date.String(), beforeSlash(a.Coder), string(variables),
	}, "\x1f")
	return uuid.NewSHA1(annotationNamespace, []byte(name)).String()
}

// evidenceKey is the citation of an annotation without a passage.
func (a *Annotation) evidenceKey() string {
	if a.HasPassage() {
		return ""
	}
	return a.Evidence
}

// HasPassage reports whether the evidence is a passage of the source, and not
// only a citation of it.
func (a *Annotation) HasPassage() bool { return a.End > a.Start }

// Validate returns all that is wrong with an annotation by itself. Whether the
// evidence is the passage at its offsets is for whoever has the text.
func (a *Annotation) Validate() Problems {
	v := validator{record: "annotation " + a.ID}
	v.passage(&Statement{Source: a.Source, Start: a.Start, End: a.End, Evidence: a.Evidence})
	if beforeSlash(a.Coder) == "" {
		v.add("coder", a.Coder, `expected who coded it: a name, or "program/version"`)
	}
	if a.ID != a.DeriveID() {
		v.add("id", a.ID, "expected "+a.DeriveID()+", which its fields derive")
	}
	return v.problems
}

// WriteAnnotation prints one record and a newline.
func WriteAnnotation(w io.Writer, a *Annotation) error {
	r := *a
	if r.Variables == nil {
		r.Variables = map[string]string{}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return fmt.Errorf("write annotation %s: %w", a.ID, err)
	}
	return nil
}
