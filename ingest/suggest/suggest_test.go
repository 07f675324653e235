package suggest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

const lake = `
codebook: lake
version: 1
issues:
  - id: water
    label: Water
    propositions:
      - {id: lower, label: The lake is lowered, cues: [{any: [lower the lake]}]}
      - {id: toll, label: Boats pay a toll}
actors:
  - {id: holm, type: person, label: Ida Holmqvist}
  - {id: mill, type: organisation, label: The mill}
`

func mustCodebook(t *testing.T) *schema.Codebook {
	t.Helper()
	cb, err := schema.LoadCodebook("lake.yaml", []byte(lake))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

// statements are "proposition actor: passage".
func statements(lines ...string) []Coded {
	var list []Coded
	for i, l := range lines {
		head, evidence, _ := strings.Cut(l, ": ")
		proposition, actor, _ := strings.Cut(head, " ")
		list = append(list, Coded{Doc: "a.txt", Start: i * 1000, Evidence: evidence, Actor: actor, Proposition: proposition})
	}
	return list
}

var coded = statements(
	"lower holm: They must lower the lake, Ida Holmqvist said.",
	"lower holm: The water level has to sink before the spring, she said.",
	"lower mill: It rejected a lower water level for the third time.",
	"lower mill: New water levels would stop its wheels, Riverside Works wrote.",
	"toll holm: Every boat should pay at the lock, Holmquist said.",
	"toll mill: Boats pay too little at the lock, Riverside Works wrote.",
	"toll mill: The fee at the lock is unfair to boats.",
	"toll holm: The lock is closed, she said.",
	"toll NEW:Jon Lie: Jon Lie said that the lock is for everybody.",
)

func TestCuesFindWhatNoCueFindsYet(t *testing.T) {
	t.Parallel()
	var got []string
	for _, c := range Cues(mustCodebook(t), coded) {
		got = append(got, fmt.Sprintf("%s %q %d/%d %d/%d new %d", c.Proposition, c.Any, c.Counts.Here, c.Counts.Of, c.Counts.Others, c.Counts.Rest, c.New))
	}
	want := []string{`lower "water level" 3/4 0/5 new 3`, `toll "lock" 5/5 0/4 new 5`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAliasesByCountsByLikenessAndNewActors(t *testing.T) {
	t.Parallel()
	var got []string
	for _, a := range Aliases(mustCodebook(t), coded) {
		got = append(got, fmt.Sprintf("%s %q like %q new %v %d/%d", a.Actor, a.Name, a.Like, a.New, a.Counts.Here, a.Counts.Of))
	}
	want := []string{`holm "Holmquist" like "Ida Holmqvist" new false 1/4`, `mill "Riverside Works" like "" new false 2/4`, `NEW:Jon Lie "Jon Lie" like "" new true 1/1`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// What is pasted loads: the proposals have the shape of the codebook.
func TestWrittenProposalsAreYAMLWithTheirReasons(t *testing.T) {
	t.Parallel()
	var first, second bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &second} {
		if err := Write(b, Cues(mustCodebook(t), coded), Aliases(mustCodebook(t), coded)); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Error("not the same twice")
	}
	for _, want := range []string{
		"      - id: lower\n        cues:\n          # in 3 of its 4 passages and 0 of 5 others, score ",
		"finds 3 that no cue finds\n          # The water level has to sink before the spring, she said.\n          - any: [\"water level\"]\n",
		"spelt like \"Ida Holmqvist\"\n",
		`  - {id: "jon-lie", type: person, label: "Jon Lie"}`,
	} {
		if !strings.Contains(first.String(), want) {
			t.Errorf("%q is missing in\n%s", want, first.String())
		}
	}
}

func TestNothingIsProposedFromNothing(t *testing.T) {
	t.Parallel()
	cb := mustCodebook(t)
	if c, a := Cues(cb, nil), Aliases(cb, nil); len(c)+len(a) != 0 {
		t.Errorf("got %v %v", c, a)
	}
	if c := Cues(cb, coded[:1]); len(c) != 0 {
		t.Errorf("one passage is no pattern: %v", c)
	}
	same := statements("lower mill: The boats wait.", "lower mill: The boats sink.", "toll mill: The boats pay.", "toll mill: The boats stay.")
	for _, c := range Cues(cb, same) {
		if strings.Contains(c.Any, "boats") {
			t.Errorf("what all have tells nothing: %v", c)
		}
	}
}

func TestLoadReportsEveryBadLine(t *testing.T) {
	t.Parallel()
	_, err := Load("s.jsonl", strings.NewReader("{\"actor\":\"a\"}\nno\n{\"evidence\":\"x\",\"actor\":\"a\",\"proposition\":\"p\"}\n"))
	if err == nil || !strings.Contains(err.Error(), "s.jsonl:1: ") || !strings.Contains(err.Error(), "s.jsonl:2: ") || schema.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
	list, err := Load("s.jsonl", strings.NewReader(`{"evidence":"x","actor":"a","proposition":"p","status":"rejected"}`))
	if err != nil || len(list) != 0 {
		t.Errorf("rejected statements: %v, %v", list, err)
	}
}

func FuzzCues(f *testing.F) {
	f.Add("They must lower the lake, Ida Holmqvist said.")
	cb, err := schema.LoadCodebook("lake.yaml", []byte(lake))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, evidence string) {
		list := append([]Coded{{Doc: "b", Evidence: evidence, Actor: "holm", Proposition: "lower"}, {Doc: "c", Evidence: evidence + " x", Actor: "holm", Proposition: "lower"}}, coded...)
		if err := Write(&bytes.Buffer{}, Cues(cb, list), Aliases(cb, list)); err != nil {
			t.Error(err)
		}
	})
}
