package read

import (
	"github.com/ledongthuc/pdf"
)

// Bounds of the tree of pages: its depth, also on the way from a page back to
// its root, and its nodes. The library goes round for ever in a tree that leads
// into itself.
const (
	maxTree  = 64
	maxNodes = 8 * maxPages
)

// pagesOf are the pages of a file in their order, one more than maxPages at
// most.
func pagesOf(file *pdf.Reader) ([]pdf.Page, error) {
	var pages []pdf.Page
	nodes := 0
	var walk func(v pdf.Value, depth int) error
	walk = func(v pdf.Value, depth int) error {
		switch nodes++; {
		case depth > maxTree || nodes > maxNodes:
			return errHostile
		case v.Key("Type").Name() == "Page":
			pages = append(pages, pdf.Page{V: v})
			return rooted(v)
		}
		kids := v.Key("Kids")
		for i := 0; i < kids.Len() && len(pages) <= maxPages; i++ {
			if err := walk(kids.Index(i), depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	err := walk(file.Trailer().Key("Root").Key("Pages"), 0)
	return pages, err
}

// rooted reports a page whose way back to the root has no end.
func rooted(v pdf.Value) error {
	for range maxTree {
		if v = v.Key("Parent"); v.IsNull() {
			return nil
		}
	}
	return errHostile
}
