package formats_test

import (
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/formats"
	"github.com/stancegraph/stancegraph/schema"
)

func TestNamesAndEndingsAreUnique(t *testing.T) {
	t.Parallel()
	seen := map[string]string{}
	for _, f := range formats.All() {
		for _, name := range append([]string{f.Name}, f.Extensions...) {
			if other, twice := seen[name]; twice {
				t.Errorf("%s stands for %s and for %s", name, other, f.Name)
			}
			seen[name] = f.Name
		}
		if f.Help == "" || len(f.Extensions) == 0 || !strings.Contains(f.MediaType, "/") || f.Write == nil {
			t.Errorf("%s is not described whole: %+v", f.Name, f)
		}
		for _, e := range f.Extensions {
			if !strings.HasPrefix(e, ".") || e != strings.ToLower(e) {
				t.Errorf("%s: ending %q", f.Name, e)
			}
		}
	}
}

func TestOfFile(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"a/b.csv": "csv", "B.CSV": "csv", "x.nq.gz": "nquads", "x.annotations.jsonl": "annotations", "x.jsonl": "jsonl", "x.doc": "", "csv": "", "": "", "x.gz": "",
	} {
		if f, ok := formats.OfFile(path); f.Name != want || ok != (want != "") {
			t.Errorf("%s: %q %v, want %q", path, f.Name, ok, want)
		}
	}
}

func TestUnknownName(t *testing.T) {
	t.Parallel()
	_, err := formats.Named("parket")
	if schema.KindOf(err) != schema.KindUsage || !strings.Contains(err.Error(), "did you mean parquet?") {
		t.Errorf("%v", err)
	}
}
