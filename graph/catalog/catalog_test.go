package catalog_test

import (
	"bytes"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/catalog"
	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/graph/rdf"
	"github.com/stancegraph/stancegraph/schema"
)

func written(t *testing.T, r catalog.Record) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A record says what, when, by what and from what, and of the file its size and
// checksum.
func TestRecord(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(3, 8)
	s := ledger.Build(graphtest.Codebook(t, "1"), []schema.Source{src}, statements)
	r := catalog.Of(s, questions.Filter{Issues: []string{"water"}}, export.Provenance{Title: "The lake", DataVersion: "0123abc", Codebook: "lake-dispute/1",
		AsOf: s.LastDay(), Filter: url.Values{"issue": {"water"}}, Program: "stancegraph 1", Command: "stancegraph export --format turtle --issue water"})
	r.License, r.Made = "https://creativecommons.org/licenses/by/4.0/", time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	r.File = catalog.File{Name: "water & more.ttl.gz", MediaType: "text/turtle; charset=utf-8", Packed: true, Size: 1234, SHA256: strings.Repeat("ab", 32), Profile: "https://stancegraph.github.io/ns"}
	got := written(t, r)
	want, err := os.ReadFile("testdata/record.ttl")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	err = rdf.Read(strings.NewReader("@base <https://example.org/data/> .\n"+got), rdf.Turtle, "record", func(rdf.Quad) error { return nil })
	if err != nil {
		t.Error(err)
	}
}

// What nobody knows is not said.
func TestRecordOfNothing(t *testing.T) {
	t.Parallel()
	s := ledger.Build(graphtest.Codebook(t, "1"), nil, nil)
	r := catalog.Of(s, questions.Filter{}, export.Provenance{DataVersion: "0", Codebook: "lake-dispute/1"})
	r.File.MediaType = "application/x-ndjson"
	got := written(t, r)
	for _, term := range []string{"dcterms:license", "dcterms:temporal", "dcat:theme", "endedAtTime", "dcat:mediaType", "compressFormat"} {
		if strings.Contains(got, term) {
			t.Errorf("says %s:\n%s", term, got)
		}
	}
	if !strings.Contains(got, "0 statements by 0 actors, on the evidence of 0 sources.") {
		t.Error(got)
	}
}
