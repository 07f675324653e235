package graph

import (
	"context"
	"fmt"
	"slices"
	"time"

	hkv "github.com/hidal-go/hidalgo/kv"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/graph/records"
	"github.com/stancegraph/stancegraph/schema"
)

// contents is what the store holds, in memory. Records are replaced, never
// changed in place.
type contents struct {
	codebooks   map[string]*schema.Codebook // every version, by "name/version"
	current     string                      // the one in use; "" where there is none
	sources     map[string]*quads.SourceRecord
	statements  map[string]*quads.StatementRecord
	annotations map[string]*quads.AnnotationRecord
	bySource    map[string][]string // IDs of statements by the ID of their source, in the order they came
	imports     map[string]*quads.ImportRecord
	news        news
}

func readContents(ctx context.Context, db hkv.KV) (*contents, error) {
	d := quads.NewDecoder()
	for q, err := range readAhead(ctx, db) {
		if err == nil {
			err = d.Add(q)
		}
		if err != nil {
			return nil, err
		}
	}
	c := newContents(len(d.Statements))
	c.current, c.sources, c.imports, c.annotations = d.Current, d.Sources, d.Imports, d.Annotations
	if err := c.takeImports(d); err != nil {
		return nil, err
	}
	for ref, r := range d.Codebooks {
		cb, err := schema.LoadCodebook(ref, []byte(r.YAML))
		if err != nil {
			return nil, fmt.Errorf("codebook %s: %w", ref, err)
		}
		c.codebooks[ref] = cb
	}
	for _, id := range sortedKeys(d.Statements) {
		c.putStatement(d.Statements[id])
	}
	return c, c.whole()
}

func newContents(statements int) *contents {
	return &contents{codebooks: map[string]*schema.Codebook{}, sources: map[string]*quads.SourceRecord{},
		statements: make(map[string]*quads.StatementRecord, statements), bySource: map[string][]string{},
		imports: map[string]*quads.ImportRecord{}, annotations: map[string]*quads.AnnotationRecord{}, news: news{all: true}}
}

// whole is an error when the current codebook is not there.
func (c *contents) whole() error {
	if _, ok := c.codebooks[c.current]; !ok && c.current != "" {
		return fmt.Errorf("codebook %s: it is the current one and is not there", c.current)
	}
	return nil
}

// set is everything, in a fixed order.
func (c *contents) set() *records.Set {
	return &records.Set{Current: c.current, Codebooks: sortedValues(c.codebooks), Imports: sortedValues(c.imports), Sources: sortedValues(c.sources),
		Statements: sortedValues(c.statements), Annotations: sortedValues(c.annotations)}
}

func sortedValues[V any](m map[string]V) []V {
	values := make([]V, 0, len(m))
	for _, k := range sortedKeys(m) {
		values = append(values, m[k])
	}
	return values
}

// apply takes in what one write made, replaced or removed.
func (c *contents) apply(set *records.Set) {
	for _, cb := range set.Codebooks {
		c.codebooks[cb.Ref()] = cb
	}
	if set.Current != "" {
		c.current = set.Current
	}
	for _, r := range set.Imports {
		c.imports[r.ID] = r
	}
	for _, r := range set.Sources {
		c.sources[r.ID] = r
	}
	for _, r := range set.Statements {
		c.putStatement(r)
	}
	for _, r := range set.Annotations {
		c.annotations[r.ID] = r
	}
	c.remove(set.Gone)
	c.news.take(c, set)
}

func (c *contents) remove(gone records.Gone) {
	for _, ref := range gone.Codebooks {
		delete(c.codebooks, ref)
	}
	for _, id := range gone.Imports {
		delete(c.imports, id)
	}
	for _, id := range gone.Sources {
		delete(c.sources, id)
	}
	for _, id := range gone.Statements {
		if r, ok := c.statements[id]; ok {
			c.bySource[r.Source] = slices.DeleteFunc(c.bySource[r.Source], func(other string) bool { return other == id })
			delete(c.statements, id)
		}
	}
}

// takeImports gives the recorded time of a run to what it brought.
func (c *contents) takeImports(d *quads.Decoder) error {
	for _, r := range d.Statements {
		if err := c.takeImport(r.ID, r.Import, &r.Recorded); err != nil {
			return err
		}
	}
	for _, r := range d.Sources {
		if err := c.takeImport(r.ID, r.Import, &r.Recorded); err != nil {
			return err
		}
	}
	return nil
}

func (c *contents) takeImport(id, run string, recorded *time.Time) error {
	if run == "" {
		return nil
	}
	r, ok := c.imports[run]
	if !ok {
		return fmt.Errorf("%s: the import %s that brought it is not there", id, run)
	}
	*recorded = r.Recorded
	return nil
}

func (c *contents) putStatement(r *quads.StatementRecord) {
	if _, known := c.statements[r.ID]; !known {
		c.bySource[r.Source] = append(c.bySource[r.Source], r.ID)
	}
	c.statements[r.ID] = r
}

// validate checks a statement against the version of the codebook that it
// names. Where the store has never seen that, any version will do: the codebook
// may have moved on since the statement was coded. The error is that there is
// no codebook.
func (c *contents) validate(st *schema.Statement) (schema.Problems, error) {
	if cb, ok := c.codebooks[st.Codebook]; ok {
		return st.Validate(cb), nil
	}
	current, ok := c.codebooks[c.current]
	if !ok {
		return nil, schema.Errorf(schema.KindNotFound, "put a codebook into the store first: ingest does so", "the store has no codebook")
	}
	problems := st.Validate(current)
	for _, cb := range c.codebooks {
		if len(problems) > 0 && len(st.Validate(cb)) == 0 {
			return nil, nil
		}
	}
	return problems, nil
}
