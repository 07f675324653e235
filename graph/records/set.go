package records

import (
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Set is records: all of a store, or those that one write made, replaced or
// removed.
type Set struct {
	Codebooks   []*schema.Codebook // versions
	Current     string             // the codebook in use, "name/version"; "" where the set does not say
	Imports     []*quads.ImportRecord
	Sources     []*quads.SourceRecord
	Statements  []*quads.StatementRecord
	Annotations []*quads.AnnotationRecord
	Gone        Gone
}

// Gone is what a write removed, by ID; codebooks by "name/version". Only an
// import that was begun and discarded ever loses records.
type Gone struct{ Codebooks, Imports, Sources, Statements []string }
