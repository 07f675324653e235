package kv_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"slices"
	"sync"
	"testing"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/kv"
)

// TestMain makes sure that Cayley prints nothing, whatever the tests do.
func TestMain(m *testing.M) {
	var printed bytes.Buffer
	log.SetOutput(&printed)
	code := m.Run()
	if printed.Len() > 0 {
		fmt.Fprintf(os.Stderr, "Cayley printed: %s", printed.String())
		code = 1
	}
	os.Exit(code)
}

func mustQuadStore(t testing.TB, db hkv.KV) cgraph.QuadStore {
	t.Helper()
	qs, err := kv.QuadStore(db)
	if err != nil {
		t.Fatal(err)
	}
	return qs
}

func q(s, p, o string) quad.Quad {
	return quad.Quad{Subject: quad.IRI(s), Predicate: quad.IRI(p), Object: quad.String(o), Label: quad.IRI("label")}
}

// What is read in one pass is what Cayley's iterator and its count say, after
// any sequence of batches that take out and put in.
func TestApplyAndScan(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	run := 0
	rapid.Check(t, func(t *rapid.T) {
		run++
		db, err := kv.Open(fmt.Sprintf("%s/%d", root, run), kv.Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		qs, err := kv.QuadStore(db)
		if err != nil {
			t.Fatal(err)
		}
		there := map[quad.Quad]bool{}
		for range rapid.IntRange(1, 4).Draw(t, "batches") {
			del, add := anyBatch(t, there)
			if err := kv.Apply(qs, del, add); err != nil {
				t.Fatal(err)
			}
			compare(t, db, qs, there)
		}
	})
}

// anyBatch draws quads from a small world, so that nodes are shared: some of
// those that are there to take out, some of the others to put in.
func anyBatch(t *rapid.T, there map[quad.Quad]bool) (del, add []quad.Quad) {
	for _, s := range []string{"a", "b"} {
		for _, p := range []string{"p", "a"} {
			for _, o := range []string{"1", "2", "3"} {
				one := q(s, p, o)
				switch rapid.IntRange(0, 2).Draw(t, one.String()) {
				case 0:
				case 1:
					if there[one] {
						del = append(del, one)
						delete(there, one)
					}
				default:
					if !there[one] {
						add = append(add, one)
						there[one] = true
					}
				}
			}
		}
	}
	return del, add
}

func compare(t *rapid.T, db hkv.KV, qs cgraph.QuadStore, there map[quad.Quad]bool) {
	ctx := context.Background()
	var scanned, iterated []string
	for q, err := range kv.Quads(ctx, db) {
		if err != nil {
			t.Fatal(err)
		}
		if !there[q] {
			t.Fatalf("%v is there", q)
		}
		scanned = append(scanned, q.NQuad())
	}
	it := qs.QuadsAllIterator()
	defer it.Close()
	for it.Next(ctx) {
		iterated = append(iterated, qs.Quad(it.Result()).NQuad())
	}
	size, err := kv.Size(ctx, qs)
	if err != nil || it.Err() != nil {
		t.Fatal(err, it.Err())
	}
	if len(scanned) != len(there) || size != int64(len(there)) || !slices.Equal(scanned, iterated) {
		t.Fatalf("want %d quads, scanned %d, Cayley counts %d and iterates over %d", len(there), len(scanned), size, len(iterated))
	}
}

// Cayley loses a node that a batch takes more from than it adds to. When this
// fails, Cayley was mended and Apply need not balance any more.
func TestCayleyStillLosesNodes(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	qs := mustQuadStore(t, db)
	if err := kv.Apply(qs, nil, []quad.Quad{q("s", "p", "1"), q("s", "p", "2")}); err != nil {
		t.Fatal(err)
	}
	err := qs.ApplyDeltas([]cgraph.Delta{{Quad: q("s", "p", "1"), Action: cgraph.Delete}, {Quad: q("s", "p", "2"), Action: cgraph.Delete},
		{Quad: q("s", "p", "3"), Action: cgraph.Add}}, cgraph.IgnoreOpts{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range kv.Quads(context.Background(), db) {
		if err != nil {
			return
		}
	}
	t.Error("the quad was written whole")
}

// A set-up that was killed between its transactions is done again.
func TestHalfMadeStore(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	mustQuadStore(t, db)
	indexes := func() (v hkv.Value) {
		_ = hkv.View(db, func(tx hkv.Tx) error {
			v, _ = tx.Get(context.Background(), hkv.SKey("meta", "indexes"))
			v = v.Clone()
			return nil
		})
		return v
	}
	want := indexes()
	if err := hkv.Update(context.Background(), db, func(tx hkv.Tx) error { return tx.Del(hkv.SKey("meta", "indexes")) }); err != nil {
		t.Fatal(err)
	}
	mustQuadStore(t, db)
	if got := indexes(); !bytes.Equal(got, want) || len(want) == 0 {
		t.Errorf("got indexes %s, want %s", got, want)
	}
}

// Readers nested in readers go on while a writer makes the file grow: what
// Cayley's own adapters deadlock on.
func TestReadersWhileTheFileGrows(t *testing.T) {
	t.Parallel()
	db := mustOpen(t, t.TempDir())
	qs := mustQuadStore(t, db)
	ctx, cancel := context.WithCancel(context.Background())
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for ctx.Err() == nil {
				hub := qs.ValueOf(quad.IRI("hub"))
				if hub == nil {
					continue
				}
				it := qs.QuadIterator(quad.Subject, hub) // Quad opens a transaction inside the iterator's
				for it.Next(ctx) {
					qs.Quad(it.Result())
				}
				it.Close()
			}
		})
	}
	for batch := range 20 {
		var add []quad.Quad
		for i := range 100 {
			add = append(add, q("hub", fmt.Sprintf("p%d", i%7), fmt.Sprintf("%0200d", 100*batch+i)))
		}
		if err := kv.Apply(qs, nil, add); err != nil {
			t.Fatal(err)
		}
	}
	cancel()
	readers.Wait()
}
