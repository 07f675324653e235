package explore

import (
	"context"
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"

	"github.com/stancegraph/stancegraph/schema"
)

// failed is an error that a query gave while it ran.
func failed(line, column int, message, hint string) error {
	return schema.Errorf(schema.KindInput, hint, "%w: %s%s", ErrFailed, at(line, column), message)
}

func syntaxError(line, column int, message, hint string) error {
	return schema.Errorf(schema.KindInput, hint, "%w: %s%s", ErrSyntax, at(line, column), message)
}

// The ways in which goja writes a place: "Line 1:5 Unexpected …" while it
// reads, "… at <eval>:1:5(3)" while it runs.
var (
	readingAt = regexp.MustCompile(`^(?:SyntaxError: )?(?:\(anonymous\): |: )?Line (\d+):(\d+) (.*?)(?: \(and \d+ more errors?\))?$`)
	runningAt = regexp.MustCompile(`(?s)^(.*?) at (?:\S+ \()?(?:\S*?:)?(\d+):(\d+)\(\d+\)`)
	noMember  = regexp.MustCompile(`Object has no member '([^']*)'`)
)

// gizmoError turns an error of Cayley's JavaScript into one for people.
func gizmoError(err error) error {
	var exception *goja.Exception
	message := err.Error()
	if errors.As(err, &exception) {
		message = exception.Error()
	}
	message = firstLine(strings.TrimPrefix(message, "GoError: "))
	if m := readingAt.FindStringSubmatch(message); m != nil {
		return syntaxError(atoi(m[1]), atoi(m[2]), m[3], "Gizmo is JavaScript: look for a missing quote, bracket or comma")
	}
	line, column := 0, 0
	if m := runningAt.FindStringSubmatch(message); m != nil {
		message, line, column = m[1], atoi(m[2]), atoi(m[3])
	}
	return failed(line, column, message, gizmoHint(message))
}

func gizmoHint(message string) string {
	if m := noMember.FindStringSubmatch(message); m != nil {
		methods := pathMethods()
		return "paths have " + strings.Join(methods, ", ") + schema.DidYouMean(m[1], slices.Values(methods))
	}
	return "the examples show queries that work"
}

// pathMethods are the methods of a path, read off one: "All", "Back", "Both" …
func pathMethods() []string {
	it, err := gizmo.NewSession(nil).Execute(context.Background(), "g.V()", query.Options{Collation: query.Raw})
	if err != nil || !it.Next(context.Background()) {
		return nil
	}
	r, ok := it.Result().(*gizmo.Result)
	if !ok {
		return nil
	}
	var names []string
	for m := range reflect.TypeOf(r.Val).Methods() {
		if !strings.HasPrefix(m.Name, "Capitalized") { // the older spelling of the same
			names = append(names, m.Name)
		}
	}
	return names
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
