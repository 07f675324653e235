package questions_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// OnEach is On, one by one; and there is a statement on what HeardOn names, and
// on nothing else.
func TestOnEachIsOn(t *testing.T) {
	t.Parallel()
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		who, group := oneOf(r, o.askable()...), r.IntN(2) == 0
		if a, ok := s.Codebook.Actor(who); !ok || !a.Kind.IsGroup() {
			group = false
		}
		asked := append([]string{"unheard-of"}, ledgertest.Propositions...)
		var want []questions.Position
		heard := map[string]bool{}
		for _, p := range asked {
			on := questions.On(s, o.f, who, group, p)
			want = append(want, on)
			if on.Of > 0 {
				heard[p] = true
			}
		}
		compare(t, "positions", want, questions.OnEach(s, o.f, who, group, asked))
		got := map[string]bool{}
		for _, p := range questions.HeardOn(s, who, group) {
			got[p] = true
		}
		compare(t, "heard on", heard, got)
	})
}
