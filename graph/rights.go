package graph

import (
	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// withoutText is a source as it may leave the store.
func withoutText(r *quads.SourceRecord) *quads.SourceRecord {
	if !r.QuoteOnly() {
		return r
	}
	shown := *r
	shown.Text = ""
	return &shown
}

// quotable is a statement as it may leave the store.
func (c *contents) quotable(r *quads.StatementRecord) *quads.StatementRecord {
	if !c.isQuoteOnly(r.Source) || !r.HasPassage() {
		return r
	}
	shown := *r
	shown.Evidence = schema.Quotable(r.Evidence)
	return &shown
}

func (c *contents) quotableAnnotation(r *quads.AnnotationRecord) *quads.AnnotationRecord {
	if !c.isQuoteOnly(r.Source) || !r.HasPassage() {
		return r
	}
	shown := *r
	shown.Evidence = schema.Quotable(r.Evidence)
	return &shown
}

func (c *contents) isQuoteOnly(source string) bool {
	src, ok := c.sources[source]
	return ok && src.QuoteOnly()
}
