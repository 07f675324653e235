package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

// isDNA reports whether a file is to be read as one of Discourse Network
// Analyzer: by its name, or because it is a database. Standard input is not: a
// database is read at random.
func isDNA(path string) bool {
	if path == "-" {
		return false
	}
	if strings.EqualFold(filepath.Ext(path), ".dna") {
		return true
	}
	const sqlite = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return false // whoever opens it next says why
	}
	defer f.Close()
	head := make([]byte, len(sqlite))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == sqlite
}

// dnaReport is what the import of a DNA file did.
type dnaReport struct {
	Sources          int             `json:"sources"`
	Statements       int             `json:"statements"`
	Added            int             `json:"added"`
	Known            int             `json:"known"`
	Codebook         string          `json:"codebook"`    // "" where no concept is coded
	Annotations      int             `json:"annotations"` // coded passages that are no statements
	AnnotationsAdded int             `json:"annotations_added"`
	Problems         schema.Problems `json:"problems"` // what is not as in the file
}

// importDNA brings in a file of DNA, in two transactions: its codebook, then
// everything else. The codebook is named as the file is, unless it is given a
// name.
func (a *app) importDNA(ctx context.Context, path, name string) error {
	if a.codebook != "" {
		return usage("leave it out: the codebook is made of the file", "--codebook: %s is a file of Discourse Network Analyzer", path)
	}
	file, err := dna.Read(ctx, path)
	if err != nil {
		return err
	}
	name = cmp.Or(name, strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
	c, err := dna.Convert(file, dna.Options{Name: name})
	if err != nil {
		return err
	}
	return a.withStore(true, func(s *graph.Store) error {
		r, err := putDNA(ctx, s, c, path)
		if err != nil {
			return err
		}
		a.warn(r.Problems)
		return a.printDNA(r)
	})
}

func putDNA(ctx context.Context, s *graph.Store, c *dna.Conversion, path string) (dnaReport, error) {
	r := dnaReport{Sources: len(c.Sources), Statements: len(c.Statements), Annotations: len(c.Annotations), Problems: slices.Concat(schema.Problems{}, c.Problems)}
	if c.Codebook != nil {
		r.Codebook = c.Codebook.Ref()
		if err := putDNACodebook(ctx, s, c.Codebook, path); err != nil {
			return r, err
		}
	}
	report, err := s.PutCorpus(ctx, graph.Corpus{Sources: c.Sources, Statements: c.Statements, Annotations: c.Annotations})
	if err != nil {
		return r, fmt.Errorf("%s: %w", path, err)
	}
	r.Added, r.Known, r.AnnotationsAdded = report.Statements.Added, report.Statements.Known+report.Statements.Updated, report.Annotations.Added
	return r, nil
}

// putDNACodebook stores the codebook that a file makes. The IDs in a file fit no
// codebook but its own, so a store with another one is refused before anything
// is written.
func putDNACodebook(ctx context.Context, s *graph.Store, cb *schema.Codebook, path string) error {
	current, err := s.Codebook(ctx)
	switch {
	case schema.KindOf(err) == schema.KindNotFound:
	case err != nil:
		return err
	case current.Name != cb.Name:
		return usage("import it into a store of its own: --store", "%s has the codebook %s: the store has %s", path, cb.Name, current.Ref())
	}
	if known, ok := s.CodebookVersion(cb.Ref()); ok && known.YAML != cb.YAML {
		return usage("import it into a new store: --store", "%s has changed since it was imported: its variables, concepts or actors are others now", path)
	}
	return s.PutCodebook(ctx, cb)
}

func (a *app) printDNA(r dnaReport) error {
	if a.json {
		return printJSON(a.stdout, r)
	}
	text := fmt.Sprintf("%s: %d added, %d there already", plural(r.Statements, "statement"), r.Added, r.Known)
	if r.Codebook != "" {
		text += "; codebook " + r.Codebook
	}
	text += ", " + plural(r.Sources, "source") + "\n"
	if r.Annotations > 0 {
		text += fmt.Sprintf("%s: %d added; coded passages that are no statements, which count in networks only\n", plural(r.Annotations, "annotation"), r.AnnotationsAdded)
	}
	_, err := io.WriteString(a.stdout, text)
	return writing("standard output", err)
}
