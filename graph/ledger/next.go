package ledger

import (
	"maps"
	"sync"

	"github.com/stancegraph/stancegraph/schema"
)

// Change is what a snapshot has other than the one before. Nothing is ever taken
// out of the graph.
type Change struct {
	Codebook    *schema.Codebook    // the one in use; nil is an empty one
	Sources     []*schema.Source    // that are new or other than before; they must not change any more
	Statements  []*schema.Statement // likewise; they are copied
	Annotations []schema.Annotation // all of them; none where they are as before
}

// IsNothing reports whether a change leaves a snapshot as it is.
func (c Change) IsNothing(s *Snapshot) bool {
	return c.Codebook == s.Codebook && len(c.Sources)+len(c.Statements)+len(c.Annotations) == 0
}

// Next returns the snapshot that a change leads to. It is the one that [Build]
// makes of everything, in the time that copying takes: only what has come is
// sorted, judged and hashed.
func (s *Snapshot) Next(c Change) *Snapshot {
	if c.Codebook == nil {
		c.Codebook = &schema.Codebook{}
	}
	next := &Snapshot{Codebook: c.Codebook, Annotations: s.Annotations, sums: s.sums, derived: &sync.Map{}}
	if c.Codebook.YAML != "" {
		next.Codebooks = []*schema.Codebook{c.Codebook}
	}
	if len(c.Annotations) > 0 {
		next.Annotations = annotated(c.Annotations)
		next.sums.annotations = hashAnnotations(next.Annotations)
	}
	next.takeSources(s, &c)
	m := newMerge(s, &c)
	m.columns(next)
	m.postings(next)
	m.judge(next)
	next.lastDay = next.columns.lastDay()
	for _, i := range m.left {
		next.sums.statements.sub(hashStatement(&s.Statements[i]))
	}
	next.Version = next.version()
	return next
}

func (s *Snapshot) takeSources(before *Snapshot, c *Change) {
	s.Sources = before.Sources
	if len(c.Sources) == 0 {
		return
	}
	s.Sources = make(map[string]*schema.Source, len(before.Sources)+len(c.Sources))
	maps.Copy(s.Sources, before.Sources)
	for _, src := range c.Sources {
		if old, ok := s.Sources[src.ID]; ok {
			s.sums.sources.sub(hashSource(old))
		}
		s.Sources[src.ID] = src
		s.sums.sources.add(hashSource(src))
	}
}

func (c *Columns) lastDay() schema.Day {
	last := schema.MinDay
	for i, day := range c.Latest {
		if day > last && !c.Undated(i) {
			last = day
		}
	}
	return last
}
