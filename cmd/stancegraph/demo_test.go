package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// demoStore loads the demonstration into a folder of the test.
func demoStore(t *testing.T) string {
	t.Helper()
	store := filepath.Join(t.TempDir(), "demo.db")
	mustRun(t, "demo", "--load-only", "--store", store)
	return store
}

// mustRun runs the program in this process and returns what it printed.
func mustRun(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("stancegraph %v: exit code %d\n%s", args, code, stderr.Bytes())
	}
	return stdout.Bytes()
}

// stances are the values of an answer by proposition; "mixed" has none.
func stances(positions []questions.Position) map[string]string {
	got := map[string]string{}
	for _, p := range positions {
		switch {
		case p.Value != nil:
			got[p.Proposition] = fmt.Sprintf("%+g", *p.Value)
		case p.N > 0:
			got[p.Proposition] = string(p.Band)
		}
	}
	return got
}

func actorPositions(t *testing.T, store string, args ...string) []questions.Position {
	t.Helper()
	var answer struct {
		Positions []questions.Position `json:"positions"`
	}
	out := mustRun(t, append([]string{"positions", "--json", "--store", store}, args...)...)
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	return answer.Positions
}

// groupPositions is the row of a group in the matrix of an opened issue.
func groupPositions(t *testing.T, store, group, issue, asOf string) []questions.Position {
	t.Helper()
	var m questions.Matrix
	if err := json.Unmarshal(mustRun(t, "matrix", "--json", "--store", store, "--issue", issue, "--as-of", asOf), &m); err != nil {
		t.Fatal(err)
	}
	var positions []questions.Position
	for _, row := range m.Rows {
		for _, cell := range row.Cells {
			if row.ID == group {
				positions = append(positions, *cell.Position)
			}
		}
	}
	return positions
}

func expect(t *testing.T, question string, got, want map[string]string) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Errorf("%s:\ngot  %v\nwant %v", question, got, want)
	}
}

func TestDemoZelenskyOnTerritory(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	may := actorPositions(t, store, "--actor", "zelensky", "--issue", "territory", "--as-of", "2025-05-19")
	expect(t, "Zelensky on territory, 2025-05-19", stances(may), map[string]string{"russian-withdrawal": "+1", "recognise-annexation": "-1"})
	october := actorPositions(t, store, "--actor", "Volodymyr Zelensky", "--issue", "territory", "--as-of", "2025-10-21")
	expect(t, "Zelensky on territory, 2025-10-21", stances(october), map[string]string{
		"russian-withdrawal": "+1", "recognise-annexation": "-1", "ukraine-leaves-donbas": "-1", "freeze-current-line": "+1"})
}

func TestDemoEuropeOnCeasefire(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	for _, day := range []string{"2025-05-19", "2025-10-21"} {
		got := stances(groupPositions(t, store, "europe", "ceasefire", day))
		if got["immediate-ceasefire"] != "+1" {
			t.Errorf("Europe on an immediate ceasefire as of %s: %v", day, got)
		}
	}
	before := groupPositions(t, store, "europe", "ceasefire", "2025-05-17")
	if got := stances(before)["immediate-ceasefire"]; got != "" {
		t.Errorf("Europe is given a position before its first statement: %s", got)
	}
}

func TestDemoTrumpOnTheBudapestSummit(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	before := stances(actorPositions(t, store, "--actor", "trump", "--proposition", "us-russia-summit", "--as-of", "2025-10-21"))
	expect(t, "Trump on the summit before its cancellation", before, map[string]string{"us-russia-summit": "+1"})
	after := stances(actorPositions(t, store, "--actor", "trump", "--proposition", "us-russia-summit", "--as-of", "2025-10-31"))
	if after["us-russia-summit"] == before["us-russia-summit"] || after["us-russia-summit"] == "" {
		t.Errorf("Trump on the summit after its cancellation: %v", after)
	}
}

func TestDemoSecurityGuarantees(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	for group, want := range map[string]map[string]string{
		"russia":  {"guarantees-for-all": "+1", "foreign-troops": "-1"},
		"ukraine": {"guarantees-for-ukraine": "+1"},
		"europe":  {"guarantees-for-ukraine": "+1"},
		"us":      {"nato-troops": "-1"},
	} {
		got := stances(groupPositions(t, store, group, "security-guarantees", "2025-12-31"))
		for proposition, value := range want {
			if got[proposition] != value {
				t.Errorf("%s on %s: got %q of %v, want %s", group, proposition, got[proposition], got, value)
			}
		}
	}
}

// Every cell that is not empty names its statements, and every one of them is
// in the export with its passage.
func TestDemoEveryCellHasEvidence(t *testing.T) {
	t.Parallel()
	store := demoStore(t)
	evidence := map[string]string{}
	for line := range bytes.Lines(mustRun(t, "export", "--store", store)) {
		var s struct{ ID, Evidence string }
		if err := json.Unmarshal(line, &s); err != nil {
			t.Fatal(err)
		}
		evidence[s.ID] = s.Evidence
	}
	cells := 0
	var m questions.Matrix
	if err := json.Unmarshal(mustRun(t, "matrix", "--json", "--store", store), &m); err != nil {
		t.Fatal(err)
	}
	for _, row := range m.Rows {
		for _, cell := range row.Cells {
			for _, p := range slices.Concat(cell.Issue.Held, cell.Issue.Rejected, cell.Issue.Undecided, cell.Issue.Mixed) {
				cells++
				if len(p.Statements) != p.N || p.N == 0 {
					t.Errorf("%s on %s: %d counted, %d named", row.ID, p.Proposition, p.N, len(p.Statements))
				}
				for _, id := range p.Statements {
					if evidence[id] == "" {
						t.Errorf("%s on %s: statement %s has no passage", row.ID, p.Proposition, id)
					}
				}
			}
		}
	}
	if cells < 40 {
		t.Errorf("only %d positions in the matrix of the demo", cells)
	}
}
