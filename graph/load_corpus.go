package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// LoadCorpus stores a corpus that is too large for one transaction: batch by
// batch, as an import that is seen when it is complete and goes on where it was
// when it is begun again with the same corpus. What the store has already stays
// as it is. file is the name of the file that brought it.
//
// The corpus needs a codebook, its own or the store's. Versions of it and
// annotations are written in transactions of their own, before and after.
//
// It is checked whole before anything is written. Errors are those of PutCorpus.
func (s *Store) LoadCorpus(ctx context.Context, corpus Corpus, file string, batch int) (CorpusReport, error) {
	var report CorpusReport
	if err := s.checkCorpus(corpus); err != nil {
		return report, fmt.Errorf("graph: write %s: %w", file, err)
	}
	cb, err := s.loadCodebooks(ctx, corpus.Codebooks)
	if err != nil {
		return report, err
	}
	id := hashOfCorpus(corpus)
	im, err := s.BeginImport(ctx, ImportRun{ID: id, File: file, Hash: id, Mapping: "a whole graph", Statements: len(corpus.Statements)}, cb)
	if err != nil {
		return report, err
	}
	if report.Sources, err = s.loadSources(ctx, im, corpus.Sources, batch); err != nil {
		return report, err
	}
	for part := range slices.Chunk(revisedFirst(corpus.Statements), batch) {
		r, err := im.Put(ctx, nil, part)
		if err != nil {
			return report, err
		}
		report.Statements.Added += r.Added
		report.Statements.Known += r.Known
	}
	if err := im.Finish(ctx); err != nil {
		return report, err
	}
	for part := range slices.Chunk(corpus.Annotations, batch) {
		r, err := s.PutAnnotations(ctx, part)
		if err != nil {
			return report, err
		}
		report.Annotations.Added += r.Added
		report.Annotations.Known += r.Known
		report.Annotations.Updated += r.Updated
	}
	return report, nil
}

func (s *Store) checkCorpus(corpus Corpus) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	c := change{contents: s.contents} // never committed
	_, err := c.checkCorpus(s.contents, corpus, slices.Clone(corpus.Statements), slices.Clone(corpus.Annotations))
	return err
}

// loadCodebooks stores all versions but the newest, which the import brings, and
// returns that. A corpus without any is coded by the store's.
func (s *Store) loadCodebooks(ctx context.Context, list []*schema.Codebook) (*schema.Codebook, error) {
	if len(list) == 0 {
		return s.Codebook(ctx)
	}
	list = slices.SortedFunc(slices.Values(list), func(a, b *schema.Codebook) int { return compareVersions(a.Version, b.Version) })
	newest := len(list) - 1
	for _, cb := range list[:newest] {
		if err := s.PutCodebook(ctx, cb); err != nil {
			return nil, err
		}
	}
	return list[newest], nil
}

func (s *Store) loadSources(ctx context.Context, im *Import, sources []schema.Source, batch int) (added int, err error) {
	known := s.Snapshot().Sources
	for part := range slices.Chunk(sources, batch) {
		if _, err := im.Put(ctx, part, nil); err != nil {
			return added, err
		}
		for i := range part {
			if known[part[i].ID] == nil {
				added++
			}
		}
	}
	return added, nil
}

// revisedFirst puts a statement after the one that it revises.
func revisedFirst(statements []schema.Statement) []schema.Statement {
	if !slices.ContainsFunc(statements, func(st schema.Statement) bool { return st.Revises != "" }) {
		return statements
	}
	at := make(map[string]int, len(statements))
	for i := range statements {
		at[statements[i].ID] = i
	}
	placed := make([]bool, len(statements))
	ordered := make([]schema.Statement, 0, len(statements))
	for i := range statements {
		var chain []int
		for k, ok := i, true; ok && !placed[k]; k, ok = at[statements[k].Revises] {
			placed[k] = true // a circle, which is refused later, ends here
			chain = append(chain, k)
		}
		for _, k := range slices.Backward(chain) {
			ordered = append(ordered, statements[k])
		}
	}
	return ordered
}

// hashOfCorpus is the identity of an import of it.
func hashOfCorpus(corpus Corpus) string {
	h := sha256.New()
	for _, cb := range corpus.Codebooks {
		_, _ = io.WriteString(h, cb.Ref()+"\n") // a hash takes everything
	}
	for i := range corpus.Sources {
		_, _ = fmt.Fprintln(h, corpus.Sources[i].ID)
	}
	for i := range corpus.Statements {
		_, _ = fmt.Fprintln(h, corpus.Statements[i].ID)
	}
	return hex.EncodeToString(h.Sum(nil))
}
