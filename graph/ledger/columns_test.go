package ledger_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/schema"
)

// The columns say of every statement what its record says.
func TestColumnsAgreeWithRecords(t *testing.T) {
	t.Parallel()
	for seed := range uint64(30) {
		s := ledgertest.Generate(rand.New(rand.NewPCG(seed, 1)), 60).Build()
		c := s.Columns()
		if c.Len() != len(s.Statements) {
			t.Fatalf("seed %d: %d columns, %d records", seed, c.Len(), len(s.Statements))
		}
		for i := range s.Statements {
			st := &s.Statements[i]
			cp := *st // found by its ID
			behalf := ""
			if c.OnBehalf[i] > 0 {
				behalf = c.Actors.Text(c.OnBehalf[i] - 1)
			}
			coding := c.Codings[c.Coding[i]]
			if c.Actors.Text(c.ActorOf(i)) != st.Actor || behalf != st.OnBehalfOf ||
				c.Sources[c.Source[i]].ID != st.Source || coding != (ledger.Coding{Coder: st.Coder, Mode: st.Mode, Status: st.Status, Act: st.Act, Issue: st.Issue}) ||
				c.Earliest[i] != st.Date.Earliest() || c.Latest[i] != st.Date.Latest() || c.Undated(i) != st.Date.IsZero() ||
				c.Confidence[i] != ledger.Quantise(st.Confidence) || c.Marks[i].Stance() != st.Stance ||
				c.Marks[i].Accepted() != (st.Status == schema.StatusAccepted) || c.Marks[i].Standing() != s.Standing(st) || s.Standing(st) != s.Standing(&cp) {
				t.Fatalf("seed %d: the columns of %+v say otherwise", seed, *st)
			}
		}
		checkWays(t, s)
	}
}

// checkWays compares the ways into the columns with a walk over the records.
func checkWays(t *testing.T, s *ledger.Snapshot) {
	t.Helper()
	c := s.Columns()
	for a := range uint32(c.Actors.Len()) {
		for p := range uint32(c.Propositions.Len()) {
			var own, signed []int
			who := c.Actors.Text(a)
			for i, st := range s.Statements {
				switch {
				case st.Proposition != c.Propositions.Text(p):
				case st.Actor == who:
					own = append(own, i)
				case slices.Contains(st.Signatories, who):
					signed = append(signed, i)
				}
			}
			from, to := c.Find(a, p)
			if to-from != len(own) || len(own) > 0 && (own[0] != from || own[len(own)-1] != to-1) {
				t.Fatalf("%s on %s: run %d to %d, records %v", who, c.Propositions.Text(p), from, to, own)
			}
			var got []int
			for _, one := range c.SignedOn(a, p) {
				i := int(one.Statement)
				got = append(got, i)
				if one.Mark != c.Marks[i] || one.Earliest != c.Earliest[i] || one.Latest != c.Latest[i] || one.Proposition != p {
					t.Fatalf("signature %+v says otherwise than its statement", one)
				}
			}
			if !slices.Equal(got, signed) {
				t.Fatalf("%s signed on %s: %v, records %v", who, c.Propositions.Text(p), got, signed)
			}
		}
	}
	for _, st := range s.Statements {
		if got, ok := s.Statement(st.ID); !ok || got.ID != st.ID {
			t.Fatalf("statement %s: found %v", st.ID, got)
		}
		if !slices.ContainsFunc(s.OfSource(st.Source), func(o *schema.Statement) bool { return o.ID == st.ID }) {
			t.Fatalf("statement %s is not among those of its source", st.ID)
		}
	}
}

func TestQuantiseKeepsTheOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	for range 10_000 {
		a, b := r.Float64(), r.Float64()
		if qa, qb := ledger.Quantise(a), ledger.Quantise(b); qa > qb && a <= b || qa < qb && a >= b {
			t.Fatalf("%g is %d, %g is %d", a, qa, b, qb)
		}
	}
	if ledger.Quantise(0) != 0 || ledger.Quantise(1) != 65535 {
		t.Error("the ends of the scale moved")
	}
}

// A statement takes at most 48 bytes beside its text: with few statements to a
// run, where the ways into the columns are dearest, and with many.
func TestBytesPerStatement(t *testing.T) {
	t.Parallel()
	for _, size := range []ledgertest.Size{{Statements: 30_000, Actors: 2000, Propositions: 200}, {Statements: 30_000, Actors: 200, Propositions: 20}} {
		s := ledgertest.Bulk(1, size).Build()
		got := float64(s.Columns().Bytes()) / float64(size.Statements)
		t.Logf("%+v: %.1f bytes a statement", size, got)
		if got > 48 || got < 20 {
			t.Errorf("%+v: %.1f bytes a statement, expected 20 to 48", size, got)
		}
	}
}
