package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// CSV writes the statements that a filter describes, one a row, by actor,
// proposition and date, under the names of Columns.
func CSV(w io.Writer, s *ledger.Snapshot, f questions.Filter) error {
	c := csv.NewWriter(w)
	header := make([]string, len(columns))
	for i, col := range columns {
		header[i] = col.Name
	}
	_ = c.Write(header) // Error reports what went wrong
	for _, st := range questions.Select(s, f) {
		r := row{Statement: st, snapshot: s, source: s.Sources[st.Source]}
		cells := make([]string, len(columns))
		for i, col := range columns {
			cells[i] = col.value(r)
			if !col.numeric {
				cells[i] = Guard(cells[i])
			}
		}
		_ = c.Write(cells)
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	return nil
}

// list prints an ordered list as a JSON array, which no separator in a name can
// break; an empty list is an empty cell.
func list(items []string) string {
	if len(items) == 0 {
		return ""
	}
	return encode(items)
}

func encode(v any) string {
	b, _ := json.Marshal(v) // lists and objects of texts always encode
	return string(b)
}
