package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// JSONLines writes the statements that a filter describes, one record a line,
// by actor, proposition and date. Rejected statements are among them unless the
// filter says otherwise: an export is read back whole.
func JSONLines(w io.Writer, s *ledger.Snapshot, f questions.Filter) error {
	err := writeInOrder(w, slices.Values(questions.Select(s, f)), func(b *bytes.Buffer, batch []*schema.Statement) error {
		for _, st := range batch {
			if err := schema.WriteStatement(b, st); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("write statements: %w", err)
	}
	return nil
}
