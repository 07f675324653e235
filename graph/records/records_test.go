package records_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/records"
	"github.com/stancegraph/stancegraph/schema"
)

// filled returns a record all fields of which are set, each to another value:
// one that the coder forgets comes back empty.
func filled[T any](t *testing.T, seed int) *T {
	t.Helper()
	record := new(T)
	n := seed
	fill(t, reflect.ValueOf(record).Elem(), &n)
	return record
}

func fill(t *testing.T, v reflect.Value, n *int) {
	*n++
	switch x := v.Addr().Interface().(type) {
	case *schema.Date:
		*x = schema.DateOfDay(schema.Day(*n))
	case *time.Time:
		*x = time.Unix(int64(*n)*1000, 0).UTC()
	case *[]string:
		*x = []string{fmt.Sprint("text ", *n), "", "again"}
	case *map[string]string:
		*x = map[string]string{fmt.Sprint(*n): "b", "a": ""}
	default:
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(t, v.Field(i), n)
			}
		case reflect.String:
			v.SetString(fmt.Sprint("word ", *n))
		case reflect.Int:
			v.SetInt(int64(*n))
		case reflect.Uint8:
			v.SetUint(uint64(*n % 256))
		case reflect.Float64:
			v.SetFloat(float64(*n) / 7)
		case reflect.Bool:
			v.SetBool(true)
		default:
			t.Fatalf("a field of a kind that the test does not know: %v", v.Type())
		}
	}
}

func example(t *testing.T) *records.Set {
	s := &records.Set{Codebooks: []*schema.Codebook{graphtest.Codebook(t, "1"), graphtest.Codebook(t, "2")}, Current: "lake-dispute/2",
		Gone: records.Gone{Codebooks: []string{"a/1"}, Imports: []string{"b", "c"}, Sources: []string{"d"}, Statements: []string{"e"}}}
	for i := range 3 {
		s.Imports = append(s.Imports, filled[quads.ImportRecord](t, i*100))
		s.Sources = append(s.Sources, filled[quads.SourceRecord](t, i*100))
		s.Statements = append(s.Statements, filled[quads.StatementRecord](t, i*100), &quads.StatementRecord{})
		s.Annotations = append(s.Annotations, filled[quads.AnnotationRecord](t, i*100))
	}
	s.Statements[0].Start = -7
	return s
}

func encode(t *testing.T, s *records.Set) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := records.Encode(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryFieldIsKept(t *testing.T) {
	t.Parallel()
	for _, want := range []*records.Set{example(t), {}} {
		b := encode(t, want)
		got, err := records.Decode(b)
		if err != nil {
			t.Fatal(err)
		}
		// A field that is missing in what was read is missing in fields.go.
		if d := cmp.Diff(want, got, cmp.AllowUnexported(schema.Date{}), cmp.Comparer(func(a, b *schema.Codebook) bool { return a.Ref() == b.Ref() && a.YAML == b.YAML })); d != "" {
			t.Error(d)
		}
		if !bytes.Equal(b, encode(t, got)) {
			t.Error("the same set gives other bytes")
		}
	}
}

// Whatever is read, reading ends, and takes no more memory than the bytes give
// reason for.
func TestDamagedBytesAreReadSafely(t *testing.T) {
	t.Parallel()
	good := encode(t, example(t))
	r := rand.New(rand.NewPCG(1, 0))
	for n := range len(good) {
		if _, err := records.Decode(good[:n]); err == nil {
			t.Errorf("cut off after %d of %d bytes: no error", n, len(good))
		}
	}
	refused := 0
	for range 5000 {
		b := bytes.Clone(good)
		for range 1 + r.IntN(3) {
			b[r.IntN(len(b))] = byte(r.UintN(256))
		}
		if _, err := records.Decode(b); err != nil {
			refused++
		}
	}
	if refused == 0 {
		t.Error("no damage was noticed")
	}
}

func TestAnotherVersionIsRefused(t *testing.T) {
	t.Parallel()
	b := encode(t, &records.Set{})
	b[0]++
	if _, err := records.Decode(b); !errors.Is(err, records.ErrFormat) {
		t.Errorf("got %v", err)
	}
}

// A record that is written is only read: two may write it at the same time. The
// race detector finds what assigns even the value that is there.
func TestEncodeOnlyReads(t *testing.T) {
	t.Parallel()
	set := &records.Set{Sources: []*quads.SourceRecord{filled[quads.SourceRecord](t, 1)}, Statements: []*quads.StatementRecord{filled[quads.StatementRecord](t, 2)}}
	var both [2]bytes.Buffer
	var wg sync.WaitGroup
	for i := range both {
		wg.Go(func() {
			if err := records.Encode(&both[i], set); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if !bytes.Equal(both[0].Bytes(), both[1].Bytes()) {
		t.Error("one set, two files")
	}
}
