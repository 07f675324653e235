package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Corpus is sources with all that was coded on them, as one file brings them.
type Corpus struct {
	Codebooks   []*schema.Codebook // versions that the statements name, or none
	Sources     []schema.Source
	Statements  []schema.Statement
	Annotations []schema.Annotation
}

// contents is a corpus as a store would hold it; the newest codebook is the
// current one.
func (all Corpus) contents() *contents {
	c := &contents{codebooks: map[string]*schema.Codebook{}, sources: map[string]*quads.SourceRecord{},
		statements: map[string]*quads.StatementRecord{}, annotations: map[string]*quads.AnnotationRecord{}}
	for _, cb := range all.Codebooks {
		c.codebooks[cb.Ref()] = cb
		if current, ok := c.codebooks[c.current]; !ok || compareVersions(cb.Version, current.Version) > 0 {
			c.current = cb.Ref()
		}
	}
	for _, src := range all.Sources {
		c.sources[src.ID] = &quads.SourceRecord{Source: src}
	}
	for _, st := range all.Statements {
		c.statements[st.ID] = &quads.StatementRecord{Statement: st}
	}
	for _, a := range all.Annotations {
		c.annotations[a.ID] = &quads.AnnotationRecord{Annotation: a}
	}
	return c
}

// CorpusReport says what PutCorpus did.
type CorpusReport struct {
	Sources     int    `json:"sources"` // that are new
	Statements  Report `json:"statements"`
	Annotations Report `json:"annotations"`
}

// PutCorpus stores codebooks, sources, statements and annotations in one
// transaction: all of them, or none when one has a problem. What it does with
// each of them is what PutCodebook, PutSource and PutAnnotations do.
//
// Errors are of kind input with all problems, not-found without a codebook,
// usage as of PutCodebook, io.
func (s *Store) PutCorpus(ctx context.Context, corpus Corpus) (CorpusReport, error) {
	var report CorpusReport
	err := s.write(ctx, plural(len(corpus.Sources), "source")+" with what is coded on them", func(c *change) error {
		statements, annotations := slices.Clone(corpus.Statements), slices.Clone(corpus.Annotations)
		b, err := c.checkCorpus(s.contents, corpus, statements, annotations)
		if err != nil {
			return err
		}
		for _, src := range corpus.Sources {
			before := s.contents.sources[src.ID]
			if before == nil || s.contents.hidden(before.Import) {
				report.Sources++
			}
			after := &quads.SourceRecord{Source: mergeSource(before, src), Recorded: s.now()}
			c.putSource(before, after)
			report.Statements.Superseded += s.contents.newlySuperseded(before, after, b.seen)
		}
		s.putStatements(c, statements, &report.Statements)
		s.putAnnotations(c, annotations, &report.Annotations)
		return nil
	})
	if err != nil {
		return CorpusReport{}, err
	}
	return report, nil
}

// checkCorpus adds the codebooks of a corpus to the change and checks the rest:
// statements and annotations are those of the corpus, in which IDs that are
// empty are filled in.
func (c *change) checkCorpus(before *contents, corpus Corpus, statements []schema.Statement, annotations []schema.Annotation) (*batch, error) {
	contents, err := c.putCodebooks(before, corpus.Codebooks)
	if err != nil {
		return nil, err
	}
	b := &batch{contents: contents, sources: make(map[string]*schema.Source, len(corpus.Sources))}
	b.checkSources(corpus.Sources)
	if err := b.check(statements); err != nil {
		return nil, err
	}
	b.checkAnnotations(annotations)
	return b, b.problems.Err(nothingWritten)
}

// putCodebooks adds the versions that the store lacks. It returns the contents
// with them, for what arrives with them.
func (c *change) putCodebooks(before *contents, list []*schema.Codebook) (*contents, error) {
	with := *before
	with.codebooks = maps.Clone(before.codebooks)
	newest := ""
	for _, cb := range list {
		known, err := with.hasCodebook(cb)
		if err != nil {
			return nil, err
		}
		if known {
			continue
		}
		c.addCodebook(cb)
		with.codebooks[cb.Ref()] = cb
		if current, ok := with.codebooks[with.current]; !ok || compareVersions(cb.Version, current.Version) > 0 {
			with.current, newest = cb.Ref(), cb.Ref()
		}
	}
	if newest != "" {
		c.makeCurrent(before, with.codebooks[newest])
	}
	return &with, nil
}

// checkSources checks sources by themselves; what arrives with them may refer
// to them.
func (b *batch) checkSources(sources []schema.Source) {
	for i := range sources {
		src := &sources[i]
		b.problems = append(b.problems, checkSource(src)...)
		if b.sources[src.ID] != nil {
			b.problems = append(b.problems, schema.Problem{Record: src.Doc, Field: "id", Value: src.ID, Expected: "the same text stands twice; remove one"})
		}
		b.sources[src.ID] = src
	}
}
