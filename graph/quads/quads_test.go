package quads_test

import (
	"bytes"
	"flag"
	"iter"
	"os"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

var (
	update   = flag.Bool("update", false, "write testdata")
	absolute = regexp.MustCompile(`^(https?://|urn:uuid:)[!-;=?-Z_a-z~#]+$`)
)

var recorded = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func codebook(t testing.TB) *schema.Codebook {
	t.Helper()
	cb, err := schema.OpenCodebook("testdata/codebook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

func example() (quads.SourceRecord, quads.StatementRecord) {
	src := schema.Source{Doc: "lake.md", Title: "A lake, two shores", Outlet: "Lake Wire", URL: "https://example.org/lake", Kind: schema.KindDigest, Lang: "en",
		Published: schema.MustDate("2025-05-02"), DateRule: "front matter", Status: schema.SourceCoded, Extracted: []string{"rules/1 lake-dispute/1"},
		Text: "Åse Ånestad said: \"We share it,\nif they do.\"\n"}
	src.ID = schema.HashText(src.Text)
	st := schema.Statement{Doc: src.Doc, Source: src.ID, Start: 18, End: 42, Evidence: "\"We share it,\nif they do.", Actor: "NEW:Åse Ånestad", OnBehalfOf: "norden",
		Signatories: []string{"norden", "sueden"}, Issue: "water", Proposition: "shared-lake", Stance: schema.ConditionalSupport, Condition: "if they do",
		Act: schema.ActOffer, Date: schema.MustDate("../2025-05-01"), DateBasis: schema.DateStated, Mode: schema.ModeQuote, Via: []string{"TASS", "Lake Wire"},
		Coder: "rules/1", Confidence: 0.75, Status: schema.StatusAccepted, Codebook: "lake-dispute/1", Reviewer: "anna", Variables: map[string]string{"b": "2", "a": "<1>"},
		Trace: []string{"cue 'share'"}}
	st.ID = st.DeriveID()
	return quads.SourceRecord{Source: src, Recorded: recorded}, quads.StatementRecord{Statement: st, Recorded: recorded}
}

func sequence(all []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range all {
			if !yield(q, nil) {
				return
			}
		}
	}
}

// The N-Quads of one source, one statement and a codebook, for reading: the
// vocabulary is a promise to whoever loads an export elsewhere.
func TestVocabulary(t *testing.T) {
	t.Parallel()
	cb := codebook(t)
	src, st := example()
	record := quads.RecordOf(cb)
	all := slices.Concat(record.Quads(), quads.Current(cb), src.Quads(), st.Quads())
	var got bytes.Buffer
	if err := quads.WriteNQuads(&got, sequence(quads.Sort(all))); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/example.nq"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A codebook is read back from its file, whole.
func TestCodebookRoundTrip(t *testing.T) {
	t.Parallel()
	cb := codebook(t)
	record := quads.RecordOf(cb)
	d := quads.NewDecoder()
	concepts := quads.Current(cb)
	for _, q := range slices.Concat(record.Quads(), concepts) {
		if err := d.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	if d.Current != cb.Ref() || d.Concepts != len(concepts) {
		t.Errorf("current %q with %d quads, want %q with %d", d.Current, d.Concepts, cb.Ref(), len(concepts))
	}
	if diff := cmp.Diff(&record, d.Codebooks[cb.Ref()]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if seen := map[quad.Quad]bool{}; true {
		for _, q := range concepts {
			if seen[q] {
				t.Errorf("twice: %v", q)
			}
			seen[q] = true
		}
	}
}

func TestDecoderRefusesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	src, st := example()
	subject := quads.StatementIRI(st.ID)
	for name, q := range map[string]quad.Quad{
		"a foreign subject":   {Subject: quad.IRI("https://example.org/x"), Predicate: quad.IRI("https://example.org/p"), Object: quad.String("o")},
		"a blank node":        {Subject: quad.BNode("x"), Predicate: quad.IRI("https://example.org/p"), Object: quad.String("o")},
		"a foreign predicate": {Subject: subject, Predicate: quad.IRI("https://example.org/p"), Object: quad.String("o")},
		"a foreign node":      {Subject: subject + "#elsewhere", Predicate: quad.IRI("http://www.w3.org/ns/oa#exact"), Object: quad.String("o")},
		"a stance of text":    {Subject: subject, Predicate: quad.IRI("https://stancegraph.github.io/ns#stance"), Object: quad.String("1")},
		"a stance off scale":  {Subject: subject, Predicate: quad.IRI("https://stancegraph.github.io/ns#stance"), Object: quad.Float(0.3)},
		"a foreign actor":     {Subject: subject, Predicate: quad.IRI("https://stancegraph.github.io/ns#actor"), Object: quad.IRI("https://example.org/x")},
		"a bad date":          {Subject: quads.SourceIRI(src.ID), Predicate: quad.IRI("http://purl.org/dc/terms/issued"), Object: quad.TypedString{Value: "soon", Type: "http://id.loc.gov/datatypes/edtf/EDTF"}},
	} {
		if err := quads.NewDecoder().Add(q); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestRecordedTimesAreToldApart(t *testing.T) {
	t.Parallel()
	src, st := example()
	var n int
	for _, q := range append(src.Quads(), st.Quads()...) {
		if quads.IsRecorded(q) {
			n++
		}
	}
	if n != 2 {
		t.Errorf("got %d recorded times of two records", n)
	}
}
