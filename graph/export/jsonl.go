package export

import (
	"bufio"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// JSONLines writes the statements that a filter describes, one record a line,
// by actor, proposition and date. Rejected statements are among them unless the
// filter says otherwise: an export is read back whole.
func JSONLines(w io.Writer, s *ledger.Snapshot, f questions.Filter) error {
	b := bufio.NewWriter(w)
	for _, st := range questions.Select(s, f) {
		if err := schema.WriteStatement(b, st); err != nil {
			return err
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write statements: %w", err)
	}
	return nil
}
