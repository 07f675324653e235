package explore

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/stancegraph/stancegraph/schema"
)

// How a query can end without an answer. All but ErrBusy are faults of the
// query and have kind input. A store that cannot be read has the errors of
// package kv.
var (
	ErrSyntax = errors.New("syntax error")          // the text is no query
	ErrFailed = errors.New("it failed")             // it ran, and Cayley or the program itself gave an error
	ErrCrash  = errors.New("it makes Cayley crash") // it ended the process that ran it
	ErrLimit  = errors.New("it reached its limit")  // of time, memory, depth or size
	ErrBusy   = errors.New("no place is free")      // too many at once
)

func timeError(limit time.Duration) error {
	return schema.Errorf(schema.KindInput,
		"begin with fewer nodes (name an actor, an issue or a type), add .Limit(n) or first: n, or ask with stancegraph query --timeout (at most "+maxima.Time.String()+")",
		"no answer within %s: %w of time", limit, ErrLimit)
}

func memoryError(limit int64) error {
	return schema.Errorf(schema.KindInput,
		"keep less in variables, ask for fewer rows, or ask with stancegraph query --max-memory (at most "+bytesText(maxima.Memory)+")",
		"%w of memory, %s", ErrLimit, bytesText(limit))
}

func sizeError() error {
	return schema.Errorf(schema.KindInput, "ask for fewer or smaller values: the texts of sources (schema:text) are long",
		"one row alone has more than %s: %w of size", bytesText(MaxSize), ErrLimit)
}

func depthError(what string) error {
	return schema.Errorf(schema.KindInput, "ask for less at once", "%s is nested more than %d levels deep: %w of depth", what, MaxDepth, ErrLimit)
}

func crashError(cause string) error {
	return schema.Errorf(schema.KindInput,
		"look for an argument of a kind that the method does not take: a function, null, a nested list, an object; the store is unharmed",
		"%w: %s", ErrCrash, cause)
}

func recursionError() error {
	return schema.Errorf(schema.KindInput, "look for a function that calls itself, or a list that contains itself",
		"%w: it nests too deeply", ErrCrash)
}

func busyError() error {
	return schema.Errorf(schema.KindBusy, "try again in a moment", "%w: %d run already", ErrBusy, maxChildren)
}

// at says where in a query something is.
func at(line, column int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf("line %d, column %d: ", line, column)
}

// Place is where in the query an error says that something is, counted from 1;
// zeros where it says nothing of that.
func Place(err error) (line, column int) {
	for _, part := range strings.SplitAfter(err.Error(), "line ")[1:] {
		if n, _ := fmt.Sscanf(part, "%d, column %d", &line, &column); n == 2 {
			return line, column
		}
	}
	return 0, 0
}
