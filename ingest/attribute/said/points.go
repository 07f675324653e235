package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Points turns runs of tokens into passages of the text in code points, end
// exclusive: what a record prints. It never is nil.
func Points(t *segment.Text, runs []segment.Range) [][2]int {
	list := make([][2]int, 0, len(runs))
	for _, r := range runs {
		s := t.SpanOf(r)
		list = append(list, [2]int{t.Point(s.Start), t.Point(s.End)})
	}
	return list
}
