package ledger

import (
	"cmp"
	"crypto/sha256"
	"fmt"
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
// them.
func hashAnnotations(list []schema.Annotation) [sha256.Size]byte {
	h := sha256.New()
	for i := range list {
		if err := schema.WriteAnnotation(h, &list[i]); err != nil {
			fmt.Fprintf(h, "%+v\n", list[i])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}
