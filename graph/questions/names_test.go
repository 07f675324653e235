package questions_test

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// A name that is no ID may be a label, an alias, or misspelt.
func TestWhatANameMeant(t *testing.T) {
	t.Parallel()
	s := demonstration(t)
	for _, c := range []struct{ kind, name, meant string }{
		{"actor", "donald trump", "; did you mean trump?"},
		{"actor", "President Trump", "; did you mean trump?"},
		{"actor", "trumpp", "; did you mean trump?"},
		{"actor", "zzzzzzzz", ""},
		{"issue", "Territory", "; did you mean territory?"},
		{"issue", "territori", "; did you mean territory?"},
		{"proposition", "A 30-day ceasefire", "; did you mean ceasefire-30-day?"},
		{"proposition", "freeze", "; did you mean freeze-current-line?"},
	} {
		if got := questions.Meant(s, c.kind, c.name); got != c.meant {
			t.Errorf("%s %q: %q, expected %q", c.kind, c.name, got, c.meant)
		}
	}
}
