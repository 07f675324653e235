package explore

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cayleygraph/cayley/query/graphql"
	"github.com/dennwc/graphql/language/ast"
)

// nesting is how many brackets of all kinds are open at once, before the text
// is parsed: the parser takes time with the square of it.
func nesting(text string) (deepest int) {
	open, inText, escaped := 0, false, false
	for _, r := range text {
		switch {
		case escaped:
			escaped = false
		case inText && r == '\\':
			escaped = true
		case r == '"', inText && r == '\n': // a text that is not closed ends with its line
			inText = !inText
		case inText:
		case strings.ContainsRune("{[(", r):
			open++
			deepest = max(deepest, open)
		case strings.ContainsRune("}])", r):
			open--
		}
	}
	return deepest
}

// bound checks the depth of a query and asks for no more objects in any of its
// lists than are needed to know that there are too many. It returns the names
// of the top-level fields, in order.
func bound(doc *ast.Document, objects int) (names []string, err error) {
	set, err := selection(doc)
	if err != nil {
		return nil, err
	}
	if err := boundSet(set, objects, 1); err != nil {
		return nil, err
	}
	for _, s := range set.Selections {
		if f, ok := s.(*ast.Field); ok {
			names = append(names, fieldName(f))
		}
	}
	return names, nil
}

func boundSet(set *ast.SelectionSet, objects, depth int) error {
	if depth > MaxDepth {
		return depthError("the query")
	}
	for _, s := range set.Selections {
		f, ok := s.(*ast.Field)
		if !ok {
			return syntaxError(0, 0, "fragments are not supported", graphqlHint)
		}
		if err := boundField(f, objects, depth); err != nil {
			return err
		}
	}
	return nil
}

func boundField(f *ast.Field, objects, depth int) error {
	switch {
	case glued.MatchString(f.Name.Value):
		return syntaxError(0, 0, fmt.Sprintf("the field %q has no space after its colon", f.Name.Value), "write name: <sg:actor>, with a space")
	case f.SelectionSet == nil && depth == 1:
		return syntaxError(0, 0, fmt.Sprintf("the field %q says not what to show", fieldName(f)), "add fields in braces, { id } at least, or { * } for all")
	case f.SelectionSet == nil:
		return nil
	}
	limit(f, objects)
	return boundSet(f.SelectionSet, objects, depth+1)
}

// glued is "name:<sg:actor>", which Cayley takes for one name.
var glued = regexp.MustCompile(`^\w+:<`)

// limit adds the argument "first" to a field that has none.
func limit(f *ast.Field, objects int) {
	for _, a := range f.Arguments {
		if a.Name.Value == graphql.LimitKey {
			return
		}
	}
	f.Arguments = append(f.Arguments, ast.NewArgument(&ast.Argument{
		Name:  ast.NewName(&ast.Name{Value: graphql.LimitKey}),
		Value: ast.NewIntValue(&ast.IntValue{Value: fmt.Sprint(objects)}),
	}))
}

func fieldName(f *ast.Field) string {
	if f.Alias != nil && f.Alias.Value != "" {
		return f.Alias.Value
	}
	return f.Name.Value
}
