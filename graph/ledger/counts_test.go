package ledger_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
)

func TestCountsAreTheLengthsOfTheLists(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		s := ledgertest.Generate(rand.New(rand.NewPCG(seed, 2)), 60).Build()
		same := func(what, id string, n, list int) {
			if n != list {
				t.Fatalf("seed %d, %s %q: %d counted, %d listed", seed, what, id, n, list)
			}
		}
		for i := range s.Statements {
			st := &s.Statements[i]
			same("source", st.Source, s.CountOfSource(st.Source), len(s.OfSource(st.Source)))
			same("actor", st.Actor, s.CountOfActor(st.Actor), len(s.OfActor(st.Actor)))
			same("proposition", st.Proposition, s.CountOnProposition(st.Proposition), len(s.OnProposition(st.Proposition)))
			for _, signer := range st.Signatories {
				same("signer", signer, s.CountSignedBy(signer), len(s.SignedBy(signer)))
				same("actor", signer, s.CountOfActor(signer), len(s.OfActor(signer)))
			}
		}
		if n := s.CountOfSource("none") + s.CountOfActor("none") + s.CountOnProposition("none") + s.CountSignedBy("none"); n != 0 {
			t.Errorf("%d statements of what is not there", n)
		}
	}
}
