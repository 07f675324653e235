package export

import (
	"encoding/json"
	"io"
	"iter"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// CSV writes the statements that a filter describes, one a row, by actor,
// proposition and date, under the names of Columns.
func CSV(w io.Writer, s *ledger.Snapshot, f questions.Filter) error {
	return writeRows(w, "csv", columns, selected(s, f))
}

// selected yields the statements that a filter describes. Selected statements
// stand in the order of the ledger, so that their standing needs no search.
func selected(s *ledger.Snapshot, f questions.Filter) iter.Seq[row] {
	return func(yield func(row) bool) {
		at := 0
		for _, st := range questions.Select(s, f) {
			for &s.Statements[at] != st {
				at++
			}
			if !yield(row{Statement: st, snapshot: s, source: s.Sources[st.Source], standing: s.Columns().Marks[at].Standing()}) {
				return
			}
		}
	}
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
