package explore

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/graphql"
	"github.com/dennwc/graphql/language/ast"
	"github.com/dennwc/graphql/language/lexer"
	"github.com/dennwc/graphql/language/parser"
)

// runGraphQL runs a GraphQL query and writes its rows: the objects of its
// top-level field, or of each of several, which the column "field" then names.
func runGraphQL(ctx context.Context, qs *plainStore, req request, out *output) error {
	if nesting(req.Text) > 3*MaxDepth { // a level has braces, and brackets in parentheses at most
		return depthError("the query")
	}
	lexer.AllowNameRunes = nameRune
	doc, err := parser.Parse(parser.ParseParams{Source: req.Text})
	if err != nil {
		return graphqlSyntax(err)
	}
	fields, err := bound(doc, req.Rows+1)
	if err != nil {
		return err
	}
	it, err := graphql.NewSession(qs).Execute(ctx, printed(doc), query.Options{Collation: query.Raw})
	if err != nil {
		return failed(0, 0, err.Error(), graphqlHint)
	}
	if !it.Next(ctx) {
		if err := it.Err(); err != nil {
			return failed(0, 0, err.Error(), graphqlHint)
		}
		return nil
	}
	answer, _ := it.Result().(map[string]any)
	for _, name := range fields {
		if more, err := fieldRows(answer[name], name, len(fields) > 1, req.Rows, out); err != nil || !more {
			return err
		}
	}
	return nil
}

// nameRune reports whether a rune may stand in a name, which is an IRI. Cayley
// lets brackets and commas be part of it, so that "[<a>, <b>]" does not end;
// the IRIs of the graph have them percent-encoded.
func nameRune(r rune) bool {
	return r > ' ' && !unicode.IsSpace(r) && !strings.ContainsRune("\"{}()[],|^`", r)
}

const graphqlHint = "GraphQL here has no types: a field is a predicate, an argument is a value that it must have; the examples show more"

// fieldRows writes the objects of one top-level field.
func fieldRows(field any, name string, named bool, limit int, out *output) (more bool, err error) {
	converted, err := value(field)
	if err != nil {
		return false, err
	}
	out.hint = "nothing matches; objects that lack a field are left out, unless it is marked @opt"
	for _, item := range items(converted) {
		row, ok := item.(map[string]any)
		if !ok {
			continue
		}
		if arrange(row, limit) {
			out.cut(TruncatedRows)
		}
		if named {
			row["field"] = name
		}
		if more, err := out.row(row, false); err != nil || !more {
			return more, err
		}
	}
	return true, nil
}

// items is a list, or the one object that Cayley gives instead of a list of one.
func items(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// arrange sorts the lists inside an object and cuts those that are too long.
func arrange(v any, limit int) (cut bool) {
	switch v := v.(type) {
	case map[string]any:
		for k, item := range v {
			if list, ok := item.([]any); ok && len(list) > limit {
				v[k], item, cut = list[:limit], list[:limit], true
			}
			cut = arrange(item, limit) || cut
		}
	case []any:
		for _, item := range v {
			cut = arrange(item, limit) || cut
		}
		slices.SortFunc(v, compareValues)
	}
	return cut
}

var graphqlAt = regexp.MustCompile(`^Syntax Error \S+(?: \S+)? \((\d+):(\d+)\) (.*)$`)

func graphqlSyntax(err error) error {
	message := firstLine(err.Error())
	if m := graphqlAt.FindStringSubmatch(message); m != nil {
		return syntaxError(atoi(m[1]), atoi(m[2]), m[3], graphqlHint)
	}
	return syntaxError(0, 0, message, graphqlHint)
}

// selection is what a query asks for: GraphQL has more kinds of documents than
// Cayley answers.
func selection(doc *ast.Document) (*ast.SelectionSet, error) {
	if len(doc.Definitions) == 1 {
		if op, ok := doc.Definitions[0].(*ast.OperationDefinition); ok && op.Operation == "query" && op.SelectionSet != nil {
			return op.SelectionSet, nil
		}
	}
	return nil, syntaxError(0, 0, "expected one query in braces, without fragments, mutations or subscriptions", graphqlHint)
}
