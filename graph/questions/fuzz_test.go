package questions_test

import (
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// Whatever a URL says, it is an error of kind usage or a filter that a URL can
// say again.
func FuzzParseFilter(f *testing.F) {
	for _, query := range []string{"", "actor=norden&actor=sueden&as-of=2025-05-01", "min-confidence=1e-3&dates=certain", "from=9999-99-99&rule=x", "stale=-0&min-confidence=NaN", "status=accepted&mode=quote&min-statements=007"} {
		f.Add(query)
	}
	s := ledger.Build(lakeDispute(f), nil, nil)
	f.Fuzz(func(t *testing.T, query string) {
		v, err := url.ParseQuery(query)
		if err != nil {
			return
		}
		filter, err := questions.ParseFilter(v, s)
		if err != nil {
			if schema.KindOf(err) != schema.KindUsage {
				t.Fatalf("%v: of kind %q", err, schema.KindOf(err))
			}
			return
		}
		again, err := questions.ParseFilter(filter.Values(), s)
		if diff := cmp.Diff(filter, again); err != nil || diff != "" {
			t.Fatalf("%v (-first +again):\n%s", err, diff)
		}
	})
}
