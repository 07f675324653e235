package schema

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

var sourceHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Validate returns all that is wrong with a record by itself and against a
// codebook: terms, ranges, IDs that name nothing. Whether the evidence is the
// passage at its offsets is for whoever has the text (see Passage).
func (s *Statement) Validate(cb *Codebook) Problems {
	v := validator{record: cmp.Or(s.ID, "statement")}
	v.passage(s)
	v.codes(s, cb)
	v.terms(s)
	v.review(s)
	if s.ID != "" && s.Stance.Valid() && s.ID != s.DeriveID() {
		v.add("id", s.ID, "expected "+s.DeriveID()+", which its fields derive; leave id empty to have it filled in")
	}
	return v.problems
}

type validator struct {
	record   string
	problems Problems
}

func (v *validator) add(field, value, expected string) {
	v.problems = append(v.problems, Problem{Record: v.record, Field: field, Value: value, Expected: expected})
}

func (v *validator) passage(s *Statement) {
	if !sourceHash.MatchString(s.Source) {
		v.add("source", s.Source, "expected the SHA-256 of the source's text, 64 hexadecimal digits")
	}
	if s.Start < 0 || s.End < s.Start {
		v.add("start", fmt.Sprintf("%d-%d", s.Start, s.End), "expected 0 <= start <= end, in code points")
	}
	if s.Evidence == "" {
		v.add("evidence", "", "expected the passage, or a citation")
	}
}

func (v *validator) codes(s *Statement, cb *Codebook) {
	v.actor("actor", s.Actor, cb)
	if s.OnBehalfOf != "" {
		v.actor("on_behalf_of", s.OnBehalfOf, cb)
	}
	for _, a := range s.Signatories {
		v.actor("signatories", a, cb)
	}
	p, ok := cb.Proposition(s.Proposition)
	if !ok {
		v.add("proposition", s.Proposition, "not in codebook "+cb.Ref()+DidYouMean(s.Proposition, maps.Keys(cb.propositions)))
	} else if !slices.Contains(p.Issues, s.Issue) {
		v.add("issue", s.Issue, "expected "+strings.Join(p.Issues, " or ")+", the issue of "+p.ID)
	}
	if s.CodebookName() != cb.Name {
		v.add("codebook", s.Codebook, "expected "+cb.Ref()+", the codebook in use")
	}
}

func (v *validator) actor(field, id string, cb *Codebook) {
	if label, isNew := strings.CutPrefix(id, NewActorPrefix); isNew && strings.TrimSpace(label) != "" {
		return
	}
	if _, ok := cb.Actor(id); !ok {
		v.add(field, id, "not in codebook "+cb.Ref()+DidYouMean(id, maps.Keys(cb.actors))+` (write "NEW:Label" for an actor that it lacks)`)
	}
}

func (v *validator) terms(s *Statement) {
	if !s.Stance.Valid() {
		v.add("stance", "", "expected one of -1, -0.5, 0, 0.5, 1")
	}
	if !allowed(s.Act, Acts) {
		v.add("act", string(s.Act), "expected "+oneOf(Acts))
	}
	if !allowed(s.Mode, Modes) {
		v.add("mode", string(s.Mode), "expected "+oneOf(Modes))
	}
	if !allowed(s.DateBasis, DateBases) {
		v.add("date_basis", string(s.DateBasis), "expected "+oneOf(DateBases))
	}
	if !(s.Confidence >= 0 && s.Confidence <= 1) {
		v.add("confidence", fmt.Sprint(s.Confidence), "expected a number from 0 to 1")
	}
}

func (v *validator) review(s *Statement) {
	if s.CoderName() == "" {
		v.add("coder", s.Coder, `expected who coded it: a name, or "program/version"`)
	}
	if !allowed(s.Status, Statuses) {
		v.add("status", string(s.Status), "expected "+oneOf(Statuses))
	}
	if s.Status == StatusRejected && s.Reason == "" {
		v.add("reason", "", "expected why the statement was rejected")
	}
	if s.Revises != "" && s.Revises == s.ID {
		v.add("revises", s.Revises, "a statement cannot revise itself")
	}
}
