package schema_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stancegraph/stancegraph/schema"
)

func TestQuotable(t *testing.T) {
	t.Parallel()
	short, full, long := "a quotation", strings.Repeat("ø", schema.QuotationLimit), strings.Repeat("ø", schema.QuotationLimit+1)
	for _, c := range []struct{ name, passage, want string }{
		{"short", short, short}, {"empty", "", ""}, {"as long as allowed", full, full},
		{"too long", long, full[:len(full)-len("ø")] + "…"},
	} {
		if got := schema.Quotable(c.passage); got != c.want || utf8.RuneCountInString(got) > schema.QuotationLimit {
			t.Errorf("%s: %d code points, %q", c.name, utf8.RuneCountInString(got), got)
		}
	}
}
