package evaluate

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func rec(actor, proposition string, stance float64, date string, start, end int) Record {
	return Record{Doc: "a.txt", Actor: actor, Issue: "i-" + proposition, Proposition: proposition,
		Stance: stance, Date: date, Start: start, End: end}
}

func TestFiguresCountEachLevelAlone(t *testing.T) {
	t.Parallel()
	gold := []Record{
		rec("ann", "quota", 1, "2030-01-05", 0, 10),
		rec("bob", "quota", -1, "2030-01", 20, 30),
		rec("cy", "ban", 0.5, "2030-01-07", 40, 50),
		{Doc: "a.txt", Actor: "ann", Issue: "i-ban", Proposition: "ban", Stance: 1, Date: "2030-01", Optional: true},
	}
	predicted := []Record{
		rec("ann", "quota", 0.5, "2030-01-05", 100, 110), // sign, not value; no overlap
		rec("bob", "quota", -1, "2030-01-30", 25, 35),    // a day of the gold month
		rec("cy", "ban", -0.5, "2030-01-07", 40, 50),     // wrong sign
		rec("ann", "ban", 1, "2030-01", 0, 1),            // optional: neither
		rec("dee", "ban", 1, "", 0, 1),                   // spurious
		{Doc: "other.txt", Actor: "ann"},                 // not coded: left out
	}
	var got bytes.Buffer
	if err := Evaluate(gold, predicted).WriteText(&got); err != nil {
		t.Fatal(err)
	}
	want := `actor-issue        precision 0.75  recall 1.0  f1 0.8571  matched 3  predicted 4  gold 3
actor-proposition  precision 0.75  recall 1.0  f1 0.8571  matched 3  predicted 4  gold 3
stance             precision 0.5  recall 0.6667  f1 0.5714  matched 2  predicted 4  gold 3
evidence           share 0.5
stance-date        precision 0.5  recall 0.6667  f1 0.5714  matched 2  predicted 4  gold 3
exact-stance       precision 0.25  recall 0.3333  f1 0.2857  matched 1  predicted 4  gold 3
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

func TestRequiredGoldIsTakenBeforeOptional(t *testing.T) {
	t.Parallel()
	optional := rec("ann", "quota", 1, "", 0, 50)
	optional.Optional = true
	report := Evaluate([]Record{optional, rec("ann", "quota", 1, "", 90, 95)}, []Record{rec("ann", "quota", 1, "", 0, 50)})
	if f := report.Figure("stance"); f.Matched != 1 || f.Predicted != 1 || len(report.Missed) != 0 {
		t.Errorf("figure %+v, missed %v", f, report.Missed)
	}
}

func TestNothingPredictedIsZeroAndNotAnError(t *testing.T) {
	t.Parallel()
	f := Evaluate([]Record{rec("ann", "quota", 1, "", 0, 5)}, nil).Figure("stance")
	if f.Precision != 0 || f.Recall != 0 || f.F1 != 0 {
		t.Errorf("got %+v", f)
	}
}

func TestLoadNamesEveryBadLine(t *testing.T) {
	t.Parallel()
	_, err := Load("p.jsonl", strings.NewReader("{\"doc\":\"a\"}\n\nnot json\n"))
	var problems schema.Problems
	if !errors.As(err, &problems) || len(problems) != 2 {
		t.Fatalf("got %v", err)
	}
	if got := err.Error(); !strings.Contains(got, "p.jsonl:1: start: missing") || !strings.Contains(got, "p.jsonl:3: ") {
		t.Errorf("got %q", got)
	}
	if schema.HintOf(err) == "" {
		t.Error("no hint")
	}
}

func TestMissesShowTheSentence(t *testing.T) {
	t.Parallel()
	g := rec("ann", "quota", 0.5, "2030", 3, 9)
	g.Evidence = "Ann may agree."
	var got bytes.Buffer
	if err := Evaluate([]Record{g}, nil).WriteMisses(&got); err != nil {
		t.Fatal(err)
	}
	if want := `  a 3-9 ann quota +0.5 2030  "Ann may agree."`; !strings.Contains(got.String(), want) {
		t.Errorf("got %q, want %q in it", got.String(), want)
	}
}

// The Python script is the reference; both must say the same on real gold.
func TestSameFiguresAsTheReferenceScript(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "shared")
	script, goldFile := filepath.Join(shared, "tools", "score_statements.py"), filepath.Join(shared, "gold", "dev.jsonl")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the reference script cannot run")
	}
	if _, err := os.Stat(script); err != nil {
		t.Skip("../shared is not there: no development files to compare on")
	}
	data, err := os.ReadFile(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	gold, err := Load(goldFile, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	predicted := disturb(gold)
	predictedFile := filepath.Join(t.TempDir(), "p.jsonl")
	if err := os.WriteFile(predictedFile, jsonLines(t, predicted), 0o600); err != nil {
		t.Fatal(err)
	}
	report := Evaluate(gold, predicted)
	want, err := exec.Command(python, script, goldFile, predictedFile).Output()
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := report.WriteText(&got); err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	wantJSON, err := exec.Command(python, script, goldFile, predictedFile, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	gotJSON, err := report.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if string(gotJSON) != strings.TrimSpace(string(wantJSON)) {
		t.Errorf("got\n%s\nwant\n%s", gotJSON, wantJSON)
	}
}

// disturb makes predictions of gold that are right, half right and wrong.
func disturb(gold []Record) []Record {
	var list []Record
	for i, g := range gold {
		g.Doc = "folder/" + g.Doc
		switch i % 7 {
		case 0:
			continue
		case 1:
			g.Stance = -g.Stance
		case 2:
			g.Stance /= 2
		case 3:
			g.Date = "../" + g.Date
		case 4:
			g.Start, g.End = g.End+5, g.End+9
		case 5:
			list = append(list, g)
		}
		list = append(list, g)
	}
	return list
}

func jsonLines(t *testing.T, records []Record) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, r := range records {
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}
