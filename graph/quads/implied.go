package quads

import (
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// broader are the standard terms that follow from own ones: what the ontology
// calls rdfs:subPropertyOf.
var broader = map[quad.IRI]quad.IRI{
	ownActor:     schemaAgent,
	ownOn:        schemaObject,
	ownSignatory: schemaParticipant,
	ownRole:      schemaRoleName,
	ownFrom:      schemaStartDate,
	ownUntil:     schemaEndDate,
}

// Implied returns what follows from the quads of a record and is not stored:
// the same in the terms of standard vocabularies, so that whoever knows nothing
// of ours finds the actor, the passage and the rest. It is part of every export
// and of no record.
func Implied(record []Quad) []Quad {
	var out []Quad
	for _, q := range record {
		say := func(term quad.IRI, v quad.Value) {
			out = append(out, Quad{Subject: q.Subject, Predicate: term, Object: v, Label: q.Label})
		}
		term, _ := q.Predicate.(quad.IRI)
		if standard, ok := broader[term]; ok {
			say(standard, q.Object)
		}
		switch {
		case term == oaHasTarget && strings.HasPrefix(Subject(q), baseStatement):
			say(rdfType, oaAnnotation)
			say(oaMotivatedBy, oaClassifying)
			for _, other := range record {
				if other.Predicate == ownOn && other.Subject == q.Subject {
					say(oaHasBody, other.Object)
				}
			}
		case term == dcType && strings.HasPrefix(Subject(q), baseSource):
			say(rdfType, classOfSource(q.Object))
		case term == skosPrefLabel:
			concept(q, say)
		}
	}
	return out
}

func classOfSource(kind quad.Value) quad.IRI {
	if kind == quad.String("article") {
		return schemaNewsArticle
	}
	return schemaCreativeWork
}

// concept says the code of what is in a codebook, as a text.
func concept(q Quad, say func(quad.IRI, quad.Value)) {
	for _, base := range []string{baseIssue, baseProposition} {
		if id, err := readIRI(base, q.Subject); err == nil {
			say(skosNotation, quad.String(id))
		}
	}
	if id, err := readIRI(baseActor, q.Subject); err == nil {
		say(dctermsIdentifier, quad.String(id))
		say(rdfType, ownActorClass)
	}
}

// Around returns the texts before and after the passage of a statement, which
// tell it from the same words elsewhere in its source. A citation has none.
func (r *StatementRecord) Around(text string) []Quad {
	return around(StatementIRI(r.ID), SourceIRI(r.Source), r.Start, r.End, text)
}

// Around returns the texts before and after the passage of an annotation.
func (r *AnnotationRecord) Around(text string) []Quad {
	return around(AnnotationIRI(r.ID), SourceIRI(r.Source), r.Start, r.End, text)
}

// contextLength is how many code points are quoted before and after a passage.
const contextLength = 32

func around(record, source quad.IRI, start, end int, text string) []Quad {
	from, to, ok := byteOffsets(text, start, end)
	if !ok {
		return nil
	}
	var out []Quad
	add := func(term quad.IRI, s string) {
		if s != "" {
			out = append(out, Quad{Subject: record + nodeQuote, Predicate: term, Object: quad.String(s), Label: source})
		}
	}
	add(oaPrefix, lastRunes(text[:from], contextLength))
	add(oaSuffix, firstRunes(text[to:], contextLength))
	return out
}

// byteOffsets turns code points into bytes. It is not ok for a citation, and
// where they lie outside the text.
func byteOffsets(text string, start, end int) (from, to int, ok bool) {
	n := 0
	for i := range text {
		if n == start {
			from = i
		}
		if n == end {
			return from, i, start < end
		}
		n++
	}
	return from, len(text), n == end && start < end
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; i > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
