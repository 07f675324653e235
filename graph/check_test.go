package graph_test

import (
	"context"
	"encoding/binary"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Check finds whatever is broken behind the store's back, and names it.
func TestCheckFindsWhatIsBroken(t *testing.T) {
	t.Parallel()
	src, statements := graphtest.Article(0, 2)
	st := quads.StatementRecord{Statement: statements[1], Recorded: graphtest.Options().Now()}
	subject := quads.StatementIRI(st.ID)
	for name, c := range map[string]struct {
		spoil func(t *testing.T, s *graph.Store)
		says  string
	}{
		"nothing":          {spoil: func(*testing.T, *graph.Store) {}},
		"a missing quad":   {swap(find(st.Quads(), "latest"), quad.Quad{}), "it is missing"},
		"a missing field":  {swap(find(st.Quads(), "act"), quad.Quad{}), "act: expected one of"},
		"another quad":     {swap(quad.Quad{}, quad.Quad{Subject: subject, Predicate: quad.IRI("https://example.org/p"), Object: quad.String("x")}), "a property that no record has"},
		"an older state":   {swap(quad.Quad{}, other(find(st.Quads(), "latest"), quad.TypedString{Value: "1999-01-01", Type: "http://www.w3.org/2001/XMLSchema#date"})), "it belongs to no record, or to an older state of one"},
		"another evidence": {swap(find(st.Quads(), "exact"), other(find(st.Quads(), "exact"), quad.String("what nobody said"))), "the text at its offsets"},
		"another stance":   {swap(find(st.Quads(), "stance"), other(find(st.Quads(), "stance"), quad.Float(0))), "which its fields derive"},
		"an unknown actor": {swap(find(st.Quads(), "ns#actor"), other(find(st.Quads(), "ns#actor"), quads.ActorIRI("nobody"))), "not in codebook"},
		"another text":     {swap(find(sourceQuads(src), "schema.org/text"), other(find(sourceQuads(src), "schema.org/text"), quad.String("x"))), "the SHA-256 of the text"},
		"a lost record":    {func(t *testing.T, s *graph.Store) { apply(t, s, st.Quads(), nil) }, "it is missing"},
		"another number":   {swap(find(st.Quads(), "confidence"), other(find(st.Quads(), "confidence"), quad.Float(0.125))), "in memory and not on disk"},
		"a wrong count":    {write(hkv.SKey("meta", "size"), binary.LittleEndian.AppendUint64(nil, 3)), "size"},
		"a lost index":     {loseIndex, "the index finds"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "store")
			s := filled(t, dir, src, statements)
			defer s.Close()
			c.spoil(t, s)
			report, err := s.Check(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			if got := report.Problems.Error(); (len(report.Problems) > 0) != (c.says != "") || !strings.Contains(got, c.says) {
				t.Errorf("got %q, want %q in it", got, c.says)
			}
		})
	}
}

func filled(t *testing.T, dir string, src schema.Source, statements []schema.Statement) *graph.Store {
	t.Helper()
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutCodebook(context.Background(), graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PutSource(context.Background(), src, statements); err != nil {
		t.Fatal(err)
	}
	return s
}

func sourceQuads(src schema.Source) []quad.Quad {
	r := quads.SourceRecord{Source: src}
	return r.Quads()
}

func find(all []quad.Quad, predicate string) quad.Quad {
	for _, q := range all {
		if strings.HasSuffix(quad.StringOf(q.Predicate), predicate+">") {
			return q
		}
	}
	panic("no quad with " + predicate)
}

func other(q quad.Quad, object quad.Value) quad.Quad {
	q.Object = object
	return q
}

// swap takes one quad out and puts another in; an empty one is none.
func swap(out, in quad.Quad) func(*testing.T, *graph.Store) {
	list := func(q quad.Quad) []quad.Quad {
		if q.Subject == nil {
			return nil
		}
		return []quad.Quad{q}
	}
	return func(t *testing.T, s *graph.Store) {
		t.Helper()
		apply(t, s, list(out), list(in))
	}
}

// apply changes quads behind the store's back.
func apply(t *testing.T, s *graph.Store, del, add []quad.Quad) {
	t.Helper()
	qs, err := kv.QuadStore(s.Raw())
	if err != nil {
		t.Fatal(err)
	}
	if err := kv.Apply(qs, del, add); err != nil {
		t.Fatal(err)
	}
}

func write(k hkv.Key, v hkv.Value) func(*testing.T, *graph.Store) {
	return func(t *testing.T, s *graph.Store) {
		t.Helper()
		if err := hkv.Update(context.Background(), s.Raw(), func(tx hkv.Tx) error { return tx.Put(k, v) }); err != nil {
			t.Fatal(err)
		}
	}
}

// loseIndex empties the entries of one subject.
func loseIndex(t *testing.T, s *graph.Store) {
	t.Helper()
	err := hkv.Update(context.Background(), s.Raw(), func(tx hkv.Tx) error {
		it := tx.Scan(hkv.SKey("sp", ""))
		defer it.Close()
		it.Next(context.Background())
		return tx.Del(it.Key())
	})
	if err != nil {
		t.Fatal(err)
	}
}
