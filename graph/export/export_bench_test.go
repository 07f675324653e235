package export_test

import (
	"io"
	"testing"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// BenchmarkStatements writes 100,000 statements of 2,000 actors on 200
// propositions. The bar is 870,109 (the votes of the United Nations) in ten
// seconds, on two cores.
func BenchmarkStatements(b *testing.B) {
	const n = 100_000
	s := ledgertest.Bulk(1, ledgertest.Size{Statements: n, Actors: 2_000, Propositions: 200}).Build()
	for name, write := range map[string]func(io.Writer) error{
		"csv":     func(w io.Writer) error { return export.CSV(w, s, questions.Filter{}) },
		"parquet": func(w io.Writer) error { return export.Parquet(w, s, questions.Filter{}, export.Provenance{}) },
		"jsonl":   func(w io.Writer) error { return export.JSONLines(w, s, questions.Filter{}) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "statements/s")
		})
	}
}
