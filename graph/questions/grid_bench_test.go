package questions_test

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// million is the ledger that all benchmarks ask: a million statements of 2,000
// actors on 200 propositions.
var million = sync.OnceValue(func() *ledger.Snapshot { return ledgertest.Bulk(1, ledgertest.Million).Build() })

// page is 50 actors and the 20 propositions of an issue.
func page(s *ledger.Snapshot) (actors, propositions []string) {
	all := s.Actors()
	for i := 0; i < len(all) && len(actors) < 50; i += len(all) / 50 {
		actors = append(actors, all[i])
	}
	for _, p := range s.Codebook.Issues[3].Propositions {
		propositions = append(propositions, p.ID)
	}
	return actors, propositions
}

// anyDay is another day on every call: one day again and again would train the
// branch prediction of the machine on it.
func anyDay(r *rand.Rand, s *ledger.Snapshot) *schema.Day {
	d := s.LastDay() - schema.Day(r.IntN(3000))
	return &d
}

func BenchmarkGridPage(b *testing.B) {
	s := million()
	actors, propositions := page(s)
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		g, err := questions.BuildGrid(s, questions.Filter{AsOf: anyDay(r, s)}, actors, propositions)
		if err != nil || len(g.Cells) != 1000 {
			b.Fatal(len(g.Cells), err)
		}
	}
}

// BenchmarkMatrixPage is BenchmarkGridPage as a page shows it: with labels,
// reasons, and the IDs of the statements behind every cell.
func BenchmarkMatrixPage(b *testing.B) {
	s := million()
	actors, _ := page(s)
	r := rand.New(rand.NewPCG(1, 1))
	spec := questions.MatrixSpec{Rows: questions.RowsActors, Issue: s.Codebook.Issues[3].ID}
	for b.Loop() {
		m, err := questions.BuildMatrix(s, questions.Filter{Actors: actors, AsOf: anyDay(r, s)}, spec)
		if err != nil || len(m.Rows) != 50 || len(m.Columns) != 20 {
			b.Fatal(len(m.Rows), len(m.Columns), err)
		}
	}
}

// BenchmarkGridFull is all 2,000 actors on all 200 propositions as of a day, by
// every rule, into the memory of the time before. Beside it, in the same run,
// a bare scan of the columns that it answers from: x-scan is how many times
// longer the matrix takes. The scan is one goroutine: with -cpu 1 it is one
// processor against one. Other work on the machine hits both, so the scan is
// repeated until it has taken about as long.
func BenchmarkGridFull(b *testing.B) {
	s := million()
	for _, rule := range questions.Rules {
		b.Run(rule, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 1))
			g := must(questions.BuildGrid(s, questions.Filter{}, nil, nil))(b)
			const scansEach = 10
			var scans time.Duration
			for b.Loop() {
				if err := g.Fill(s, questions.Filter{AsOf: anyDay(r, s), Rule: rule}); err != nil || len(g.Cells) != 400_000 {
					b.Fatal(len(g.Cells), err)
				}
				b.StopTimer()
				for range scansEach {
					scans += scan(s.Columns())
				}
				b.StartTimer()
			}
			bare := float64(scans.Nanoseconds()) / float64(b.N) / scansEach
			b.ReportMetric(bare, "ns/scan")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/bare, "x-scan")
			b.ReportMetric(float64(s.Columns().Bytes())/float64(s.Columns().Len()), "B/statement")
		})
	}
}

// BenchmarkAgreement is every two of 200 actors over 200 propositions as of a
// day: their positions, then how far these agree.
func BenchmarkAgreement(b *testing.B) {
	s := million()
	r := rand.New(rand.NewPCG(1, 1))
	actors := s.Actors()[:200]
	for b.Loop() {
		g, err := questions.BuildGrid(s, questions.Filter{AsOf: anyDay(r, s)}, actors, nil)
		if err != nil {
			b.Fatal(err)
		}
		if pairs := g.Agreements(); len(pairs) != 200*199/2 {
			b.Fatal(len(pairs))
		}
	}
}

// BenchmarkMatrixFull is BenchmarkGridFull as an answer to a reader: 2,000 rows
// by issue, every position with its reasons and the IDs of its statements.
func BenchmarkMatrixFull(b *testing.B) {
	s := million()
	for _, rows := range []questions.Rows{questions.RowsActors, questions.RowsGroups} {
		for _, brief := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/brief=%v", rows, brief), func(b *testing.B) {
				for b.Loop() {
					m, err := questions.BuildMatrix(s, questions.Filter{}, questions.MatrixSpec{Rows: rows, Brief: brief})
					if err != nil || m.N == 0 || len(m.Columns) != 10 {
						b.Fatal(m.N, len(m.Columns), err)
					}
				}
			})
		}
	}
}

// BenchmarkMatrixOfVotes is a brief matrix of the shape of the votes of the
// United Nations: 200 actors, each once on nearly every one of 6,000
// propositions, on another day each time, so that nothing is remembered.
func BenchmarkMatrixOfVotes(b *testing.B) {
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 870_000, Actors: 200, Propositions: 6_000}).Build()
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		m, err := questions.BuildMatrix(s, questions.Filter{AsOf: anyDay(r, s)}, questions.MatrixSpec{Rows: questions.RowsActors, Brief: true})
		if err != nil || len(m.Rows) != 200 {
			b.Fatal(len(m.Rows), err)
		}
	}
}

// BenchmarkFacets is all ten facets, on another day each time.
func BenchmarkFacets(b *testing.B) {
	s := million()
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		if l, err := questions.Facets(s, questions.Filter{AsOf: anyDay(r, s)}); err != nil || len(l.Facets) != 10 {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvidencePage is the second page of fifty of a group's statements on an
// issue.
func BenchmarkEvidencePage(b *testing.B) {
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: 1_000_000, Actors: 10, Propositions: 100}).Build()
	for b.Loop() {
		l, err := questions.EvidencePage(s, questions.Filter{}, questions.CellRef{Actor: s.Actors()[3], Issue: s.Codebook.Issues[0].ID}, 2, 50)
		if err != nil || len(l.Witnesses) != 50 || l.Total < 9_000 {
			b.Fatal(l.Total, err)
		}
	}
}

// BenchmarkGridFresh is BenchmarkGridFull by the rule latest, in new memory
// each time.
func BenchmarkGridFresh(b *testing.B) {
	s := million()
	r := rand.New(rand.NewPCG(1, 1))
	for b.Loop() {
		g, err := questions.BuildGrid(s, questions.Filter{AsOf: anyDay(r, s)}, nil, nil)
		if err != nil || len(g.Cells) != 400_000 {
			b.Fatal(len(g.Cells), err)
		}
	}
}

var scanned int64 // so that nothing is optimised away

// scan reads the columns that a full matrix reads, and does nothing but add.
func scan(c *ledger.Columns) time.Duration {
	start := time.Now()
	var sum int64
	for _, r := range c.Runs {
		sum += int64(r.Proposition) + int64(r.Start)
	}
	for i, m := range c.Marks {
		sum += int64(m) + int64(c.Earliest[i]) + int64(c.Latest[i])
	}
	scanned += sum
	return time.Since(start)
}
