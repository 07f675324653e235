package main

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stancegraph/stancegraph/ingest/exported"
	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/seeds"
)

// reading is how files are to be read, as the flags say.
type reading struct{ meta, encoding string }

func (r *reading) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.meta, "meta", "", "JSON Lines file with doc, title, author, outlet, published, retrieved, url, lang")
	cmd.Flags().StringVar(&r.encoding, "encoding", "", "encoding of text files that are not UTF-8, such as windows-1252")
}

// articles are files that have been read once and found good. They are read
// again when they are needed, so that a large corpus never lies in memory.
type articles struct {
	paths  []string
	reader *read.Reader
	docs   map[string]string // by the ID of a source, the name under which it is read
}

// checkArticles finds the files behind paths and reads each once. All that is
// wrong is reported together, before anything is done with the first.
func (a *app) checkArticles(paths []string, how reading, seen func(*schema.Source)) (articles, error) {
	files, err := read.Expand(paths)
	if err != nil {
		return articles{}, err
	}
	art := articles{paths: files.Paths, reader: &read.Reader{Meta: &read.MetaSet{}, Encoding: how.encoding, Apart: &read.Apart{}}, docs: map[string]string{}}
	if err := read.CheckEncoding(how.encoding); err != nil {
		return articles{}, err
	}
	if how.meta != "" {
		if art.reader.Meta, err = read.LoadMeta(how.meta); err != nil {
			return articles{}, err
		}
	}
	skipped := files.Skipped
	art.reader.Skip = func(string) { skipped++ }
	if err := a.readOnce(art, seen); err != nil {
		return articles{}, err
	}
	art.reader.Skip = nil
	if skipped > 0 {
		fmt.Fprintf(a.stderr, "skipped %s of other kinds than %s\n", plural(skipped, "file"), read.Kinds)
	}
	for _, doc := range art.reader.Meta.Unused() {
		fmt.Fprintf(a.stderr, "warning: %s: no file is named %q\n", how.meta, doc)
	}
	return art, nil
}

// readOnce reads everything and remembers the first name of each text: the
// same text under a second name is one source, and said.
func (a *app) readOnce(art articles, seen func(*schema.Source)) error {
	var errs []error
	for _, path := range art.paths {
		for src, err := range art.reader.Sources(path) {
			if err != nil {
				errs = append(errs, err)
				continue
			}
			if first, twice := art.docs[src.ID]; twice {
				fmt.Fprintf(a.stderr, "warning: %s: the same text as %s; it is one source, under the first name\n", src.Doc, first)
				continue
			}
			art.docs[src.ID] = src.Doc
			seen(&src)
		}
	}
	if len(errs) > 0 {
		return together(errs)
	}
	if len(art.docs) == 0 {
		return schema.Errorf(schema.KindInput, "name files, or folders with some, of these kinds: "+read.Kinds, "no article was found")
	}
	return nil
}

// sources yields each source once, in the order of the paths. An error ends it.
func (art articles) sources() iter.Seq2[schema.Source, error] {
	return func(yield func(schema.Source, error) bool) {
		done := map[string]bool{}
		for _, path := range art.paths {
			for src, err := range art.reader.Sources(path) {
				if err == nil && done[src.ID] {
					continue
				}
				done[src.ID] = true
				if !yield(src, err) || err != nil {
					return
				}
			}
		}
	}
}

// sayForeign tells that a text is not in the language of the rules.
func (a *app) sayForeign(src *schema.Source) {
	fmt.Fprintf(a.stderr, "%s: not in English (%s): no statements are proposed; it is left to coding by hand\n", src.Doc, read.LanguageName(src.Lang))
}

// together is one error of several, with the kind and the hint of the first.
func together(errs []error) error {
	if len(errs) == 1 {
		return errs[0]
	}
	lines := make([]string, len(errs))
	for i, err := range errs {
		lines[i] = err.Error()
	}
	return &schema.Error{Kind: schema.KindOf(errs[0]), Hint: schema.HintOf(errs[0]), Message: strings.Join(lines, "\n"), Err: errors.Join(errs...)}
}

// readSeeds reads the demonstration corpus: sources and the statements coded on them.
func readSeeds() ([]schema.Source, []schema.Statement, error) {
	corpus := seeds.Demo()
	names, err := fs.Glob(corpus, "sources/*.md")
	if err != nil {
		return nil, nil, err
	}
	var sources []schema.Source
	for _, name := range names {
		data, err := fs.ReadFile(corpus, name)
		if err != nil {
			return nil, nil, err
		}
		src, err := read.Text(name, data, read.Meta{})
		if err != nil {
			return nil, nil, err
		}
		sources = append(sources, src)
	}
	f, err := corpus.Open("statements.jsonl")
	if err != nil {
		return nil, nil, err
	}
	coded, err := exported.JSONLines(f, "statements.jsonl")
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, nil, err
	}
	return sources, coded.Statements, nil
}

// newReadChildCommand is the process that web pages and PDFs are read in; see
// package read.
func newReadChildCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:    read.ChildCommand,
		Hidden: true,
		RunE: func(*cobra.Command, []string) error {
			os.Exit(read.Child(a.stdin, a.stdout, a.stderr))
			return nil
		},
	}
}
