package evaluate

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// at is the passage of the first place of words in a text.
func at(text, words string) Spans {
	before, _, found := strings.Cut(text, words)
	if !found {
		panic(words)
	}
	i := utf8.RuneCountInString(before)
	return Spans{{i, i + utf8.RuneCountInString(words)}}
}

const invented = "Åse Lee said “the quota must stay,” and Bob warned that prices will rise. Fishers expect rain."

func inventedGold() Attributed {
	return Attributed{ID: "a", Text: invented, Attributions: []Attribution{
		{at(invented, "Åse Lee"), at(invented, "said"), at(invented, "“the quota must stay,”")},
		{at(invented, "Bob"), at(invented, "warned"), at(invented, "that prices will rise")},
		{nil, at(invented, "expect"), at(invented, "rain")},
	}}
}

// text is the report as it is printed.
func text(t *testing.T, gold, predicted []Attributed) string {
	t.Helper()
	report, err := Attributions(gold, predicted)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAttributionFigures(t *testing.T) {
	t.Parallel()
	gold := inventedGold()
	p := Attributed{ID: "a", Attributions: []Attribution{
		{at(invented, "Lee"), at(invented, "said"), at(invented, "the quota must stay")}, // marks do not count; part of a name is enough
		{at(invented, "Lee"), nil, at(invented, "prices will")},                          // half of the words, wrong source
		{nil, nil, at(invented, "and Bob")},                                              // spurious
	}}
	want := `articles 1 (no prediction for 0)  IoU >= 0.50
ALL: gold 3, predicted 3
   content        P 0.667  R 0.667  F1 0.667
   content_exact  P 0.333  R 0.333  F1 0.333
   token          P 0.750  R 0.667  F1 0.706
   joint          P 0.333  R 0.333  F1 0.333
   ggt30          P 0.667  R 0.667  F1 0.667
   ggt80          P 0.333  R 0.333  F1 0.333
   source_acc 0.500  source_acc_any 0.500  source_acc_strict 0.000  source_predicted 1.000  no_source_acc n/a  cue_acc 0.500
DIRECT: gold 1, predicted 0
   content        P 0.000  R 1.000  F1 0.000
   content_exact  P 0.000  R 1.000  F1 0.000
   token          P 0.000  R 1.000  F1 0.000
   joint          P 0.000  R 1.000  F1 0.000
   ggt30          P 0.000  R 1.000  F1 0.000
   ggt80          P 0.000  R 1.000  F1 0.000
`
	if got := text(t, []Attributed{gold}, []Attributed{p}); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	report, err := Attributions([]Attributed{gold}, []Attributed{p})
	if err != nil || len(report.Missed) != 1 || len(report.Spurious) != 1 || len(report.OtherSource) != 1 || report.Spurious[0].Content != "and Bob" || report.OtherSource[0].Other != "Lee" {
		t.Errorf("misses %+v, %v", report, err)
	}
}

func TestPerfectAndMissingPredictions(t *testing.T) {
	t.Parallel()
	gold := inventedGold()
	if got := text(t, []Attributed{gold}, []Attributed{gold}); strings.Count(got, "P 1.000  R 1.000  F1 1.000") != 18 {
		t.Errorf("got\n%s", got)
	}
	report, err := Attributions([]Attributed{gold}, []Attributed{{ID: "b"}})
	if err != nil || report.Missing != 1 || report.Others != 1 || report.All.Figures()[0].F1 != 0 {
		t.Errorf("got %+v, %v", report, err)
	}
}

func TestPassagesOutsideTheTextAreAnError(t *testing.T) {
	t.Parallel()
	_, err := Attributions([]Attributed{inventedGold()}, []Attributed{{ID: "a", Attributions: []Attribution{{Content: Spans{{0, 9999}}}}}})
	if err == nil || !strings.Contains(err.Error(), "[0 9999]") {
		t.Errorf("got %v", err)
	}
}

func TestBadLinesAreReportedTogether(t *testing.T) {
	t.Parallel()
	_, err := LoadGold("g.jsonl", strings.NewReader(`{"id": "a", "attributions": []}
{"id": "b", "text": "x", "attributions": []}
{"id": "b", "text": "x", "attributions": []}
{"text": "x", "attributions": []}
[
`))
	for _, want := range []string{"g.jsonl:1: text", "g.jsonl:3: id", "g.jsonl:4: id", "g.jsonl:5"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: expected %q in it", err, want)
		}
	}
}

// The Python script is the reference; both must print the same, on the
// development file and on a case of our own.
func TestSameAttributionFiguresAsTheReferenceScript(t *testing.T) {
	t.Parallel()
	shared := filepath.Join("..", "..", "..", "shared")
	script := filepath.Join(shared, "tools", "score_attribution.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the reference script cannot run")
	}
	if _, err := os.Stat(script); err != nil {
		t.Skip("../shared is not there: no reference script to compare with")
	}
	own := filepath.Join(t.TempDir(), "own.jsonl")
	writeLines(t, own, []Attributed{inventedGold()})
	for _, file := range []string{filepath.Join(shared, "attribution", "polnear_dev.jsonl"), own} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := LoadGold(file, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		predicted := shift(gold)
		predictedFile := filepath.Join(t.TempDir(), "p.jsonl")
		writeLines(t, predictedFile, predicted)
		want, err := exec.Command(python, script, file, predictedFile).Output()
		if err != nil {
			t.Fatal(err)
		}
		if got := text(t, gold, predicted); got != string(want) {
			t.Errorf("%s: got\n%swant\n%s", filepath.Base(file), got, want)
		}
		sameJSON(t, gold, predicted, exec.Command(python, script, file, predictedFile, "--json"))
	}
}

func sameJSON(t *testing.T, gold, predicted []Attributed, script *exec.Cmd) {
	t.Helper()
	report, err := Attributions(gold, predicted)
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(&report)
	if err != nil {
		t.Fatal(err)
	}
	reference, err := script.Output()
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(reference, &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", data, reference)
	}
}

// shift makes predictions of gold that are right, half right and wrong.
func shift(gold []Attributed) []Attributed {
	var list []Attributed
	for n, g := range gold {
		if n%11 == 10 {
			continue
		}
		p := Attributed{ID: g.ID, Attributions: []Attribution{}}
		limit := utf8.RuneCountInString(g.Text)
		for i, a := range g.Attributions {
			switch i % 6 {
			case 0:
				a.Source = nil
			case 1:
				a.Content = Spans{{a.Content[0][0], min(limit, a.Content[0][1]+40)}}
			case 2:
				a.Source, a.Cue = a.Cue, a.Source
			case 3:
				a.Content = Spans{{(a.Content[0][0] + a.Content[0][1]) / 2, a.Content[0][1]}}
			case 4:
				p.Attributions = append(p.Attributions, a)
			}
			p.Attributions = append(p.Attributions, a)
		}
		list = append(list, p)
	}
	return list
}

func writeLines(t *testing.T, file string, list []Attributed) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, a := range list {
		for i := range a.Attributions {
			x := &a.Attributions[i]
			x.Source, x.Cue = append(Spans{}, x.Source...), append(Spans{}, x.Cue...)
		}
		if err := e.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
