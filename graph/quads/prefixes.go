package quads

import (
	"cmp"
	"slices"
	"strings"
)

// Prefix is a short form for the beginning of an IRI: "sg" for
// "https://stancegraph.github.io/ns#".
type Prefix struct {
	Short string // without the colon
	IRI   string
}

// Prefixes are the short forms of everything in the graph, in the order in
// which they are documented: the project's own terms, the project's own
// things, and the standard vocabularies.
func Prefixes() []Prefix { return slices.Clone(prefixes) }

var prefixes = []Prefix{
	{"sg", nsOwn},
	{"actor", baseActor},
	{"issue", baseIssue},
	{"proposition", baseProposition},
	{"statement", baseStatement},
	{"annotation", baseAnnotation},
	{"source", baseSource},
	{"codebook", baseCodebook},
	{"coder", baseCoder},
	{"relay", baseRelay},
	{"rdf", nsRDF},
	{"rdfs", nsRDFS},
	{"xsd", nsXSD},
	{"edtf", "http://id.loc.gov/datatypes/edtf/"},
	{"skos", nsSKOS},
	{"dc", nsDC},
	{"dcterms", nsDCTerms},
	{"prov", nsProv},
	{"oa", nsOA},
	{"org", nsOrg},
	{"foaf", nsFOAF},
	{"schema", nsSchema},
	{"dcat", nsDCAT},
	{"owl", nsOWL},
}

// Expand returns the IRI that a short form stands for, and any other IRI as it
// is.
func Expand(iri string) string {
	short, rest, found := strings.Cut(iri, ":")
	if !found {
		return iri
	}
	for _, p := range prefixes {
		if p.Short == short {
			return p.IRI + rest
		}
	}
	return iri
}

// Shorten is the opposite of Expand. Of two prefixes that fit the longer one
// counts; an IRI that no prefix fits stays as it is.
func Shorten(iri string) string {
	var fits []Prefix
	for _, p := range prefixes {
		if strings.HasPrefix(iri, p.IRI) && len(iri) > len(p.IRI) {
			fits = append(fits, p)
		}
	}
	if len(fits) == 0 {
		return iri
	}
	best := slices.MaxFunc(fits, func(a, b Prefix) int { return cmp.Compare(len(a.IRI), len(b.IRI)) })
	return best.Short + ":" + strings.TrimPrefix(iri, best.IRI)
}
