package quads_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/quads"
)

func TestShortFormsComeBack(t *testing.T) {
	t.Parallel()
	for iri, short := range map[string]string{
		"https://stancegraph.github.io/ns#stance":             "sg:stance",
		"https://stancegraph.github.io/id/actor/m%C3%BCller":  "actor:m%C3%BCller",
		"https://stancegraph.github.io/id/codebook/a/1":       "codebook:a/1",
		"urn:uuid:718f9894-6693-543a-8748-fc88ceafe645#quote": "statement:718f9894-6693-543a-8748-fc88ceafe645#quote",
		"http://www.w3.org/ns/prov#hadPrimarySource":          "prov:hadPrimarySource",
		"https://schema.org/":                                 "https://schema.org/",
		"https://example.org/x":                               "https://example.org/x",
		"mailto:ada@example.org":                              "mailto:ada@example.org",
		"":                                                    "",
	} {
		if got := quads.Shorten(iri); got != short {
			t.Errorf("%s: got %s, want %s", iri, got, short)
		}
		if got := quads.Expand(short); got != iri {
			t.Errorf("%s: got %s, want %s", short, got, iri)
		}
	}
}

func TestPrefixesAreDistinct(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, p := range quads.Prefixes() {
		if seen[p.Short] || seen[p.IRI] {
			t.Errorf("%s (%s) is there twice", p.Short, p.IRI)
		}
		seen[p.Short], seen[p.IRI] = true, true
	}
}
