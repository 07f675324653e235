package explore

import (
	"testing"

	"github.com/dennwc/graphql/language/ast"
	"github.com/dennwc/graphql/language/lexer"
	"github.com/dennwc/graphql/language/parser"
	"pgregory.net/rapid"
)

func mustParse(t rapid.TB, text string) *ast.Document {
	t.Helper()
	lexer.AllowNameRunes = nameRune
	doc, err := parser.Parse(parser.ParseParams{Source: text})
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	return doc
}

// What is printed is read as the same query, whatever is in its texts.
func TestPrintedQueriesAreTheSame(t *testing.T) {
	for _, text := range []string{
		`{ a { id } }`,
		`query Q { x: <p>(a: 1) @rev @label(v: <g>) { id } }`,
		`{ x: ~<p>(first: 3, offset: 1, id: [<a>, _:b, "c"], n: -1.5e3, t: true) @rev(q: "r") { y: <q> @opt z { * } } }`,
	} {
		doc := mustParse(t, text)
		once := printed(doc)
		if twice := printed(mustParse(t, once)); twice != once {
			t.Errorf("%s\nprinted %s\nthen    %s", text, once, twice)
		}
	}
}

func TestTextsSurvivePrinting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		doc := mustParse(t, `{ a(x: `+quoted(text)+`) { id } }`)
		field := doc.Definitions[0].(*ast.OperationDefinition).SelectionSet.Selections[0].(*ast.Field)
		if got := field.Arguments[0].Value.GetValue(); got != text {
			t.Fatalf("got %q, want %q", got, text)
		}
	})
}

func TestNesting(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"": 0, "{ a }": 1, "{ a(x: [1]) { b } }": 3, `{ a(x: "{{{") { b } }`: 2, `{ a(x: "\"{{") { b } }`: 2, "\"{\n{{": 2, "}}{": 0,
	} {
		if got := nesting(text); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}
