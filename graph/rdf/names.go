package rdf

import (
	"strings"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// names are short forms of the beginnings of IRIs.
type names []quads.Prefix

// short cuts an IRI at the longest of them that fits.
func (n names) short(iri string) (prefix, local string, ok bool) {
	longest := 0
	for _, p := range n {
		if len(p.IRI) > longest && len(iri) > len(p.IRI) && strings.HasPrefix(iri, p.IRI) {
			prefix, longest, ok = p.Short, len(p.IRI), true
		}
	}
	return prefix, iri[longest:], ok
}
