package explore

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
)

const nothingPrinted = "the program printed nothing: end a path with .All(), or print with g.Emit(value)"

// runGizmo runs a program and writes its rows.
func runGizmo(ctx context.Context, qs *plainStore, req request, out *output) error {
	it, err := gizmo.NewSession(qs).Execute(ctx, req.Text, query.Options{Collation: query.Raw, Limit: -1})
	if err != nil {
		return gizmoError(err)
	}
	for it.Next(ctx) {
		r, ok := it.Result().(*gizmo.Result)
		if !ok {
			continue
		}
		more, err := gizmoRow(qs, r, out)
		if err != nil || !more {
			return err // the process ends, and the program with it
		}
	}
	if err := it.Err(); err != nil {
		return gizmoError(err)
	}
	untilProgramEnded()
	return nil
}

// programOfCayley is in the stack of the goroutine that Cayley runs a program
// in.
const programOfCayley = "created by github.com/cayleygraph/cayley/query/gizmo.(*results).Next"

// untilProgramEnded waits until the goroutine of the program is gone. One that
// panics tells its reader that there are no more rows before it ends the
// process, as if all had gone well; it is never gone, and so the process ends
// here.
func untilProgramEnded() {
	stacks := make([]byte, mib)
	for strings.Contains(string(stacks[:runtime.Stack(stacks, true)]), programOfCayley) {
		time.Sleep(time.Millisecond)
	}
}

func gizmoRow(qs *plainStore, r *gizmo.Result, out *output) (more bool, err error) {
	switch {
	case r.Tags != nil:
		row := map[string]any{}
		for tag, ref := range r.Tags {
			if v := qs.NameOf(ref); v != nil {
				row[text(tag)] = node(v)
			}
		}
		return out.row(row, false)
	case r.Meta:
		return lastValue(r.Val, out)
	}
	row, err := emittedRow(r.Val)
	if err != nil {
		return false, err
	}
	return out.row(row, true)
}

// emittedRow is what a program emits: an object is a row, anything else is a
// row of one column.
func emittedRow(v any) (map[string]any, error) {
	converted, err := value(v)
	if err != nil {
		return nil, err
	}
	if row, ok := converted.(map[string]any); ok {
		return row, nil
	}
	return map[string]any{"value": converted}, nil
}

// lastValue is the value of the last expression of a program. Cayley drops it;
// where nothing else was printed it is what somebody wanted to see, unless it
// is a path that was never walked.
func lastValue(v any, out *output) (more bool, err error) {
	if out.rows > 0 {
		return true, nil
	}
	out.hint = nothingPrinted
	if strings.HasPrefix(fmt.Sprintf("%T", v), "*gizmo.") {
		return true, nil
	}
	row, err := emittedRow(v)
	if err != nil {
		return true, nil // a function, say: nothing to print
	}
	return out.row(row, true)
}
