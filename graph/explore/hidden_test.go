package explore_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// everything are queries that list all quads, and all statements, sources and
// codebooks in several ways.
var everything = []string{
	`g.V().Tag("s").Out(null, "p").Tag("o").All()`,
	`g.V("<sg:Statement>").In("<rdf:type>").All()`,
	`g.V().Has("<rdf:type>", "<sg:Statement>").Save("<sg:actor>", "actor").All()`,
	`g.V().Has("<sg:doc>").All()`,
	`g.V("<actor:norden>").In("<sg:actor>").All()`,
	`g.V("<skos:ConceptScheme>").In("<rdf:type>").All()`,
	`g.V("<oa:TextQuoteSelector>").In("<rdf:type>").All()`,
}

// What an import has written is not to be seen in queries before it is
// finished, however it is asked for.
func TestUnfinishedImportIsHidden(t *testing.T) {
	t.Parallel()
	s, _ := store(t, 2)
	before := answers(t, s)
	src, statements := graphtest.Article(7, 5)
	im, err := s.BeginImport(t.Context(), graph.ImportRun{ID: "r1", File: "a.csv", Statements: 5}, graphtest.Codebook(t, "1.1"))
	if err == nil {
		_, err = im.Put(t.Context(), []schema.Source{src}, statements[:3])
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := answers(t, s); got != before {
		t.Errorf("an unfinished import shows:\n%s", graphtest.Difference(before, got))
	}
	if err := im.Finish(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := answers(t, s); strings.Count(got, "<sg:Statement>") <= strings.Count(before, "<sg:Statement>") {
		t.Error("a finished import is not seen")
	}
}

func answers(t *testing.T, s *graph.Store) string {
	t.Helper()
	path := imageOf(t, s)
	var all []string
	for _, text := range everything {
		all = append(all, text, lines(t, ask(t, path, explore.Gizmo, text)))
	}
	return strings.Join(all, "\n") + "\n"
}
