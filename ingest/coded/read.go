package coded

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Table is a table that was read once: what it names, and nothing of its rows.
type Table struct {
	Rows int
	Hash string // SHA-256 of the text, hexadecimal; the same packed or not

	open         Input
	opt          Options
	actors       *names
	propositions *names
	issues       map[string][]string // proposition -> issues, in the order they came
	sources      map[string]*source  // by citation
	known        map[string]string   // sources of the store: file name -> ID
}

// source is what a table says of a document.
type source struct {
	outlet, title, url string
	line               int // of the first row that cites it
}

// names are different texts in the order in which they came.
type names struct {
	order []string
	seen  map[string]bool
}

func newNames() *names { return &names{seen: map[string]bool{}} }

func (n *names) add(name string) {
	if name != "" && !n.seen[name] {
		name = strings.Clone(name) // not the whole row with it
		n.seen[name] = true
		n.order = append(n.order, name)
	}
}

// Read reads a table from its beginning to its end and checks every row. The
// error, of kind input, has the first fifty rows that are wrong and counts the
// others. progress, which may be nil, is called for every row.
func Read(ctx context.Context, open Input, opt Options, progress func()) (*Table, error) {
	opt, err := opt.withDefaults()
	if err != nil {
		return nil, err
	}
	t := &Table{open: open, opt: opt, actors: newNames(), propositions: newNames(), issues: map[string][]string{}, sources: map[string]*source{}}
	bad := &problems{file: opt.Name}
	sum := sha256.New()
	s, err := openStream(open, opt.Name, sum)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	rows, err := newRows(s, &opt)
	if err != nil {
		return nil, asError(err)
	}
	for rec, err := range eachRecord(ctx, rows, &opt, bad) {
		if err != nil {
			return nil, err
		}
		t.note(rec, bad)
		if progress != nil {
			progress()
		}
	}
	if err := missingColumns(&opt, rows.columns()); err != nil {
		return nil, err
	}
	t.Hash = hex.EncodeToString(sum.Sum(nil))
	if t.Rows == 0 && bad.n == 0 {
		return nil, schema.Errorf(schema.KindInput, "give it rows below the names of the columns", "%s: the table has no rows", opt.Name)
	}
	return t, bad.err(correct)
}

// eachRecord reads the rows of a table; what is wrong with one goes to bad. A
// table that lacks a column is not read: every row would be wrong.
func eachRecord(ctx context.Context, rows rows, opt *Options, bad *problems) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		c := newCells(opt, rows, bad)
		if fixed, ok := rows.(*csvRows); ok && missingColumns(opt, fixed.columns()) != nil {
			return
		}
		for r, err := range rows.all() {
			var list schema.Problems
			switch {
			case errors.As(err, &list):
				for _, p := range list {
					bad.put(p)
				}
				continue
			case err != nil:
				yield(record{}, readError(opt.Name, err))
				return
			case ctx.Err() != nil:
				yield(record{}, ctx.Err())
				return
			}
			c.look()
			if !yield(c.read(r), nil) {
				return
			}
		}
	}
}

// asError makes an error of kind input of problems with the header.
func asError(err error) error {
	var list schema.Problems
	if errors.As(err, &list) {
		return list.Err(correct)
	}
	return err
}

func missingColumns(opt *Options, have []string) error {
	var list schema.Problems
	for _, field := range slices.Sorted(maps.Keys(opt.Columns)) {
		if column := opt.Columns[field]; !slices.Contains(have, column) {
			list = append(list, schema.Problem{File: opt.Name, Field: "column", Value: column,
				Expected: "the table has no such column for " + field + schema.DidYouMean(column, slices.Values(have))})
		}
	}
	return list.Err("the columns are " + strings.Join(have, ", ") + "; name them in --map")
}

// note keeps the names in a row.
func (t *Table) note(rec record, bad *problems) {
	t.Rows++
	t.actors.add(rec.actor)
	t.actors.add(rec.onBehalfOf)
	t.propositions.add(rec.proposition)
	if rec.issue != "" && !slices.Contains(t.issues[rec.proposition], rec.issue) {
		t.issues[strings.Clone(rec.proposition)] = append(t.issues[rec.proposition], strings.Clone(rec.issue)) //nolint:gocritic // the same key, in memory of its own
	}
	t.noteSource(rec, bad)
}

// noteSource keeps what a row says of its document; two rows must not differ.
func (t *Table) noteSource(rec record, bad *problems) {
	s, ok := t.sources[rec.citation]
	if !ok {
		t.sources[strings.Clone(rec.citation)] = &source{strings.Clone(rec.outlet), strings.Clone(rec.title), strings.Clone(rec.url), rec.line}
		return
	}
	for _, pair := range [3]struct{ field, was, is string }{{"outlet", s.outlet, rec.outlet}, {"title", s.title, rec.title}, {"url", s.url, rec.url}} {
		if pair.was != pair.is {
			bad.add(rec.line, pair.field, pair.is, "line "+itoa(s.line)+" says "+quote(pair.was)+" of the same source")
		}
	}
}
