package ledger

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// annotated keeps annotations by source, passage and ID.
func annotated(list []schema.Annotation) []schema.Annotation {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b schema.Annotation) int {
		return cmp.Or(strings.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.ID, b.ID))
	})
	return sorted
}

// hashAnnotations makes them part of the data version, because networks count
// them. A store without any keeps the version it has had.
func (s *Snapshot) hashAnnotations(w io.Writer) {
	for i := range s.Annotations {
		if err := schema.WriteAnnotation(w, &s.Annotations[i]); err != nil {
			fmt.Fprintf(w, "%+v\n", s.Annotations[i])
		}
	}
}
