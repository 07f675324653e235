package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/network"
)

// wantedNetwork is a network that DNA computes of its own sample.
type wantedNetwork struct {
	ID         string
	Options    map[string]any
	Statements int
	Rows, Cols []string
	Matrix     [][]*float64
	NotInDNA   string `json:"not_in_dna"` // what DNA computes there is a fault
}

// args are the options as flags; null is none.
func (w wantedNetwork) args() []string {
	var args []string
	for name, value := range w.Options {
		switch value := value.(type) {
		case nil:
			args = append(args, "--"+name, "")
		case string:
			args = append(args, "--"+name, value)
		case map[string]any:
			for variable, list := range value {
				for _, x := range list.([]any) {
					args = append(args, "--"+name, variable+"="+x.(string))
				}
			}
		}
	}
	if w.NotInDNA == "" {
		args = append(args, "--compat", "dna")
	}
	return args
}

// The sample of DNA, imported and asked for every network that is known of it,
// as a person would.
func TestNetworksOfSampleAreThoseOfDNA(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(shared(), "dna")
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if shared() == "" || err != nil {
		t.Skipf("the sample of DNA and its networks are not beside the repository")
	}
	var expected struct{ Configs []wantedNetwork }
	if err := json.Unmarshal(data, &expected); err != nil {
		t.Fatal(err)
	}
	store := filepath.Join(t.TempDir(), "sample.db")
	program(t, "import", "--store", store, filepath.Join(folder, "sample.dna"))
	program(t, "check", "--store", store)
	for _, want := range expected.Configs {
		var got struct {
			Rows, Cols []string
			Matrix     [][]*float64
			Statements int
		}
		out := program(t, append([]string{"network", "--store", store, "--json"}, want.args()...)...)
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%s: %v in %.200s", want.ID, err, out)
		}
		if got.Statements != want.Statements || !slices.Equal(got.Rows, want.Rows) || !slices.Equal(got.Cols, want.Cols) {
			t.Errorf("%s: got %d statements, rows %q, cols %q; want %d, %q, %q", want.ID, got.Statements, got.Rows, got.Cols, want.Statements, want.Rows, want.Cols)
			continue
		}
		if at := difference(got.Matrix, want.Matrix); at != "" {
			t.Errorf("%s: %s", want.ID, at)
		}
	}
	t.Logf("%d networks", len(expected.Configs))
}

// Every option of networks is explained.
func TestNetworkOptionsAreDocumented(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("..", "..", "docs", "networks.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, p := range network.Parameters() {
		if !strings.Contains(text, "`--"+p.Name) {
			t.Errorf("docs/networks.md does not name --%s", p.Name)
		}
	}
	for _, list := range [][]string{texts(network.Modes), texts(network.Aggregations), texts(network.Normalizations), texts(network.DuplicateRules)} {
		for _, value := range list {
			if !strings.Contains(text, "`"+value+"`") {
				t.Errorf("docs/networks.md does not name %s", value)
			}
		}
	}
}

func texts[T ~string](list []T) []string {
	all := make([]string, len(list))
	for i, v := range list {
		all[i] = string(v)
	}
	return all
}

// difference is the first cell that differs, as JSON, or "".
func difference(got, want [][]*float64) string {
	for i, row := range want {
		for j, x := range row {
			g := got[i][j]
			if (g == nil) != (x == nil) || x != nil && math.Abs(*g-*x) > 1e-9 {
				cell, _ := json.Marshal(map[string]any{"row": i, "column": j, "got": g, "want": x})
				return string(cell)
			}
		}
	}
	return ""
}
