package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Graph writes the whole graph as JSON Lines: how it was made, the versions of
// the codebook, the sources with their texts, the statements, the annotations.
// The "record" of each line says what it is.
func Graph(w io.Writer, s *ledger.Snapshot, p Provenance) error {
	b := bufio.NewWriter(w)
	if err := writeDataset(b, p); err != nil {
		return err
	}
	for _, cb := range s.Codebooks {
		if err := schema.WriteCodebookRecord(b, cb); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(s.Sources)) {
		if err := schema.WriteSourceRecord(b, s.Sources[id]); err != nil {
			return err
		}
	}
	for i := range s.Statements {
		if err := schema.WriteStatementRecord(b, &s.Statements[i]); err != nil {
			return err
		}
	}
	for i := range s.Annotations {
		if err := schema.WriteAnnotationRecord(b, &s.Annotations[i]); err != nil {
			return err
		}
	}
	return flush("graph", b)
}

func writeDataset(w io.Writer, p Provenance) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	err := enc.Encode(struct {
		Record schema.RecordKind `json:"record"`
		Provenance
	}{schema.RecordDataset, p})
	if err != nil {
		return fmt.Errorf("write graph: %w", err)
	}
	return nil
}
