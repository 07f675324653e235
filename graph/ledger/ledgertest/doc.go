// Package ledgertest makes corpora for tests and benchmarks: [Generate] small
// ones in which everything that is hard about a position is likely, [Bulk]
// large ones of a plain shape. The same seed gives the same corpus.
package ledgertest

import (
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Corpus is what a ledger is built from. Its records are valid: a store takes
// them, and IDs are those that their content derives, except in Bulk.
type Corpus struct {
	Codebook   *schema.Codebook
	Sources    []schema.Source
	Statements []schema.Statement
}

// Build makes the ledger of a corpus.
func (c Corpus) Build() *ledger.Snapshot { return ledger.Build(c.Codebook, c.Sources, c.Statements) }
