package dna_test

import (
	"encoding/json"
	"math"
	"net/url"
	"os"
	"slices"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

// The numbers that DNA gives for a file of its own, where that is here.
const (
	sharedFile     = "../../../shared/dna/sample.dna"
	sharedExpected = "../../../shared/dna/expected.json"
)

type configuration struct {
	ID         string
	Options    map[string]any
	Statements int
	Rows, Cols []string
	Matrix     [][]*float64
	NotInDNA   string `json:"not_in_dna"`
}

// query is a configuration as the flags of the command.
func (c configuration) query() url.Values {
	v := url.Values{}
	for name, value := range c.Options {
		switch value := value.(type) {
		case nil:
			v.Set(name, "")
		case string:
			v.Set(name, value)
		case map[string]any:
			for variable, list := range value {
				for _, x := range list.([]any) {
					v.Add(name, variable+"="+x.(string))
				}
			}
		}
	}
	if c.NotInDNA == "" {
		v.Set("compat", "dna")
	}
	return v
}

func TestNetworksOfDNA(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(sharedExpected)
	if err != nil {
		t.Skipf("the expected networks are not here: %v", err)
	}
	var expected struct{ Configs []configuration }
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	table := mustTable(t, mustConvert(t, sharedFile))
	for _, c := range expected.Configs {
		t.Run(c.ID, func(t *testing.T) {
			t.Parallel()
			spec, err := network.ParseSpec(c.query())
			if err != nil {
				t.Fatal(err)
			}
			got, err := network.Compute(t.Context(), table, spec)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, c, got)
		})
	}
}

// DNA has 41 statements in that file, one of them a note; the numbers of windows
// are those its own exporter makes.
func TestFileOfDNA(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat(sharedFile); err != nil {
		t.Skipf("the file of DNA is not here: %v", err)
	}
	c := mustConvert(t, sharedFile)
	if len(c.Sources) != 7 || len(c.Statements) != 40 || len(c.Annotations) != 1 || len(c.Problems) != 0 {
		t.Errorf("%d sources, %d statements, %d annotations, %v", len(c.Sources), len(c.Statements), len(c.Annotations), c.Problems)
	}
	texts := map[string]string{}
	for _, s := range c.Sources {
		texts[s.ID] = s.Text
	}
	for i := range c.Statements {
		st := &c.Statements[i]
		if p := st.Validate(c.Codebook); len(p) > 0 {
			t.Error(p)
		}
		if got, _ := schema.Passage(texts[st.Source], st.Start, st.End); got != st.Evidence {
			t.Errorf("statement %s: the evidence is not the passage", st.Variables["statement.id"])
		}
	}
	table := mustTable(t, c)
	for _, w := range []struct {
		unit network.Unit
		size int
		want int
	}{{network.Days, 7, 16}, {network.Days, 1, 22}, {network.Days, 8, 14}, {network.Weeks, 2, 2}, {network.Months, 2, 0}} {
		s := network.Defaults()
		s.TimeWindow, s.WindowSize, s.Compat = w.unit, w.size, true
		windows, err := network.Slices(t.Context(), table, s)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, err := range windows {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != w.want {
			t.Errorf("windows of %d %s: got %d, want %d", w.size, w.unit, n, w.want)
		}
	}
}

func compare(t *testing.T, want configuration, got *network.Result) {
	t.Helper()
	if got.Statements != want.Statements || !slices.Equal(got.Rows, want.Rows) || !slices.Equal(got.Cols, want.Cols) {
		t.Fatalf("got %d statements, rows %q, cols %q; want %d, %q, %q", got.Statements, got.Rows, got.Cols, want.Statements, want.Rows, want.Cols)
	}
	for i, row := range want.Matrix {
		for j, x := range row {
			if g := got.Matrix[i][j]; x == nil != math.IsNaN(g) || x != nil && math.Abs(g-*x) > 1e-9 {
				t.Errorf("%s x %s: got %v, want %v", want.Rows[i], want.Cols[j], g, x)
			}
		}
	}
}

func mustConvert(t *testing.T, path string) *dna.Conversion {
	t.Helper()
	f, err := dna.Read(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := dna.Convert(f, dna.Options{Name: "sample"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// mustTable goes the way of a store: only records survive.
func mustTable(t *testing.T, c *dna.Conversion) *network.Table {
	t.Helper()
	s := ledger.Build(c.Codebook, c.Sources, c.Statements)
	var passages []network.Passage
	for _, a := range c.Annotations {
		passages = append(passages, network.Passage{ID: a.ID, Source: a.Source, Start: a.Start, End: a.End, Date: a.Date, Variables: a.Variables})
	}
	return network.FromLedger(s, questions.Select(s, questions.Filter{}), passages...)
}
