package graph

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// record is whatever has quads.
type record interface{ Quads() []quads.Quad }

// moment is the graph at one moment.
type moment struct {
	records []record
	sources map[string]*quads.SourceRecord // for what stands around their passages
}

func (g *moment) quads(ctx context.Context, yield func(quads.Quad, error) bool) {
	for _, r := range g.records {
		if err := ctx.Err(); err != nil {
			yield(quads.Quad{}, err)
			return
		}
		for _, q := range g.exported(r) {
			if !quads.IsRecorded(q) && !yield(q, nil) {
				return
			}
		}
	}
}

// exported is a record with what follows from it, sorted.
func (g *moment) exported(r record) []quads.Quad {
	own := r.Quads()
	all := slices.Concat(own, quads.Implied(own))
	if p, ok := r.(interface {
		Around(text string) []quads.Quad
	}); ok {
		if src, known := g.sources[sourceOf(r)]; known && !src.QuoteOnly() {
			all = append(all, p.Around(src.Text)...)
		}
	}
	return quads.Sort(all)
}

// sourceOf is the ID of the source that a record is of; "" for what is in the
// codebook.
func sourceOf(r record) string {
	switch r := r.(type) {
	case *quads.SourceRecord:
		return r.ID
	case *quads.StatementRecord:
		return r.Source
	case *quads.AnnotationRecord:
		return r.Source
	}
	return ""
}

func (s *Store) graph() *moment {
	s.mem.RLock()
	defer s.mem.RUnlock()
	return s.contents.graph()
}

// graph returns all records that are to be seen, in the order of their nodes.
func (c *contents) graph() *moment {
	list := make([]record, 0, len(c.annotations)+len(c.sources)+len(c.statements)+2)
	concepts := quads.Sort(append(c.codebookQuads(), c.named().Quads(c.versions())...))
	before := func(group string) {
		n := slices.IndexFunc(concepts, func(q quads.Quad) bool { return strings.Compare(quads.Subject(q), group) > 0 })
		if n < 0 {
			n = len(concepts)
		}
		list, concepts = append(list, part(concepts[:n])), concepts[n:]
	}
	before(quads.Annotations)
	for _, id := range sortedKeys(c.annotations) {
		list = append(list, c.quotableAnnotation(c.annotations[id]))
	}
	before(quads.Sources)
	for _, id := range sortedKeys(c.sources) {
		if r := c.sources[id]; !c.hidden(r.Import) {
			list = append(list, withoutText(r))
		}
	}
	before(quads.Statements)
	for _, id := range sortedKeys(c.statements) {
		if r := c.statements[id]; !c.hidden(r.Import) {
			list = append(list, c.quotable(r))
		}
	}
	return &moment{append(list, part(concepts)), maps.Clone(c.sources)}
}

// named is all that the records that are to be seen name.
func (c *contents) named() *quads.Named {
	all := quads.NewNamed()
	for _, r := range c.statements {
		if !c.hidden(r.Import) {
			all.AddStatement(&r.Statement)
		}
	}
	for _, r := range c.annotations {
		all.AddCoder(r.Coder)
	}
	return all
}

// versions are those of the codebook that are to be seen, the current one
// first, then from the newest to the oldest.
func (c *contents) versions() []*schema.Codebook {
	list := c.seenCodebooks()
	slices.SortFunc(list, func(a, b *schema.Codebook) int {
		if (a.Ref() == c.current) != (b.Ref() == c.current) {
			if a.Ref() == c.current {
				return -1
			}
			return 1
		}
		return cmp.Or(compareVersions(b.Version, a.Version), strings.Compare(a.Ref(), b.Ref()))
	})
	return list
}

// part is the quads of the codebook, and of who coded and relayed, between other
// records.
type part []quads.Quad

func (p part) Quads() []quads.Quad { return p }

// codebookQuads returns those of every version that is to be seen, and of what
// is in the current one.
func (c *contents) codebookQuads() []quads.Quad {
	var all []quads.Quad
	for _, cb := range c.seenCodebooks() {
		record := quads.RecordOf(cb)
		all = append(all, record.Quads()...)
	}
	if cb, ok := c.codebooks[c.current]; ok {
		all = append(all, quads.Current(cb)...)
	}
	return all
}
