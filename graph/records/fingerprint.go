package records

import (
	"crypto/sha256"
	"fmt"
	"io"
	"reflect"
	"sync"
	"time"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// version is raised by hand when the same fields are written in another way, or
// mean something else.
const version = 1

// fingerprint identifies the fields of all records, how they are written and
// what quads they come from: a program for which any of these is different must
// not read what this one wrote.
var fingerprint = sync.OnceValue(func() [8]byte {
	sum := sha256.New()
	fmt.Fprintln(sum, version)
	describe(sum, reflect.TypeFor[Set]())
	for node, term := range quads.Properties {
		fmt.Fprintln(sum, node, term)
	}
	return [8]byte(sum.Sum(nil))
})

// describe prints the fields of a type, of what it points to and of what it
// holds. A codebook is written as its file, a date as its text.
func describe(w io.Writer, t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[schema.Codebook]() || t == reflect.TypeFor[schema.Date]() || t == reflect.TypeFor[time.Time]() {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Fprintln(w, t, f.Name, f.Type)
		describe(w, f.Type)
	}
}
