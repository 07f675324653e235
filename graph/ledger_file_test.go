package graph_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"go.etcd.io/bbolt"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/graph/kv"
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// history writes to a store at random, and closes, kills, forks and damages it.
type history struct {
	t        *testing.T
	r        *rand.Rand
	dir      string
	store    *graph.Store
	says     bytes.Buffer // what the store says of how it was opened
	reviewed map[string]bool
	older    [][]byte          // ledger files as they were
	forks    map[string][]byte // file of a store and ledger file of some moment
	foreign  []byte            // the ledger file of another store
}

// TestLedgerFile opens a store with the ledger file that it has left, and with
// damaged, older and foreign ones, after any history: it holds what the quads
// say each time. The name of the subtest is the seed.
func TestLedgerFile(t *testing.T) {
	t.Parallel()
	var ran, fast, anew atomic.Int64
	t.Cleanup(func() {
		if fast.Load() < 2*ran.Load() || anew.Load() < ran.Load()/2 {
			t.Errorf("%d stores were opened from their ledger file, %d from their quads: the test tries too little", fast.Load(), anew.Load())
		}
	})
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed-", seed), func(t *testing.T) {
			t.Parallel()
			h := &history{t: t, r: rand.New(rand.NewPCG(seed, 1)), dir: filepath.Join(t.TempDir(), "store"), reviewed: map[string]bool{}, foreign: foreignLedger(t)}
			h.open()
			for range 10 {
				for range h.r.IntN(4) {
					h.write()
				}
				h.leave()
				h.damage()
				h.open()
				h.compare()
			}
			graphtest.CheckAndClose(t, h.store)
			ran.Add(1)
			fast.Add(int64(strings.Count(h.says.String(), `"ledger read"`)))
			anew.Add(int64(strings.Count(h.says.String(), "built anew")))
		})
	}
}

func (h *history) open() {
	h.t.Helper()
	opt := graphtest.Options().KeepingAfter(1 << h.r.IntN(20)) // from after every write to never
	opt.Log = slog.New(slog.NewTextHandler(&h.says, &slog.HandlerOptions{Level: slog.LevelDebug}))
	s, err := graph.Open(h.dir, opt)
	if err != nil {
		h.t.Fatal(err)
	}
	h.store = s
	h.must(s.PutCodebook(context.Background(), graphtest.Codebook(h.t, "1")))
}

func (h *history) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// write does one of the things that a store is written by.
func (h *history) write() {
	h.t.Helper()
	ctx := context.Background()
	snap := h.store.Snapshot()
	switch h.r.IntN(6) {
	case 0:
		src, statements := graphtest.Article(h.r.IntN(5), 4)
		_, err := h.store.PutSource(ctx, src, statements[h.r.IntN(4):])
		h.must(err)
	case 1:
		if n := len(snap.Statements); n > 0 {
			h.review(snap.Statements[h.r.IntN(n)])
		}
	case 2:
		h.must(h.store.PutCodebook(ctx, graphtest.Codebook(h.t, fmt.Sprint(1+h.r.IntN(3)))))
	case 3:
		if list := snap.SourceList(); len(list) > 0 {
			h.must(h.store.MarkCoded(ctx, list[0].ID, true))
		}
	case 4:
		h.importSome()
	case 5:
		src, _ := graphtest.Article(20+h.r.IntN(3), 2)
		_, err := h.store.PutCorpus(ctx, graph.Corpus{Sources: []schema.Source{src}, Annotations: []schema.Annotation{{Doc: src.Doc, Source: src.ID,
			Evidence: fmt.Sprint("note ", h.r.IntN(9)), Coder: "Bea", Type: "Note", Reason: "no stance"}}})
		h.must(err)
	}
}

func (h *history) review(st schema.Statement) {
	h.t.Helper()
	if h.reviewed[st.ID] {
		return
	}
	h.reviewed[st.ID] = true
	d := graph.Decision{ID: st.ID, Reviewer: "Bea", Accept: true}
	if h.r.IntN(2) == 0 {
		st.Condition = "as revised"
		d = graph.Decision{ID: st.ID, Reviewer: "Bea", Reason: "reworded", Revision: &st}
	}
	_, err := h.store.Review(context.Background(), []graph.Decision{d})
	h.must(err)
}

// importSome begins an import, or goes on with it, and may finish it.
func (h *history) importSome() {
	h.t.Helper()
	ctx := context.Background()
	n := 30 + h.r.IntN(3)
	src, statements := graphtest.Article(n, 6)
	im, err := h.store.BeginImport(ctx, graph.ImportRun{ID: fmt.Sprint("run", n), File: "a.csv", Statements: len(statements)}, graphtest.Codebook(h.t, "1"))
	h.must(err)
	k := h.r.IntN(len(statements))
	_, err = im.Put(ctx, []schema.Source{src}, statements[:k])
	h.must(err)
	if h.r.IntN(4) == 0 && !im.Complete() {
		_, err := h.store.DiscardImport(ctx, fmt.Sprint("run", n), nil)
		h.must(err)
		return
	}
	if h.r.IntN(2) == 0 {
		_, err = im.Put(ctx, nil, statements[k:])
		h.must(err)
		h.must(im.Finish(ctx))
	}
}

// leave closes the store, or leaves it as a killed process does: what is on
// disk by then is all there is.
func (h *history) leave() {
	h.t.Helper()
	if h.r.IntN(2) == 0 {
		h.must(h.store.Close())
		return
	}
	killed := h.dir + "x"
	h.must(os.CopyFS(killed, os.DirFS(h.dir)))
	h.must(h.store.Close())
	h.must(os.RemoveAll(h.dir))
	h.must(os.Rename(killed, h.dir))
}

func (h *history) path(name string) string { return filepath.Join(h.dir, name) }

// damage does something to the ledger file, or nothing.
func (h *history) damage() {
	h.t.Helper()
	file := h.path("graph.ledger")
	b, err := os.ReadFile(file)
	if err != nil {
		return // it was killed before there was one
	}
	h.older = append(h.older, bytes.Clone(b))
	switch h.r.IntN(10) {
	case 0:
		b = b[:h.r.IntN(len(b))]
	case 1:
		b[h.r.IntN(len(b))] ^= byte(1 << h.r.IntN(8))
	case 2:
		b = append(b, b[h.r.IntN(len(b)):]...)
	case 3:
		b = h.older[h.r.IntN(len(h.older))]
	case 4:
		b = h.foreign
	case 5:
		h.must(os.Remove(file))
		return
	case 6:
		h.tamper()
	case 7:
		h.fork()
	}
	h.must(os.WriteFile(file, b, 0o644))
}

// tamper changes an entry of the journal.
func (h *history) tamper() {
	h.t.Helper()
	h.editFile(h.path("graph.bolt"), func(tx *bbolt.Tx) error {
		entries := tx.Bucket([]byte("journal")).Bucket([]byte("entries"))
		k, v := entries.Cursor().Last()
		if k == nil {
			return nil
		}
		v = bytes.Clone(v)
		v[h.r.IntN(len(v))]++
		return entries.Put(bytes.Clone(k), v)
	})
}

// fork puts back the store of an earlier moment, under the ledger file of now:
// as whoever restores one file of a backup does.
func (h *history) fork() {
	h.t.Helper()
	if h.forks == nil {
		h.forks = map[string][]byte{}
	}
	if before, ok := h.forks["graph.bolt"]; ok {
		h.must(os.WriteFile(h.path("graph.bolt"), before, 0o644))
	}
	now, err := os.ReadFile(h.path("graph.bolt"))
	h.must(err)
	h.forks["graph.bolt"] = now
}

func (h *history) editFile(path string, edit func(*bbolt.Tx) error) {
	h.t.Helper()
	db, err := bbolt.Open(path, 0o644, nil)
	h.must(err)
	h.must(db.Update(edit))
	h.must(db.Close())
}

// compare compares the open store with one that was read from the same quads.
func (h *history) compare() {
	h.t.Helper()
	fresh := h.dir + "-fresh"
	defer os.RemoveAll(fresh) // there are many of them
	h.must(os.CopyFS(fresh, os.DirFS(h.dir)))
	h.must(os.RemoveAll(filepath.Join(fresh, "graph.ledger")))
	h.editFile(filepath.Join(fresh, "graph.bolt"), func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("journal")) })
	s, err := graph.Open(fresh, graphtest.Options())
	h.must(err)
	defer s.Close()
	if !bytes.Equal(h.store.Records(h.t), s.Records(h.t)) {
		h.t.Errorf("the records are not those of the quads\n%s", h.says.String())
	}
	if got, want := h.store.Refresh().Version, s.Refresh().Version; got != want {
		h.t.Errorf("data version %s, that of the quads is %s\n%s", got, want, h.says.String())
	}
	if graphtest.NQuads(h.t, h.store) != graphtest.NQuads(h.t, s) {
		h.t.Error("the exports differ")
	}
}

// foreignLedger is the ledger file of another store with as many writes.
func foreignLedger(t *testing.T) []byte {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "foreign")
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutCodebook(context.Background(), graphtest.Codebook(t, "9")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "graph.ledger"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Where the ledger file cannot be written, the store works without.
func TestNoLedgerFile(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "store")
	must(t, os.MkdirAll(filepath.Join(dir, "graph.ledger", "in the way"), 0o755))
	var says bytes.Buffer
	opt := graphtest.Options().KeepingAfter(1)
	opt.Log = slog.New(slog.NewTextHandler(&says, &slog.HandlerOptions{Level: slog.LevelDebug}))
	want := ""
	for i := range 3 {
		s, err := graph.Open(dir, opt)
		must(t, err)
		must(t, s.PutCodebook(context.Background(), graphtest.Codebook(t, "1")))
		if got := graphtest.NQuads(t, s); i > 0 && got != want {
			t.Errorf("opened again, the graph is another one:\n%s", graphtest.Difference(want, got))
		}
		src, statements := graphtest.Article(i, 3)
		_, err = s.PutSource(context.Background(), src, statements)
		must(t, err)
		graphtest.MustBeSound(t, s)
		want = closed(t, s)
	}
	if !strings.Contains(says.String(), "was not written") {
		t.Error("the store does not say that it has no ledger file")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*.tmp")); len(left) > 0 {
		t.Errorf("half a file stayed: %v", left)
	}
}

// A program that keeps no journal may write to the store in between: then the
// ledger file no longer says what is in it.
func TestWriteBesideTheJournal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := graph.Open(dir, graphtest.Options())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.PutCodebook(context.Background(), graphtest.Codebook(t, "1")); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	putBeside(t, dir)
	s = graphtest.Open(t, dir)
	if _, ok := s.CodebookVersion("lake-dispute/7"); !ok {
		t.Error("what another program wrote is not seen")
	}
}

// putBeside writes another version of the codebook as a program does that knows
// nothing of the journal.
func putBeside(t *testing.T, dir string) {
	t.Helper()
	db, err := kv.Open(dir, kv.Options{})
	if err != nil {
		t.Fatal(err)
	}
	qs, err := kv.QuadStore(db)
	if err != nil {
		t.Fatal(err)
	}
	record := quads.RecordOf(graphtest.Codebook(t, "7"))
	if err := errors.Join(kv.Apply(qs, nil, record.Quads()), qs.Close()); err != nil {
		t.Fatal(err)
	}
}
