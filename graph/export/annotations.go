package export

import (
	"bufio"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// Annotations writes the coded passages that are no statements, one record a
// line, by source and passage.
func Annotations(w io.Writer, s *ledger.Snapshot) error {
	b := bufio.NewWriter(w)
	for i := range s.Annotations {
		if err := schema.WriteAnnotation(b, &s.Annotations[i]); err != nil {
			return err
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write annotations: %w", err)
	}
	return nil
}
