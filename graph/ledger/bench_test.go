package ledger_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
)

// BenchmarkBuild builds the ledger of a million statements: columns, ways into
// them, standings and the data version.
func BenchmarkBuild(b *testing.B) {
	c := ledgertest.Bulk(1, ledgertest.Million)
	for b.Loop() {
		s := c.Build()
		b.ReportMetric(float64(s.Columns().Bytes())/float64(len(s.Statements)), "B/statement")
	}
}
