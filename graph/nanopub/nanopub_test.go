package nanopub_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/nanopub"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

// published returns what a nanopublication says, by its graph: "#assertion" and
// the rest.
func published(t *testing.T, statements ...schema.Statement) map[string]map[string][]string {
	t.Helper()
	src, _ := graphtest.Article(1, 3)
	s := ledger.Build(graphtest.Codebook(t, "1"), []schema.Source{src}, statements)
	var b bytes.Buffer
	if err := nanopub.Write(&b, s, questions.Filter{}, export.Provenance{DataVersion: "0123abc"}); err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string][]string{}
	err := rdf.Read(bytes.NewReader(b.Bytes()), rdf.TriG, "x.trig", func(q rdf.Quad) error {
		np, graph, _ := strings.Cut(string(q.Label.(quad.IRI)), "#")
		id := strings.TrimPrefix(np, "https://stancegraph.github.io/id/nanopub/")
		if all[id] == nil {
			all[id] = map[string][]string{}
		}
		q.Label = nil
		all[id][graph] = append(all[id][graph], string(quads.AppendLine(nil, q.Quad)))
		return nil
	})
	if err != nil {
		t.Fatalf("%v\n%s", err, b.Bytes())
	}
	return all
}

// Only what a person accepted and nobody revised is published.
func TestOnlyAcceptedStatements(t *testing.T) {
	t.Parallel()
	_, statements := graphtest.Article(1, 4)
	statements[0].Status = schema.StatusAccepted
	statements[1].Status, statements[1].Reason = schema.StatusRejected, "no"
	statements[3].Status = schema.StatusAccepted
	statements[3].Revises = statements[0].ID
	statements[3].ID = statements[3].DeriveID()
	got := published(t, statements...)
	if len(got) != 1 || got[statements[3].ID] == nil {
		t.Fatalf("got %d", len(got))
	}
	if info := strings.Join(got[statements[3].ID]["pubinfo"], ""); !strings.Contains(info, "supersedes> <https://stancegraph.github.io/id/nanopub/"+statements[0].ID+">") {
		t.Errorf("what it corrects is not superseded:\n%s", info)
	}
}

// Every part is where the scheme of nanopublications wants it.
func TestParts(t *testing.T) {
	t.Parallel()
	_, statements := graphtest.Article(1, 3)
	st := statements[2]
	st.Status, st.Reviewer = schema.StatusAccepted, "Bea"
	got := published(t, st)[st.ID]
	for graph, terms := range map[string][]string{
		"head":       {"nschema#Nanopublication>", "hasAssertion>", "hasProvenance>", "hasPublicationInfo>"},
		"assertion":  {"ns#Statement>", "ns#actor>", "schema.org/agent>", "ns#proposition>", "ns#stance>", "ns#date>", "core#prefLabel>"},
		"provenance": {"wasQuotedFrom>", "terms/title> \"Article 1\"", "#assertion> <http://www.w3.org/ns/prov#wasAttributedTo>", "oa#exact>", "oa#start>", "terms/conformsTo>", "ns#confidence>"},
		"pubinfo":    {"terms/creator> <https://stancegraph.github.io/id/coder/Bea>", "dataset/0123abc>", "hasNanopubType>"},
	} {
		text := strings.Join(got[graph], "")
		for _, term := range terms {
			if !strings.Contains(text, term) {
				t.Errorf("%s: nothing has %s:\n%s", graph, term, text)
			}
		}
	}
	if text := strings.Join(got["assertion"], ""); strings.Contains(text, st.Evidence) || strings.Contains(text, "oa#") {
		t.Errorf("evidence is asserted:\n%s", text)
	}
}

// Long quotations are not published, and a citation is no quotation.
func TestQuotations(t *testing.T) {
	t.Parallel()
	_, statements := graphtest.Article(1, 2)
	long, cited := statements[0], statements[1]
	long.Status, long.Evidence, long.End = schema.StatusAccepted, strings.Repeat("ä ", 500), long.Start+1000
	long.ID = long.DeriveID()
	cited.Status, cited.Evidence, cited.Start, cited.End = schema.StatusAccepted, "page 3", 0, 0
	cited.ID = cited.DeriveID()
	got := published(t, long, cited)
	if text := strings.Join(got[long.ID]["provenance"], ""); strings.Contains(text, long.Evidence) || !strings.Contains(text, schema.Quotable(long.Evidence)) {
		t.Errorf("got\n%s", text)
	}
	if text := strings.Join(got[cited.ID]["provenance"], ""); !strings.Contains(text, "wasDerivedFrom>") || strings.Contains(text, "wasQuotedFrom>") {
		t.Errorf("got\n%s", text)
	}
}
