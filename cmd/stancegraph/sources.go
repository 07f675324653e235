package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/read"
	"github.com/stancegraph/stancegraph/schema"
	"github.com/stancegraph/stancegraph/seeds"
)

// articles are files that have been read once and found good. They are read
// again when they are needed, so that a large corpus never lies in memory.
type articles struct {
	paths []string
	meta  *read.MetaSet
}

// checkArticles finds the files behind paths and reads each once. All that is
// wrong is reported together, before anything is done with the first.
func (a *app) checkArticles(paths []string, metaFile string) (articles, error) {
	files, err := read.Expand(paths)
	if err != nil {
		return articles{}, err
	}
	art := articles{paths: files.Paths, meta: &read.MetaSet{}}
	if metaFile != "" {
		if art.meta, err = read.LoadMeta(metaFile); err != nil {
			return articles{}, err
		}
	}
	art.paths, err = a.readable(art)
	if err != nil {
		return articles{}, err
	}
	if files.Skipped > 0 {
		fmt.Fprintf(a.stderr, "skipped %s of other kinds than .txt and .md\n", plural(files.Skipped, "file"))
	}
	for _, doc := range art.meta.Unused() {
		fmt.Fprintf(a.stderr, "warning: %s: no file is named %q\n", metaFile, doc)
	}
	return art, nil
}

// readable returns the paths with a text of their own: the same text under a
// second name is one source, and said.
func (a *app) readable(art articles) ([]string, error) {
	var errs []error
	var paths []string
	seen := map[string]string{}
	for _, path := range art.paths {
		src, err := art.read(path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if first, twice := seen[src.ID]; twice {
			fmt.Fprintf(a.stderr, "warning: %s: the same text as %s; it is one source, under the first name\n", path, first)
			continue
		}
		seen[src.ID] = path
		paths = append(paths, path)
	}
	if len(errs) > 0 {
		return nil, together(errs)
	}
	if len(paths) == 0 {
		return nil, schema.Errorf(schema.KindInput, "name .txt or .md files, or folders with some", "no article was found")
	}
	return paths, nil
}

func (art articles) read(path string) (schema.Source, error) {
	return read.File(path, art.meta.For(path))
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
	statements, _, err := readRecords(f, "statements.jsonl")
	return sources, statements, errors.Join(err, f.Close())
}
