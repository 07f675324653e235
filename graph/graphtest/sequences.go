package graphtest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/schema"
)

// testAnySequence writes in random order and compares what is there after
// opening again with a model: the records as they should be by now. The name
// of the subtest is the seed.
func testAnySequence(t *testing.T, s *suite) {
	s.done()
	for seed := range uint64(6) {
		name := fmt.Sprintf("seed-%d", seed)
		t.Run(name, func(t *testing.T) {
			m := &sequence{suite: suite{t: t, ctx: s.ctx, open: s.open, store: s.open(t, name)}, r: rand.New(rand.NewPCG(seed, 0)), want: map[string]schema.Statement{}}
			m.putCodebook()
			for range 12 {
				m.step()
			}
			export := NQuads(t, m.store)
			CheckAndClose(t, m.store)
			m.store = s.open(t, name)
			m.compare()
			m.suite.want("export after opening again", Difference(export, NQuads(t, m.store)), "")
			m.done()
		})
	}
}

// sequence is a store and its model.
type sequence struct {
	suite
	r    *rand.Rand
	want map[string]schema.Statement
}

func (m *sequence) step() {
	if len(m.want) == 0 || m.r.IntN(3) == 0 {
		m.ingest()
		return
	}
	ids := slices.Sorted(maps.Keys(m.want))
	m.decide(ids[m.r.IntN(len(ids))])
}

// ingest puts a part of an article, perhaps by a newer version of the program.
func (m *sequence) ingest() {
	src, statements := Article(m.r.IntN(4), 6)
	coder := fmt.Sprintf("rules/%d", 1+m.r.IntN(3))
	src.Extracted = []string{coder + " lake-dispute/1"}
	statements = statements[m.r.IntN(6):]
	for i := range statements {
		statements[i].Coder = coder
		statements[i].Trace = statements[i].Trace[:m.r.IntN(2)] // more and fewer quads than before
		if old, known := m.want[statements[i].ID]; !known || old.Status == schema.StatusProposed {
			m.want[statements[i].ID] = statements[i]
		}
	}
	m.put(src, statements)
}

func (m *sequence) decide(id string) {
	st := m.want[id]
	switch m.r.IntN(3) {
	case 0:
		m.review(graph.Decision{ID: id, Reviewer: "Bea", Accept: true})
		st.Status, st.Reviewer, st.Reason = schema.StatusAccepted, "Bea", ""
	case 1:
		m.review(graph.Decision{ID: id, Reviewer: "Kim", Reason: "no"})
		st.Status, st.Reviewer, st.Reason = schema.StatusRejected, "Kim", "no"
	default:
		st.Condition, st.Coder = "as revised", "Bea"
		m.review(graph.Decision{ID: id, Reviewer: "Bea", Revision: &st})
		st.Revises, st.Status = id, schema.StatusAccepted
		st.ID = st.DeriveID()
	}
	m.want[st.ID] = st
}

func (m *sequence) compare() {
	m.t.Helper()
	snap := m.store.Snapshot()
	m.suite.want("statements", len(snap.Statements), len(m.want))
	for id, want := range m.want {
		got, ok := snap.Statement(id)
		if !ok {
			m.t.Errorf("statement %s is gone", id)
			continue
		}
		m.suite.want("record", record(m.t, *got), record(m.t, want))
	}
}
