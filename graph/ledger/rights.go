package ledger

import (
	"slices"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Withheld counts what the rights of sources keep from leaving the store.
type Withheld struct {
	Texts      int // sources whose text is left out
	Quotations int // passages that are cut to schema.QuotationLimit
}

// Quotable is the snapshot as it may leave the store: without the texts of
// quote-only sources, and with no longer quotations of them than are allowed.
// Where there are none, it is the snapshot itself. Its version is the same.
func (s *Snapshot) Quotable() (*Snapshot, Withheld) {
	var out Withheld
	closed := map[string]bool{}
	shown := *s
	shown.derived = &sync.Map{}
	shown.Sources = make(map[string]*schema.Source, len(s.Sources))
	for id, src := range s.Sources {
		shown.Sources[id] = src
		if src.QuoteOnly() {
			copied := *src
			copied.Text = ""
			shown.Sources[id], closed[id] = &copied, true
			out.Texts++
		}
	}
	if out.Texts == 0 {
		return s, out
	}
	cut := func(evidence *string, isPassage bool, source string) {
		if !isPassage || !closed[source] {
			return
		}
		if short := schema.Quotable(*evidence); short != *evidence {
			*evidence = short
			out.Quotations++
		}
	}
	shown.Statements, shown.Annotations = slices.Clone(s.Statements), slices.Clone(s.Annotations)
	for i := range shown.Statements {
		st := &shown.Statements[i]
		cut(&st.Evidence, st.HasPassage(), st.Source)
	}
	for i := range shown.Annotations {
		a := &shown.Annotations[i]
		cut(&a.Evidence, a.HasPassage(), a.Source)
	}
	return &shown, out
}
