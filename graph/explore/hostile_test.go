package explore_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/schema"
)

// hostile are programs that want to end the process, to have all of its time
// or memory, or to break out of a bound. Each must end as an error of the kind
// that is named, with a hint.
var hostile = []struct {
	language explore.Language
	text     string
	want     error
}{
	// What Cayley panics on in a goroutine of its own.
	{explore.Gizmo, `g.V().Out(function(){}).All()`, explore.ErrCrash},
	{explore.Gizmo, `iri(null)`, explore.ErrCrash},
	{explore.Gizmo, `bnode({})`, explore.ErrCrash},
	{explore.Gizmo, `g.V().In(null, {}).All()`, explore.ErrCrash},
	{explore.Gizmo, `g.V().In("<p>", {}).All()`, explore.ErrCrash},
	{explore.Gizmo, `g.V().Out([["a", ["b"]], {}]).All()`, explore.ErrCrash},
	{explore.Gizmo, `try { iri(null) } catch (e) { g.Emit("caught") }`, explore.ErrCrash},
	{explore.Gizmo, `g.V().Both(Symbol.iterator, {}).All()`, explore.ErrCrash},
	{explore.Gizmo, `lang(null, null)`, explore.ErrCrash},
	{explore.Gizmo, `g.V().Tag("a").FollowRecursive(function(){}).All()`, explore.ErrCrash},
	{explore.Gizmo, `var a = []; a.push(a); g.Emit(a)`, explore.ErrCrash},
	{explore.Gizmo, `var a = {}; a.a = a; g.V(a).All()`, explore.ErrCrash},
	{explore.Gizmo, `var a = []; for (var i = 0; i < 1e6; i++) a = [a]; g.Emit(a)`, nil},

	// Time.
	{explore.Gizmo, `while (true) {}`, explore.ErrLimit},
	{explore.Gizmo, `for (;;) try { while (true) {} } finally { continue }`, explore.ErrLimit},
	{explore.Gizmo, `g.V().ForEach(function(d) { while (true) {} })`, explore.ErrLimit},
	{explore.Gizmo, `/^(?=(a+)+$)b|(a|aa)+$/.test("a".repeat(60) + "!"); while (true) {}`, explore.ErrLimit},
	{explore.Gizmo, `g.V().Both().Both().Both().Both().Both().Both().ForEach(function(){})`, explore.ErrLimit},

	// Memory, slowly and at once.
	{explore.Gizmo, `var a = []; while (true) a.push(new Array(1000).fill("x"))`, explore.ErrLimit},
	{explore.Gizmo, `new Array(1e9).fill(0)`, explore.ErrLimit},
	{explore.Gizmo, `"x".repeat(1 << 30)`, explore.ErrLimit},
	{explore.Gizmo, `var s = "x"; while (true) s += s`, explore.ErrLimit},
	{explore.Gizmo, `var a = new ArrayBuffer(2 ** 33); while (true) {}`, explore.ErrLimit},
	{explore.Gizmo, `function f() { f() } f()`, explore.ErrLimit},
	{explore.Gizmo, `var f = function(d) { g.V("<actor:norden>").ForEach(f) }; f()`, nil},

	// The bounds themselves.
	{explore.Gizmo, `g.Emit("x".repeat(40 << 20))`, explore.ErrLimit},
	{explore.Gizmo, `g.Emit([[[[[[[[[[[[1]]]]]]]]]]]])`, explore.ErrLimit},
	{explore.GraphQL, strings.Repeat("{ a ", 11) + "{ id }" + strings.Repeat("}", 11), explore.ErrLimit},
	{explore.GraphQL, strings.Repeat("{a", 30_000), explore.ErrLimit},
	{explore.GraphQL, "{ a(x: " + strings.Repeat("[", 50_000), explore.ErrLimit},

	// What is no query, and what there is none of.
	{explore.Gizmo, `g.V(`, explore.ErrSyntax},
	{explore.Gizmo, strings.Repeat("(", 60_000), nil},
	{explore.Gizmo, `g.Emit(g.V())`, explore.ErrFailed},
	{explore.Gizmo, `g.Emit(function(){})`, explore.ErrFailed},
	{explore.Gizmo, `require("fs").readFileSync("/etc/passwd")`, explore.ErrFailed},
	{explore.Gizmo, `process.exit(0)`, explore.ErrFailed},
	{explore.Gizmo, `g.AddQuad("a", "b", "c")`, explore.ErrFailed},
	{explore.Gizmo, `throw null`, explore.ErrFailed},
	{explore.Gizmo, "\x00\xff", explore.ErrSyntax},
	{explore.GraphQL, `mutation { a { id } }`, explore.ErrSyntax},
	{explore.GraphQL, `{ a }`, explore.ErrSyntax},
	{explore.GraphQL, `{ ...f } fragment f on T { id }`, explore.ErrSyntax},
	{explore.GraphQL, `{ a { ...f } }`, explore.ErrSyntax},
	{explore.GraphQL, `{ a(first: "x") { id } }`, explore.ErrFailed},
	{explore.GraphQL, `{ a(id: $x) { id } }`, explore.ErrFailed},
	{explore.GraphQL, `{ a @nonsense { id } }`, explore.ErrFailed},
	{explore.GraphQL, "{ a(x: \"\x00\") { id } }", explore.ErrSyntax},
	{explore.GraphQL, "\xff\xfe", explore.ErrSyntax},
}

func TestHostileQueriesEndAsErrors(t *testing.T) {
	t.Parallel()
	path := file(t, 10)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("all", func(t *testing.T) {
		for _, q := range hostile {
			t.Run(q.text[:min(len(q.text), 60)], func(t *testing.T) {
				t.Parallel()
				fails(t, path, q.language, q.text, q.want)
			})
		}
	})
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// fails runs a query that must fail as named; nil is any error of this package.
// Those that are to reach a limit have little time, the others as much as a
// busy machine may need. That it ends at all is what is tested.
func fails(t *testing.T, path string, language explore.Language, text string, want error) {
	t.Helper()
	limits := short
	if want != nil && !errors.Is(want, explore.ErrLimit) {
		limits.Time = patient
	}
	r, err := explore.Run(context.Background(), path, explore.Query{Language: language, Text: text, Limits: limits})
	switch {
	case err == nil:
		t.Errorf("got %+v", r)
	case want != nil && !errors.Is(err, want):
		t.Errorf("got %v, want %v", err, want)
	case schema.KindOf(err) != schema.KindInput || schema.HintOf(err) == "":
		t.Errorf("%v: kind %q, hint %q", err, schema.KindOf(err), schema.HintOf(err))
	case len(r.Rows) > 0:
		t.Errorf("an error with rows: %+v", r)
	case strings.Contains(err.Error(), "goroutine"):
		t.Errorf("got a stack: %v", err)
	}
}
