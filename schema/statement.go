package schema

import (
	"strings"

	"github.com/google/uuid"
)

// Statement is one actor, one proposition, one stance and one date, on the
// evidence of one passage of one source. Its JSON shape, in this order of
// fields, serves seeds, extraction, import and export.
type Statement struct {
	ID          string            `json:"id"`           // UUIDv5, see DeriveID
	Doc         string            `json:"doc"`          // file name of the source
	Source      string            `json:"source"`       // SHA-256 of the source's text, hexadecimal
	Start       int               `json:"start"`        // code points into the text as read, inclusive
	End         int               `json:"end"`          // exclusive; Start == End where the evidence is a citation
	Evidence    string            `json:"evidence"`     // the exact passage text[Start:End], or a citation
	Actor       string            `json:"actor"`        // codebook ID, or "NEW:Label" for one the codebook lacks
	OnBehalfOf  string            `json:"on_behalf_of"` // the state or organisation spoken for; may be empty
	Signatories []string          `json:"signatories"`  // named signers of a joint statement
	Issue       string            `json:"issue"`        // follows from the proposition
	Proposition string            `json:"proposition"`
	Stance      Stance            `json:"stance"`
	Condition   string            `json:"condition"` // the condition in the text's words; may be empty
	Act         Act               `json:"act"`
	Date        Date              `json:"date"` // when the actor expressed the stance
	DateBasis   DateBasis         `json:"date_basis"`
	Mode        Mode              `json:"mode"`
	Via         []string          `json:"via"`        // relays, nearest first
	Coder       string            `json:"coder"`      // a person, or "program/version"
	Confidence  float64           `json:"confidence"` // 0 to 1
	Status      Status            `json:"status"`
	Codebook    string            `json:"codebook"`           // "name/version"
	Revises     string            `json:"revises"`            // ID of the statement that this one corrects
	Reason      string            `json:"reason"`             // why it was rejected or revised
	Reviewer    string            `json:"reviewer,omitempty"` // who accepted or rejected it, where not the coder
	Variables   map[string]string `json:"variables"`          // what an import brought along and the model has no place for
	Trace       []string          `json:"trace"`              // how the coder arrived at it
}

// NewActorPrefix marks an actor that the codebook lacks: "NEW:Label".
const NewActorPrefix = "NEW:"

// namespace is the UUID namespace of all derived IDs.
var namespace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/stancegraph/stancegraph"))

// DeriveID returns the UUIDv5 of what makes a statement the one it is: source
// hash, start, end, actor, on_behalf_of, proposition, stance, date, coder name
// without version, codebook name and revises. The same input gives the same ID.
func (s *Statement) DeriveID() string {
	name := strings.Join([]string{
		s.Source, itoa(s.Start), itoa(s.End), s.evidenceKey(), s.Actor, s.OnBehalfOf, s.Proposition,
		s.Stance.String(), s.Date.String(), s.CoderName(), s.CodebookName(), s.Revises,
	}, "\x1f")
	return uuid.NewSHA1(namespace, []byte(name)).String()
}

// evidenceKey is the citation of a statement without a passage: offsets cannot
// tell two such statements apart.
func (s *Statement) evidenceKey() string {
	if s.HasPassage() {
		return ""
	}
	return s.Evidence
}

// HasPassage reports whether the evidence is a passage of the source, and not
// only a citation of it.
func (s *Statement) HasPassage() bool { return s.End > s.Start }

// CoderName is the coder without its version: "rules" of "rules/1.2".
func (s *Statement) CoderName() string { return beforeSlash(s.Coder) }

// CodebookName is the codebook without its version.
func (s *Statement) CodebookName() string { return beforeSlash(s.Codebook) }

// Overlaps reports whether two statements share evidence: overlapping passages
// of one source, or the same citation.
func (s *Statement) Overlaps(t *Statement) bool {
	if s.Source != t.Source {
		return false
	}
	if !s.HasPassage() || !t.HasPassage() {
		return s.HasPassage() == t.HasPassage() && s.Evidence == t.Evidence
	}
	return s.Start < t.End && t.Start < s.End
}

func beforeSlash(s string) string {
	name, _, _ := strings.Cut(s, "/")
	return name
}
