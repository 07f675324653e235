package explore_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/explore"
	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/schema"
)

func TestRowsAreCutWithANotice(t *testing.T) {
	t.Parallel()
	path := file(t, 10)
	for _, c := range []struct {
		language explore.Language
		text     string
		rows     int
		cut      string
	}{
		{explore.Gizmo, `g.V("<sg:Statement>").In("<rdf:type>").All()`, 7, explore.TruncatedRows},
		{explore.Gizmo, `g.V("<sg:Statement>").In("<rdf:type>").Limit(7).All()`, 7, ""},
		{explore.Gizmo, `for (;;) g.Emit(1)`, 7, explore.TruncatedRows},
		{explore.Gizmo, `for (;;) g.V("<actor:norden>").GetLimit(-1)`, 7, explore.TruncatedRows},
		{explore.Gizmo, `for (var i = 0; i < 7; i++) g.Emit(i)`, 7, ""},
		{explore.GraphQL, `{ s(<rdf:type>: <sg:Statement>) { id } }`, 7, explore.TruncatedRows},
		{explore.GraphQL, `{ s(<rdf:type>: <sg:Statement>, first: 30) { id } }`, 7, explore.TruncatedRows},
		{explore.GraphQL, `{ s(<rdf:type>: <sg:Statement>, first: 3) { id } }`, 3, ""},
		{explore.GraphQL, `{ s(id: <sg:Statement>) { all: <rdf:type> @rev { id } } }`, 1, explore.TruncatedRows},
		{explore.GraphQL, `{ s(id: <sg:Statement>) { all: <rdf:type>(first: 30) @rev { id } } }`, 1, explore.TruncatedRows},
	} {
		r, err := explore.Run(context.Background(), path, explore.Query{Language: c.language, Text: c.text, Limits: explore.Limits{Time: patient, Rows: 7}})
		if err != nil || len(r.Rows) != c.rows || r.Truncated != c.cut || (r.Note != "") != (c.cut != "") {
			t.Errorf("%s: got %d rows, %q, %q (%v)", c.text, len(r.Rows), r.Truncated, r.Note, err)
		}
	}
}

func TestListsInsideRowsAreCutToo(t *testing.T) {
	t.Parallel()
	r, err := explore.Run(context.Background(), file(t, 10), explore.Query{Language: explore.GraphQL, Limits: explore.Limits{Time: patient, Rows: 7},
		Text: `{ s(id: <sg:Statement>) { all: <rdf:type> @rev { id } } }`})
	if err != nil {
		t.Fatal(err)
	}
	if all, ok := r.Rows[0]["all"].([]any); !ok || len(all) != 7 {
		t.Errorf("got %v", r.Rows)
	}
}

func TestSizeIsCutWithANotice(t *testing.T) {
	t.Parallel()
	r := ask(t, file(t, 0), explore.Gizmo, `var s = "x".repeat(1 << 20); for (var i = 0; i < 50; i++) g.Emit(s)`)
	if n := len(r.Rows); n != 31 || r.Truncated != explore.TruncatedSize || !strings.Contains(r.Note, "32 MiB") {
		t.Errorf("got %d rows, %q, %q", n, r.Truncated, r.Note)
	}
}

// However memory is asked for, it is memory that runs out, long before time.
func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	path := file(t, 1)
	for _, text := range []string{
		`var s = "x"; while (true) s += s`,
		`new Array(1e9).fill(0)`,
		`"x".repeat(1 << 30)`,
		`var a = new ArrayBuffer(2 ** 34); while (true) {}`,
		`var a = []; while (true) a.push(new ArrayBuffer(1 << 20))`,
		`var s = "x".repeat(1 << 20); while (true) g.Emit([s, s, s, s, s, s, s, s].map(function (x) { return x + x + x + x }))`,
	} {
		_, err := explore.Run(context.Background(), path, explore.Query{Text: text, Limits: explore.Limits{Time: patient, Memory: 100 << 20}})
		if !errors.Is(err, explore.ErrLimit) || !(strings.Contains(err.Error(), "of memory, 100 MiB") || strings.Contains(err.Error(), "of size")) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}

func TestLimitsOutOfRange(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		limits explore.Limits
		hint   string
	}{
		{explore.Limits{Time: time.Hour}, "between 1ms and 5m0s"},
		{explore.Limits{Time: -1}, "between 1ms and 5m0s"},
		{explore.Limits{Rows: -1}, "between 1 and 100000"},
		{explore.Limits{Rows: 1e9}, "between 1 and 100000"},
		{explore.Limits{Memory: 1}, "between 64 MiB and 4096 MiB"},
		{explore.Limits{Memory: 1 << 50}, "between 64 MiB and 4096 MiB"},
	} {
		_, err := explore.Run(context.Background(), "nowhere", explore.Query{Text: "1", Limits: c.limits})
		if schema.KindOf(err) != schema.KindUsage || !strings.Contains(schema.HintOf(err), c.hint) {
			t.Errorf("%+v: got %v (%s)", c.limits, err, schema.HintOf(err))
		}
	}
}

func TestWrongCalls(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, c := range []struct {
		name, path string
		query      explore.Query
		kind       schema.Kind
	}{
		{"no such language", "nowhere", explore.Query{Language: "sparql", Text: "1"}, schema.KindUsage},
		{"an empty query", "nowhere", explore.Query{Text: " \n"}, schema.KindUsage},
		{"a long query", "nowhere", explore.Query{Text: strings.Repeat("/", explore.MaxText+1)}, schema.KindInput},
		{"no store", filepath.Join(dir, kv.FileName), explore.Query{Text: "1"}, schema.KindNotFound},
	} {
		if _, err := explore.Run(context.Background(), c.path, c.query); schema.KindOf(err) != c.kind || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v (%s)", c.name, err, schema.HintOf(err))
		}
	}
}

// One process at a time has a store open to write, and nobody reads meanwhile.
func TestAStoreThatIsHeld(t *testing.T) {
	t.Parallel()
	_, dir := store(t, 1)
	_, err := explore.Run(context.Background(), dir, explore.Query{Text: "1"})
	if schema.KindOf(err) != schema.KindBusy || !strings.Contains(err.Error(), "is in use by process") {
		t.Errorf("got %v", err)
	}
}

func TestACancelledContextIsAnError(t *testing.T) {
	t.Parallel()
	path := file(t, 3)
	for _, text := range []string{`while (true) {}`, `for (;;) g.V().ToArray()`, `g.Emit(1); while (true) {}`} {
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		r, err := explore.Run(ctx, path, explore.Query{Text: text})
		if !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, explore.ErrLimit) || r.Rows != nil {
			t.Errorf("%s: got %v, %+v", text, err, r)
		}
		cancel()
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := explore.Run(gone, path, explore.Query{Text: "1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheTableHasEveryLimit(t *testing.T) {
	t.Parallel()
	for _, row := range explore.Table() {
		if row.Name == "" || row.Default == "" || row.Maximum == "" || row.Reached == "" {
			t.Errorf("got %+v", row)
		}
	}
}
