package graph_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/graphtest"
	"github.com/stancegraph/stancegraph/schema"
)

// Whatever has been written in whatever order, the snapshot that was made step
// by step is the one that is made from nothing.
func TestSnapshotOfAnyHistory(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		t.Run(fmt.Sprintf("seed-%d", seed), func(t *testing.T) {
			t.Parallel()
			h := &writes{T: t, r: rand.New(rand.NewPCG(seed, 5)), dir: t.TempDir(), running: map[string]*graph.Import{}}
			h.open()
			for range 40 {
				h.step()
				if h.r.IntN(2) == 0 {
					continue // several writes, one snapshot
				}
				h.compare()
			}
			must(t, h.store.Close())
		})
	}
}

// writes go to a store in random order.
type writes struct {
	*testing.T
	r        *rand.Rand
	dir      string
	store    *graph.Store
	fails    int // the write that fails, counted from now; 0 is none
	version  int
	imports  int
	running  map[string]*graph.Import
	noted    int
	did      string // last
	reviewed int
}

func (h *writes) open() {
	store, err := graph.Open(h.dir, graphtest.Options().Wrapped(func(db hkv.KV) hkv.KV { return faulty{db, &h.fails} }))
	must(h.T, err)
	h.store, h.running = store, map[string]*graph.Import{}
	if h.version == 0 {
		h.version = 1
		must(h.T, store.PutCodebook(context.Background(), graphtest.Codebook(h.T, "1")))
	}
}

func (h *writes) compare() {
	h.Helper()
	got, want := *h.store.Refresh(), *h.store.FromNothing()
	if fmt.Sprint(got.Statements) != fmt.Sprint(want.Statements) { // nil and empty lists are one, and print as one
		h.Fatalf("%s: %d statements, from nothing %d, or others", h.did, len(got.Statements), len(want.Statements))
	}
	got.Statements = want.Statements
	if !reflect.DeepEqual(got, want) {
		h.Fatalf("%s: version %s, from nothing %s", h.did, got.Version, want.Version)
	}
}

func (h *writes) step() {
	steps := []struct {
		name string
		do   func(context.Context) error
	}{
		{"put a source", h.put}, {"put a source", h.put}, {"review", h.review}, {"review", h.review}, {"mark as coded", h.code}, {"annotate", h.annotate},
		{"raise the codebook", h.codebook}, {"import", h.bring}, {"import", h.bring}, {"import", h.bring}, {"finish", h.finish}, {"discard", h.discard},
		{"open again", h.again}, {"fail", h.fail},
	}
	one := steps[h.r.IntN(len(steps))]
	h.did = one.name
	must(h.T, one.do(context.Background()))
}

func (h *writes) put(ctx context.Context) error {
	src, statements := graphtest.Article(h.r.IntN(4), 6)
	coder := fmt.Sprintf("rules/%d", 1+h.r.IntN(3))
	src.Extracted = []string{coder + " lake-dispute/1"}
	for i := range statements {
		statements[i].Coder = coder
	}
	_, err := h.store.PutSource(ctx, src, statements[h.r.IntN(6):])
	return err
}

func (h *writes) review(ctx context.Context) error {
	all := h.store.Refresh().Statements
	if len(all) == 0 {
		return nil
	}
	st := all[h.r.IntN(len(all))]
	decision := graph.Decision{ID: st.ID, Reviewer: "Bea"}
	switch h.r.IntN(4) {
	case 0:
		decision.Accept = true
	case 1:
		decision.Reason = "misread"
	case 2:
		decision.Reopen = true
	default:
		h.reviewed++
		st.Condition, st.Coder, st.Stance = fmt.Sprintf("if %d", h.reviewed), "Bea", schema.Stances[h.r.IntN(len(schema.Stances))]
		decision.Revision = &st
	}
	_, err := h.store.Review(ctx, []graph.Decision{decision})
	return err
}

func (h *writes) code(ctx context.Context) error {
	for _, id := range slices.Sorted(maps.Keys(h.store.Refresh().Sources)) {
		if h.r.IntN(2) == 0 {
			return h.store.MarkCoded(ctx, id, true)
		}
	}
	return nil
}

func (h *writes) annotate(ctx context.Context) error {
	h.noted++
	text := fmt.Sprintf("p. %d", h.noted)
	_, err := h.store.PutAnnotations(ctx, []schema.Annotation{{Source: schema.HashText(text), Doc: "a book", Evidence: text, Type: "Note", Coder: "Bea"}})
	return err
}

func (h *writes) codebook(ctx context.Context) error {
	h.version++
	return h.store.PutCodebook(ctx, graphtest.Codebook(h.T, fmt.Sprint(h.version)))
}

// bring begins an import, goes on with one, or puts the votes of another.
func (h *writes) bring(ctx context.Context) error {
	id := fmt.Sprintf("run%d", h.r.IntN(h.imports+1))
	if id == fmt.Sprintf("run%d", h.imports) {
		h.imports++
	}
	if h.running[id] == nil {
		if h.r.IntN(3) == 0 {
			h.version++
		}
		im, err := h.store.BeginImport(ctx, graph.ImportRun{ID: id, File: id + ".csv", Statements: 30}, graphtest.Codebook(h.T, fmt.Sprint(h.version)))
		if err != nil {
			return err
		}
		h.running[id] = im
	}
	if h.running[id].Complete() {
		return nil
	}
	sources, statements := votes(60)
	from := 10 * h.r.IntN(5)
	_, err := h.running[id].Put(ctx, sources[from/10:from/10+1], statements[from:from+10])
	return err
}

func (h *writes) finish(ctx context.Context) error {
	for _, state := range h.store.Interrupted() {
		if im := h.running[state.ID]; im != nil {
			delete(h.running, state.ID)
			return im.Finish(ctx)
		}
	}
	return nil
}

func (h *writes) discard(ctx context.Context) error {
	for _, state := range h.store.Interrupted() {
		delete(h.running, state.ID)
		_, err := h.store.DiscardImport(ctx, state.ID, nil)
		return err
	}
	return nil
}

func (h *writes) again(context.Context) error {
	if err := h.store.Close(); err != nil {
		return err
	}
	h.open()
	return nil
}

// fail makes a write fail, after which the store reads everything anew.
func (h *writes) fail(ctx context.Context) error {
	h.fails = 1 + h.r.IntN(20)
	_ = h.put(ctx) // it may have had nothing to write
	h.fails = 0
	return nil
}
