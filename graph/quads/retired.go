package quads

import (
	"errors"

	"github.com/cayleygraph/quad"
)

// ErrOld says that quads were written by an older program, which described
// sources in other terms.
var ErrOld = errors.New("written by an older program, which described sources in other terms")

// retired are the terms that sources were once described in, and what stands for them now.
// They were replaced because their values are texts where the vocabulary wants
// things.
var retired = map[quad.IRI]quad.IRI{
	nsDCTerms + "creator":      dcCreator,
	nsDCTerms + "publisher":    dcPublisher,
	nsDCTerms + "type":         dcType,
	nsDCTerms + "language":     dcLanguage,
	nsDCTerms + "accessRights": dcRights,
}

func isRetired(q quad.Quad) bool {
	term, _ := q.Predicate.(quad.IRI)
	_, is := retired[term]
	return is
}

// Renew returns a quad in the terms of today.
func Renew(q quad.Quad) quad.Quad {
	if term, ok := q.Predicate.(quad.IRI); ok {
		if now, is := retired[term]; is {
			q.Predicate = now
		}
	}
	return q
}
