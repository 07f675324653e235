package ledgertest_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/schema"
)

// The records are valid and the passages are where they say.
func TestGeneratedRecordsAreValid(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		c := ledgertest.Generate(rand.New(rand.NewPCG(seed, 0)), 40)
		texts := map[string]string{}
		for _, src := range c.Sources {
			texts[src.ID] = src.Text
		}
		for _, st := range c.Statements {
			if problems := st.Validate(c.Codebook); len(problems) > 0 {
				t.Fatalf("seed %d: %v", seed, problems)
			}
			if got, ok := schema.Passage(texts[st.Source], st.Start, st.End); st.HasPassage() && (!ok || got != st.Evidence) {
				t.Fatalf("seed %d: %q at %d-%d, found %q", seed, st.Evidence, st.Start, st.End, got)
			}
		}
	}
}

// Over some corpora everything happens that a corpus is there to make happen.
func TestGenerateCoversWhatIsHard(t *testing.T) {
	t.Parallel()
	standings := map[ledger.Standing]int{}
	var undated, inexact, signed, cited, unregistered int
	for seed := range uint64(50) {
		s := ledgertest.Generate(rand.New(rand.NewPCG(seed, 0)), 40).Build()
		for i := range s.Statements {
			st := &s.Statements[i]
			standings[s.Standing(st)]++
			undated += count(st.Date.IsZero())
			inexact += count(!st.Date.IsZero() && st.Date.Earliest() != st.Date.Latest())
			signed += count(len(st.Signatories) > 0)
			cited += count(s.Sources[st.Source] == nil)
			_, registered := s.Codebook.Actor(st.Actor)
			unregistered += count(!registered)
		}
	}
	for _, is := range []ledger.Standing{ledger.Stands, ledger.Rejected, ledger.Revised, ledger.Superseded, ledger.NotTaken, ledger.StoodFor, ledger.Unsure} {
		if standings[is] == 0 {
			t.Errorf("no statement has standing %d", is)
		}
	}
	for what, n := range map[string]int{"undated": undated, "inexact": inexact, "signed": signed, "cited": cited, "unregistered": unregistered} {
		if n == 0 {
			t.Errorf("no statement is %s", what)
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func TestSameSeedSameCorpus(t *testing.T) {
	t.Parallel()
	a, b := ledgertest.Generate(rand.New(rand.NewPCG(7, 0)), 40), ledgertest.Generate(rand.New(rand.NewPCG(7, 0)), 40)
	if !reflect.DeepEqual(a.Statements, b.Statements) || !reflect.DeepEqual(a.Sources, b.Sources) {
		t.Error("two corpora of one seed differ")
	}
	size := ledgertest.Size{Statements: 500, Actors: 12, Propositions: 20}
	bulk := ledgertest.Bulk(7, size)
	if !reflect.DeepEqual(bulk.Statements, ledgertest.Bulk(7, size).Statements) {
		t.Error("two bulk corpora of one seed differ")
	}
	s := bulk.Build()
	if len(s.Statements) != size.Statements || len(s.Actors()) != size.Actors || len(s.Propositions()) != size.Propositions {
		t.Errorf("bulk: %d statements, %d actors, %d propositions", len(s.Statements), len(s.Actors()), len(s.Propositions()))
	}
}
