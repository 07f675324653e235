package dna_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/ingest/dna"
	"github.com/stancegraph/stancegraph/schema"
)

// scaleFile has one statement for each number of an integer agreement.
func scaleFile(numbers ...string) []string {
	changes := []string{harbourTables, "UPDATE VARIABLES SET DataType = 'integer' WHERE Variable = 'agreement'"}
	for i, n := range numbers {
		changes = append(changes, fmt.Sprintf(`
			INSERT INTO STATEMENTS VALUES (%[1]d, 1, 3, 0, 3, 1);
			INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (%[1]d, 2, 4), (%[1]d, 3, 6);
			INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (%[1]d, 4, %[2]s);`, i+1, n))
	}
	return changes
}

func TestScales(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		numbers []string
		scale   map[int64]schema.Stance
		want    string
		without string
	}{
		"three steps":     {numbers: []string{"-1", "0", "1"}, want: "-1 0 +1"},
		"five steps":      {numbers: []string{"-2", "-1", "0", "1"}, want: "-1 -0.5 0 +0.5"},
		"what is no step": {numbers: []string{"1", "7"}, want: "+1", without: "agreement is 7, which has no stance"},
		"a given scale": {numbers: []string{"1", "3", "5", "2"}, scale: map[int64]schema.Stance{1: schema.Oppose, 3: schema.Undecided, 5: schema.Support},
			want: "-1 0 +1", without: "agreement is 2, which has no stance"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := mustConvertMade(t, dna.Options{Scale: c.scale}, scaleFile(c.numbers...)...)
			var stances []string
			for i, st := range got.Statements {
				stances = append(stances, st.Stance.String())
				if st.Variables["agreement"] != c.numbers[i] || !strings.Contains(st.Variables["statement.kinds"], `"agreement":"integer"`) {
					t.Errorf("the number is lost: %v", st.Variables)
				}
			}
			if s := strings.Join(stances, " "); s != c.want {
				t.Errorf("got %s, want %s", s, c.want)
			}
			if c.without != "" && (len(got.Annotations) != 1 || got.Annotations[0].Reason != c.without || !strings.Contains(got.Problems.Error(), c.without)) {
				t.Errorf("annotations %+v, problems %v", got.Annotations, got.Problems)
			}
		})
	}
}

// Other names than DNA's are found when they are said, and kept as they are.
func TestVariablesOfOtherNames(t *testing.T) {
	t.Parallel()
	renamed := []string{harbourTables, harbourStatements, "UPDATE VARIABLES SET Variable = 'speaker' WHERE ID = 1", "UPDATE VARIABLES SET Variable = 'pro' WHERE ID = 4",
		"UPDATE VARIABLES SET Variable = 'statement.id' WHERE ID = 6"}
	c := mustConvertMade(t, dna.Options{}, renamed...)
	if len(c.Statements) != 0 || len(c.Annotations) != 3 || !strings.Contains(c.Problems.Error(), "statement type DNA Statement: no boolean or integer variable is called agreement") {
		t.Errorf("%d statements, %v", len(c.Statements), c.Problems)
	}
	c = mustConvertMade(t, dna.Options{Person: "speaker", Agreement: "PRO"}, renamed...)
	if len(c.Statements) != 2 {
		t.Fatalf("%d statements, %v", len(c.Statements), c.Problems)
	}
	st := c.Statements[0]
	if st.Actor != "siv-asen" || st.Variables["speaker"] != "Siv Åsen" || st.Variables["pro"] != "1" || st.Variables["variable.statement.id"] != "2005" || st.Variables["statement.id"] != "11" {
		t.Errorf("got %+v", st)
	}
	if !strings.Contains(st.Variables["statement.kinds"], `"pro":"boolean"`) || !strings.Contains(st.Variables["statement.kinds"], `"variable.statement.id":"text"`) {
		t.Errorf("kinds %s", st.Variables["statement.kinds"])
	}
}
