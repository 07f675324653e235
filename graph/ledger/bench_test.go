package ledger_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
)

// BenchmarkBuild builds the ledger of a million statements: columns, ways into
// them, standings and the data version.
func BenchmarkBuild(b *testing.B) {
	c := ledgertest.Bulk(1, ledgertest.Million)
	b.ReportAllocs()
	for b.Loop() {
		s := c.Build()
		b.ReportMetric(float64(s.Columns().Bytes())/float64(len(s.Statements)), "B/statement")
	}
}

// BenchmarkNext adds 1 and 20,000 statements to a million.
func BenchmarkNext(b *testing.B) {
	c := ledgertest.Bulk(1, ledgertest.Million)
	s := c.Build()
	for name, n := range map[string]int{"one": 1, "import": 20_000} {
		change := ledger.Change{Codebook: c.Codebook}
		for i := range n {
			st := c.Statements[i*49]
			st.ID += "+"
			change.Statements = append(change.Statements, &st)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Next(change)
			}
		})
	}
}
