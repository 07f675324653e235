package graph_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// From a source to a position, and back to the sentence that it rests on.
func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	s, err := graph.Open(filepath.Join(dir, "store"), graph.Options{Create: true})
	if err != nil {
		panic(err)
	}
	defer s.Close()

	cb, err := schema.LoadCodebook("lake.yaml", []byte(`
codebook: lake
version: 1
issues:
  - {id: water, label: Water, propositions: [{id: shared-lake, label: Both countries share the lake}]}
actors:
  - {id: norden, label: Norden, type: state}
  - {id: minister, label: The minister, type: person, member_of: [norden]}
`))
	if err != nil {
		panic(err)
	}
	if err := s.PutCodebook(ctx, cb); err != nil {
		panic(err)
	}
	src := schema.Source{Doc: "news.txt", Text: "The minister would share the lake.", Status: schema.SourceProposed}
	src.ID = schema.HashText(src.Text)
	report, err := s.PutSource(ctx, src, []schema.Statement{{Doc: src.Doc, Source: src.ID, Start: 13, End: 33, Evidence: "would share the lake",
		Actor: "minister", Issue: "water", Proposition: "shared-lake", Stance: schema.ConditionalSupport, Act: schema.ActOffer, Mode: schema.ModeIndirect,
		Date: schema.MustDate("2025-05-19"), DateBasis: schema.DateStated, Coder: "anna", Confidence: 1, Status: schema.StatusAccepted, Codebook: cb.Ref()}})
	if err != nil {
		panic(err)
	}
	fmt.Println("added:", report.Added)

	snapshot := s.Snapshot()
	p := questions.On(snapshot, questions.Filter{}, "norden", true, "shared-lake")
	fmt.Printf("Norden, %d of %d statements: %s (%g)\n", p.N, p.Of, p.Band, *p.Value)
	st, _ := snapshot.Statement(p.Deciding[0])
	fmt.Printf("%s, %s: %q\n", st.Actor, st.Date, st.Evidence)
	// Output:
	// added: 1
	// Norden, 1 of 1 statements: conditional support (0.5)
	// minister, 2025-05-19: "would share the lake"
}
