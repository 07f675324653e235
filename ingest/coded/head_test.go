package coded_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/coded"
	"github.com/stancegraph/stancegraph/schema"
)

func TestHeadShowsColumnsAndFirstRows(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a,b\n1,2\n3,4\n5,6\n":                 `[a b] [[1 2] [3 4]] ,`,
		"\ufeffa;b,c;d\n1;2;3\n":               `[a b,c d] [[1 2 3]] ;`,
		"a\tb\n\"x\ty\"\tz\n":                  "[a b] [[x\ty z]] \t",
		"only\nx\n":                            `[only] [[x]] ,`,
		"a,b\n":                                `[a b] [] ,`,
		"{\"a\":1}\n{\"a\":2,\"b\":[\"x\"]}\n": `[a b] [[1] [2 x]] ,`,
	} {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
		h, err := coded.ReadHead(open, "t.csv", 0, 2)
		if got := fmt.Sprintf("%v %v %c", h.Columns, h.Rows, h.Delimiter); err != nil || got != want {
			t.Errorf("%q: %s, %v; want %s", text, got, err, want)
		}
	}
	for text, want := range map[string]string{"": "the file is empty", "a,a\n": "two columns are called", "a,b\n1\n": "expected 2 values", "a,b\n\"1,2\n": "quotation mark"} {
		open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
		if _, err := coded.ReadHead(open, "t.csv", 0, 2); schema.KindOf(err) != schema.KindInput || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
