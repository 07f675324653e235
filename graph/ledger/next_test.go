package ledger_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/schema"
)

// history is a graph that changes at random.
type history struct {
	r           *rand.Rand
	pool        ledgertest.Corpus // what may come
	codebook    *schema.Codebook
	sources     map[string]*schema.Source
	statements  map[string]*schema.Statement
	annotations []schema.Annotation
}

// step changes some of it. What comes is put into the change and into the
// history; records are replaced, never changed in place.
func (h *history) step() ledger.Change {
	var c ledger.Change
	changed := map[string]bool{}
	for range h.r.IntN(3) {
		src := h.pool.Sources[h.r.IntN(len(h.pool.Sources))]
		if changed[src.ID] {
			continue
		}
		changed[src.ID] = true
		src.Status = schema.SourceStatuses[h.r.IntN(len(schema.SourceStatuses))]
		if h.r.IntN(3) == 0 {
			src.Doc, src.Extracted = "", nil
		}
		h.sources[src.ID] = &src
		c.Sources = append(c.Sources, &src)
	}
	for range h.r.IntN(12) {
		st, other := h.pool.Statements[h.r.IntN(len(h.pool.Statements))], h.pool.Statements[h.r.IntN(len(h.pool.Statements))]
		if changed[st.ID] {
			continue
		}
		changed[st.ID] = true
		if h.statements[st.ID] != nil {
			st.Coder = ledgertest.Coders[h.r.IntN(len(ledgertest.Coders))]
			st.OnBehalfOf, st.Signatories, st.Date = other.OnBehalfOf, other.Signatories, other.Date
			st.Status, st.Reason = []schema.Status{schema.StatusProposed, schema.StatusAccepted, schema.StatusRejected}[h.r.IntN(3)], "decided"
		}
		h.statements[st.ID] = &st
		c.Statements = append(c.Statements, &st)
	}
	if h.r.IntN(4) == 0 {
		src := h.pool.Sources[h.r.IntN(len(h.pool.Sources))]
		h.annotations = append(h.annotations, schema.Annotation{ID: src.ID[:8] + string(rune('a'+len(h.annotations))), Source: src.ID, Start: h.r.IntN(5), End: 5, Type: "claim"})
		c.Annotations = slices.Clone(h.annotations)
	}
	if h.r.IntN(5) == 0 {
		h.codebook = &schema.Codebook{Name: h.codebook.Name, Version: string(rune('1' + h.r.IntN(9))), YAML: h.codebook.YAML}
	}
	c.Codebook = h.codebook
	return c
}

// fromNothing is everything that is there, in any order.
func (h *history) fromNothing() *ledger.Snapshot {
	var sources []schema.Source
	var statements []schema.Statement
	for _, src := range h.sources {
		sources = append(sources, *src)
	}
	for _, st := range h.statements {
		statements = append(statements, *st)
	}
	return ledger.Build(h.codebook, sources, statements, h.annotations...)
}

// However a graph came to be what it is, its snapshot is the same, version and
// all.
func TestNextIsWhatBuildMakes(t *testing.T) {
	t.Parallel()
	versions := map[string]bool{}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 7))
		pool := ledgertest.Generate(r, 1+r.IntN(80))
		h := history{r: r, pool: pool, codebook: pool.Codebook, sources: map[string]*schema.Source{}, statements: map[string]*schema.Statement{}}
		s := ledger.Build(nil, nil, nil)
		for n := range 25 {
			before, was := s, *s
			s = s.Next(h.step())
			if want := h.fromNothing(); !reflect.DeepEqual(s, want) {
				t.Fatalf("seed %d, step %d: %s", seed, n, firstDifference(s, want))
			}
			if !reflect.DeepEqual(*before, was) {
				t.Fatalf("seed %d, step %d: the snapshot before has changed", seed, n)
			}
			versions[s.Version] = true
		}
	}
	if len(versions) < 1000 { // 1,500 steps, of which some change nothing
		t.Errorf("only %d versions", len(versions))
	}
}

// firstDifference names a field in which two snapshots differ.
func firstDifference(a, b *ledger.Snapshot) string {
	for _, s := range [][2]reflect.Value{{reflect.ValueOf(*a), reflect.ValueOf(*b)}, {reflect.ValueOf(*a.Columns()), reflect.ValueOf(*b.Columns())}} {
		for i := range s[0].NumField() {
			name := s[0].Type().Field(i).Name
			if x, y := s[0].Field(i), s[1].Field(i); name != "columns" && x.CanInterface() && !reflect.DeepEqual(x.Interface(), y.Interface()) {
				return name
			}
		}
	}
	return "a field that is not exported"
}

// Everything that can change an answer changes the version, and what is taken
// back brings the one before again.
func TestVersionFollowsContentAlone(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 3))
	c := ledgertest.Generate(r, 40)
	s := c.Build()
	one := c.Statements[len(c.Statements)/2]
	other := one
	other.Variables = map[string]string{"note": "other"}
	src := c.Sources[0]
	src.Title += "!"
	reached := map[string]string{
		"it was":                s.Version,
		"with another variable": s.Next(ledger.Change{Codebook: c.Codebook, Statements: []*schema.Statement{&other}}).Version,
		"with another title":    s.Next(ledger.Change{Codebook: c.Codebook, Sources: []*schema.Source{&src}}).Version,
		"without a codebook":    s.Next(ledger.Change{}).Version,
		"with an annotation":    s.Next(ledger.Change{Codebook: c.Codebook, Annotations: []schema.Annotation{{ID: "x", Source: src.ID}}}).Version,
	}
	if distinct := slices.Compact(slices.Sorted(maps.Values(reached))); len(distinct) != len(reached) {
		t.Errorf("two of these have one version: %v", reached)
	}
	changed := s.Next(ledger.Change{Codebook: c.Codebook, Statements: []*schema.Statement{&other}})
	if back := changed.Next(ledger.Change{Codebook: c.Codebook, Statements: []*schema.Statement{&one}}); back.Version != s.Version {
		t.Errorf("changed back it is %s, was %s", back.Version, s.Version)
	}
}
