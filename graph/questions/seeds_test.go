package questions_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
	seedcorpus "github.com/stancegraph/stancegraph/seeds"
)

// demonstration is the ledger of the seeds. Their sources are known by the
// statements alone: nothing here asks for outlets.
func demonstration(t *testing.T) *ledger.Snapshot {
	t.Helper()
	cb := must(schema.LoadCodebook("codebook.yaml", must(fs.ReadFile(seedcorpus.Demo(), "codebook.yaml"))(t)))(t)
	file := must(seedcorpus.Demo().Open("statements.jsonl"))(t)
	defer file.Close()
	var statements []schema.Statement
	for st, err := range schema.ReadEntries(file, "statements.jsonl") {
		statements = append(statements, *must(st.Statement, err)(t))
	}
	return ledger.Build(cb, nil, statements)
}

// Who held which position on territory on 2025-05-19, and what had changed by
// 2025-10-21? The answer was written down by hand from the articles before
// there was a program.
func TestTerritoryFromMayToOctober(t *testing.T) {
	t.Parallel()
	s := demonstration(t)
	c, err := questions.Compare(s, questions.Filter{Issues: []string{"territory"}},
		questions.ComparisonSpec{By: questions.ByDate, Left: "2025-05-19", Right: "2025-10-21", Rows: questions.RowsGroups})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, change := range c.Changes {
		got[change.Actor] = append(got[change.Actor], cellInWords(change))
	}
	for who, want := range map[string][]string{
		"ukraine": {
			"new freeze-current-line +1: zelensky 2025-10-21 action",
			"new ukraine-leaves-donbas -1: zelensky 2025-10-19 indirect",
			"unchanged russian-withdrawal +1: zelensky ../2025-05-19 indirect",
			"unchanged recognise-annexation -1: zelensky ../2025-05-19 indirect",
		},
		"us": {
			"new freeze-current-line +1: trump 2025-10-19 indirect",
			"unchanged territorial-concessions +0.5: waltz 2025-03-17 indirect",
			"unchanged russian-withdrawal -0.5: waltz 2025-03-17 indirect",
		},
		"russia": {
			"new freeze-current-line -1: peskov 2025-10-20 quote",
			"new ukraine-leaves-donbas +1: russia 2025-10-21 narrative",
			"new territorial-concessions +1: russia 2025-10-16/2025-10-31 document (possible)",
			"new land-swap +0.5: putin 2025-10-16 indirect via unnamed sources",
		},
		"europe": {
			"new freeze-current-line +1: europe 2025-10-21 document",
			"new borders-by-force +1: europe 2025-10-21 document",
		},
	} {
		if !slices.Equal(got[who], want) {
			t.Errorf("%s:\n%s\nwant\n%s", who, strings.Join(got[who], "\n"), strings.Join(want, "\n"))
		}
		delete(got, who)
	}
	for who, cells := range got { // the states that signed with Europe, and nobody else
		if a, _ := s.Codebook.Actor(who); !slices.Contains([]string{"poland", "finland", "denmark", "norway"}, who) || a.Kind != schema.KindState ||
			!slices.Equal(cells, []string{"new freeze-current-line +1: europe 2025-10-21 document as signatory", "new borders-by-force +1: europe 2025-10-21 document as signatory"}) {
			t.Errorf("%s: %v", who, cells)
		}
	}
}

// cellInWords is a cell with who decides it; both passages must be there.
func cellInWords(c questions.Change) string {
	var by []string
	for _, e := range c.Right.Evidence {
		st := e.Statement
		text := fmt.Sprintf("%s %s %s", st.Actor, st.Date, st.Mode)
		if slices.Contains(st.Via, "unnamed sources") {
			text += " via unnamed sources"
		}
		if e.AsSignatory {
			text += " as signatory"
		}
		if st.Evidence == "" {
			text += " without a passage"
		}
		by = append(by, text)
	}
	text := fmt.Sprintf("%s %s %+g: %s", c.Kind, c.Proposition, *c.Right.Position.Value, strings.Join(by, ", "))
	if c.Possible {
		text += " (possible)"
	}
	if c.Kind == questions.ChangeUnchanged && (c.Left == nil || !slices.Equal(passageIDs(c.Left.Evidence), passageIDs(c.Right.Evidence))) {
		text += " (not the same passages)"
	}
	return text
}
