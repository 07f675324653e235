package quads_test

import (
	"bytes"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

var sameDate = cmp.Comparer(func(a, b schema.Date) bool { return a == b })

// names are IDs and texts that are hard on IRIs and literals. Generators are
// made anew each time, because rapid writes to them and tests run in parallel.
func names() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"zelensky", "NEW:Fishers' Union", "a/b?c#d%e", "ångström", "<x>", `quo"te\`, "two words", ".", "..", "日本", "%2F", "line\nbreak", "\x01\x7f", "🕊"}),
		rapid.StringN(1, 8, -1))
}

func anyStatement(t *rapid.T) quads.StatementRecord {
	maybe := func(label string) string {
		return rapid.OneOf(rapid.Just(""), names()).Draw(t, label)
	}
	list := func(label string) []string {
		l := rapid.SliceOfN(rapid.OneOf(rapid.Just(""), names()), 0, 3).Draw(t, label)
		if len(l) == 0 {
			return nil
		}
		return l
	}
	start := rapid.IntRange(0, 1<<30).Draw(t, "start")
	st := schema.Statement{
		Doc: maybe("doc"), Source: rapid.StringMatching(`[0-9a-f]{64}`).Draw(t, "source"), Start: start, End: start + rapid.IntRange(0, 3).Draw(t, "length"),
		Evidence: names().Draw(t, "evidence"), Actor: names().Draw(t, "actor"), OnBehalfOf: maybe("on behalf of"), Signatories: list("signatories"),
		Issue: names().Draw(t, "issue"), Proposition: names().Draw(t, "proposition"), Stance: rapid.SampledFrom(schema.Stances[:]).Draw(t, "stance"),
		Condition: maybe("condition"), Act: rapid.SampledFrom(schema.Acts).Draw(t, "act"),
		Date:      schema.MustDate(rapid.SampledFrom([]string{"", "2025-10-21", "2025-10~", "0001", "../2025-05-19", "2025-10-16/2025-10-31~"}).Draw(t, "date")),
		DateBasis: rapid.SampledFrom(schema.DateBases).Draw(t, "basis"), Mode: rapid.SampledFrom(schema.Modes).Draw(t, "mode"), Via: list("via"),
		Coder: names().Draw(t, "coder"), Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"), Status: rapid.SampledFrom(schema.Statuses).Draw(t, "status"),
		Codebook: rapid.SampledFrom([]string{"", "ukraine-peace-2025/1", "no version", "a b/1/2", "x/"}).Draw(t, "codebook"), Revises: maybe("revises"),
		Reason: maybe("reason"), Reviewer: maybe("reviewer"), Trace: list("trace"),
	}
	if v := rapid.MapOfN(names(), names(), 0, 2).Draw(t, "variables"); len(v) > 0 {
		st.Variables = v
	}
	st.ID = st.DeriveID()
	return quads.StatementRecord{Statement: st, Recorded: moment(t)}
}

func moment(t *rapid.T) time.Time {
	if rapid.Bool().Draw(t, "recorded unknown") {
		return time.Time{}
	}
	return time.Unix(rapid.Int64Range(0, 1<<33).Draw(t, "recorded"), 0).UTC()
}

func anySource(t *rapid.T) quads.SourceRecord {
	texts := rapid.OneOf(rapid.Just(""), names())
	dates := rapid.SampledFrom([]schema.Date{{}, schema.MustDate("2025-05-19"), schema.MustDate("2025-03~")})
	src := schema.Source{Doc: texts.Draw(t, "doc"), Title: texts.Draw(t, "title"), Outlet: texts.Draw(t, "outlet"), URL: texts.Draw(t, "url"),
		Kind: texts.Draw(t, "kind"), Lang: texts.Draw(t, "lang"), Published: dates.Draw(t, "published"), PageDate: dates.Draw(t, "page date"),
		DateRule: texts.Draw(t, "rule"), Status: rapid.SampledFrom(schema.SourceStatuses).Draw(t, "status"), Note: texts.Draw(t, "note"),
		Author: texts.Draw(t, "author"), Retrieved: dates.Draw(t, "retrieved"), Reader: texts.Draw(t, "reader"),
		NearTo:    rapid.SampledFrom([][]string{nil, {schema.HashText("a")}, {schema.HashText("a"), schema.HashText("b")}}).Draw(t, "near"),
		Extracted: rapid.SampledFrom([][]string{nil, {"rules/1 x/1"}, {"b/1 x/1", "a/1 x/1"}}).Draw(t, "extracted"), Text: texts.Draw(t, "text")}
	src.ID = schema.HashText(src.Text)
	return quads.SourceRecord{Source: src, Recorded: moment(t)}
}

func decode(t *rapid.T, all []quad.Quad) *quads.Decoder {
	d := quads.NewDecoder()
	for _, q := range all {
		if err := d.Add(q); err != nil {
			t.Fatalf("%v: %v", q, err)
		}
	}
	return d
}

// reread prints quads as N-Quads, in any order, and reads them with Cayley's
// reader, which knows nothing of ours.
func reread(t *rapid.T, all []quad.Quad) []quad.Quad {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var b bytes.Buffer
	if err := quads.WriteNQuads(&b, sequence(all)); err != nil {
		t.Fatal(err)
	}
	var back []quad.Quad
	reader := nquads.NewReader(&b, false)
	for {
		q, err := reader.ReadQuad()
		if err == io.EOF {
			return back
		}
		if err != nil {
			t.Fatal(err)
		}
		back = append(back, q)
	}
}

// What is written can be read, from the quads and from their N-Quads.
func TestStatementRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := anyStatement(t)
		for _, all := range [][]quad.Quad{want.Quads(), reread(t, want.Quads())} {
			d := decode(t, all)
			if diff := cmp.Diff(&want, d.Statements[want.ID], sameDate); diff != "" || len(d.Statements) != 1 {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	})
}

func TestSourceRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := anySource(t)
		for _, all := range [][]quad.Quad{want.Quads(), reread(t, want.Quads())} {
			d := decode(t, all)
			if diff := cmp.Diff(&want, d.Sources[want.ID], sameDate); diff != "" {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	})
}

func anyAnnotation(t *rapid.T) quads.AnnotationRecord {
	st := anyStatement(t)
	a := schema.Annotation{Doc: st.Doc, Source: st.Source, Start: st.Start, End: st.End, Evidence: st.Evidence, Type: st.Condition, Coder: st.Coder,
		Date: st.Date, Reason: st.Reason, Variables: st.Variables}
	a.ID = a.DeriveID()
	return quads.AnnotationRecord{Annotation: a, Recorded: st.Recorded}
}

func TestAnnotationRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := anyAnnotation(t)
		for _, all := range [][]quad.Quad{want.Quads(), reread(t, want.Quads())} {
			d := decode(t, all)
			if diff := cmp.Diff(&want, d.Annotations[want.ID], sameDate); diff != "" || len(d.Statements) != 0 {
				t.Fatalf("(-want +got):\n%s", diff)
			}
		}
	})
}

// No two quads of a record are the same, and none is of a blank or relative
// node: Cayley counts the one and loses the other.
func TestQuadsAreDistinctAndAbsolute(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		st, src, note := anyStatement(t), anySource(t), anyAnnotation(t)
		seen := map[quad.Quad]bool{}
		for _, q := range slices.Concat(st.Quads(), src.Quads(), note.Quads()) {
			if seen[q] {
				t.Fatalf("twice: %v", q)
			}
			seen[q] = true
			for _, d := range quad.Directions {
				if iri, ok := q.Get(d).(quad.IRI); ok && !absolute.MatchString(string(iri)) {
					t.Fatalf("%v: not an absolute, percent-encoded IRI", iri)
				}
			}
		}
	})
}
