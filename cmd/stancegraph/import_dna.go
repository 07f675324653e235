package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

// dnaReport is what the import of a DNA file did.
type dnaReport struct {
	Sources     int             `json:"sources"`
	Statements  int             `json:"statements"`
	Added       int             `json:"added"`
	Known       int             `json:"known"`
	Codebook    string          `json:"codebook"`
	Annotations int             `json:"annotations"` // coded passages without a stance, which are not stored
	Problems    schema.Problems `json:"problems"`    // what is not as in the file
}

func isDNA(path string) bool { return strings.EqualFold(filepath.Ext(path), ".dna") }

// importDNA stores a file of Discourse Network Analyzer: its codebook, texts
// and statements, which become visible together.
func (a *app) importDNA(ctx context.Context, path string, name string) error {
	file, err := dna.Read(ctx, path)
	if err != nil {
		return err
	}
	hash, err := a.hashFile(path)
	if err != nil {
		return err
	}
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	out, err := dna.Convert(file, dna.Options{Name: name})
	if err != nil {
		return err
	}
	if out.Codebook == nil {
		return schema.Errorf(schema.KindInput, "code something in DNA first", "%s: no concept is coded, so that nothing in it is a statement", path)
	}
	r := dnaReport{Sources: len(out.Sources), Statements: len(out.Statements), Codebook: out.Codebook.Ref(),
		Annotations: len(out.Annotations), Problems: slices.Concat(schema.Problems{}, out.Problems)}
	err = a.withStore(true, func(s *graph.Store) error {
		run := graph.ImportRun{ID: hash[:16], File: filepath.Base(path), Hash: hash, Mapping: "dna; codebook " + out.Codebook.Name, Statements: len(out.Statements)}
		return r.write(ctx, s, run, out)
	})
	if err != nil {
		return err
	}
	return a.printDNA(r)
}

func (r *dnaReport) write(ctx context.Context, s *graph.Store, run graph.ImportRun, out *dna.Conversion) error {
	im, err := s.BeginImport(ctx, run, out.Codebook)
	if err != nil {
		return err
	}
	if im.Complete() {
		r.Known = r.Statements
		return nil
	}
	sources := out.Sources
	for batch := range slices.Chunk(out.Statements, defaultBatch) {
		report, err := im.Put(ctx, sources, batch)
		if err != nil {
			return err
		}
		r.Added, r.Known, sources = r.Added+report.Added, r.Known+report.Known, nil
	}
	if _, err := im.Put(ctx, sources, nil); err != nil { // texts without a statement
		return err
	}
	return im.Finish(ctx)
}

func (a *app) printDNA(r dnaReport) error {
	if a.json {
		return printJSON(a.stdout, r)
	}
	if len(r.Problems) > 0 {
		fmt.Fprintln(a.stderr, "warning:", strings.ReplaceAll(r.Problems.Error(), "\n", "\nwarning: "))
	}
	if r.Annotations > 0 {
		fmt.Fprintf(a.stderr, "warning: not stored, because without somebody who speaks, a concept or a stance: %s\n", plural(r.Annotations, "coded passage"))
	}
	_, err := fmt.Fprintf(a.stdout, "%s: %d added, %d there already; codebook %s, %s\n",
		plural(r.Statements, "statement"), r.Added, r.Known, r.Codebook, plural(r.Sources, "source"))
	return err
}

func (a *app) hashFile(path string) (string, error) {
	in, _, err := a.openInput(path)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, in)
	if err := errors.Join(err, in.Close()); err != nil {
		return "", schema.Errorf(schema.KindIO, "check that the file can be read", "read %s: %w", path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
