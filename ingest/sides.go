package ingest

import (
	"github.com/stancegraph/stancegraph/schema"
)

// speaksFor reports whether a person speaks for a group on the article's day.
func (w *writer) speaksFor(actor, group string) bool {
	if side, ok := w.sides[actor]; ok {
		return side == group
	}
	a, ok := w.codebook.Actor(actor)
	if !ok || a.Kind.IsGroup() {
		return false
	}
	return w.codebook.BelongsTo(actor, group, w.day())
}

// together reports whether two actors speak for one group by default.
func (w *writer) together(a, b string) bool {
	x, y := w.behalf(a, w.source.Published), w.behalf(b, w.source.Published)
	return x != "" && x == y
}

func (w *writer) day() schema.Day {
	if w.source.Published.IsZero() {
		return 0
	}
	return w.source.Published.Latest()
}

// behalf is the first affiliation that holds on the day: whom a person speaks
// for by default.
func (w *writer) behalf(actor string, on schema.Date) string {
	if side, ok := w.sides[actor]; ok {
		return side
	}
	a, ok := w.codebook.Actor(actor)
	if !ok || a.Kind.IsGroup() {
		return ""
	}
	day := w.day()
	if !on.IsZero() {
		day = on.Latest()
	}
	if held := w.codebook.AffiliationsOn(actor, day); len(held) > 0 {
		return held[0].Group
	}
	return ""
}
