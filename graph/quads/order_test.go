package quads_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/quads"
)

// The order of quads is that of their printed lines, whatever terms are in
// them: of nodes of which one is the beginning of another, too.
func TestOrderIsThatOfLines(t *testing.T) {
	t.Parallel()
	iri := rapid.Map(rapid.StringMatching(`urn:[ab]{1,2}([#-][ab]?)?`), func(s string) quad.Value { return quad.IRI(s) })
	text := rapid.Map(rapid.StringMatching(`["\\\n!~aå]{0,3}`), func(s string) quad.Value { return quad.String(s) })
	number := rapid.Map(rapid.IntRange(-2, 2), func(n int) quad.Value { return quad.Float(n) })
	whole := rapid.Map(rapid.IntRange(-2, 12), func(n int) quad.Value { return quad.Int(n) })
	typed := rapid.Map(rapid.StringMatching(`[ab]?`), func(s string) quad.Value { return quad.TypedString{Value: quad.String(s), Type: "urn:t"} })
	label := rapid.OneOf(rapid.Just[quad.Value](nil), iri)
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) quad.Quad {
			return quad.Quad{Subject: iri.Draw(t, "subject"), Predicate: iri.Draw(t, "predicate"),
				Object: rapid.OneOf(iri, text, number, whole, typed).Draw(t, "object"), Label: label.Draw(t, "label")}
		}), 0, 20).Draw(t, "quads")
		got := lines(t, quads.Sort(slices.Clone(all)))
		want := lines(t, all)
		slices.Sort(want)
		if want = slices.Compact(want); !slices.Equal(got, want) {
			t.Fatalf("got\n%q\nwant\n%q", got, want)
		}
	})
}

func lines(t *rapid.T, all []quad.Quad) []string {
	var list []string
	for _, q := range all {
		var b bytes.Buffer
		if err := quads.WriteNQuads(&b, sequence([]quad.Quad{q})); err != nil {
			t.Fatal(err)
		}
		list = append(list, b.String())
	}
	return list
}
