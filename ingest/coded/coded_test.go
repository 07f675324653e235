package coded

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

func input(text string) Input {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

var columns = Mapping{"actor": "a", "proposition": "p", "stance": "s"}

func mustRead(t *testing.T, text string, opt Options) *Table {
	t.Helper()
	if opt.Columns == nil {
		opt.Columns = columns
	}
	opt.Name = "votes.csv"
	table, err := Read(context.Background(), input(text), opt, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func nothingKnown(string) (string, bool) { return "", false }

func mustRegister(t *testing.T, table *Table, cb *schema.Codebook) *Register {
	t.Helper()
	r, err := table.Register(cb, false, nothingKnown)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func all(t *testing.T, table *Table, r *Register) (list []Statement) {
	t.Helper()
	for rec, err := range table.Statements(context.Background(), r) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, rec)
	}
	return list
}

// IDs are readable, all different, and the same whatever the order of actors.
func TestMadeIDs(t *testing.T) {
	t.Parallel()
	table := mustRead(t, "a,p,s\nTürkiye,R/1/66,1\nTurkiye,R-1-66,1\n中国,???,1\n!!!,3,0\n", Options{})
	r := mustRegister(t, table, nil)
	for name, want := range map[string]string{"Turkiye": "turkiye", "Türkiye": "turkiye-5c8e6b", "中国": "中国", "!!!": "actor"} {
		if got := r.actors[name]; got != want && !(name == "Türkiye" && strings.HasPrefix(got, "turkiye-") && len(got) == len(want)) {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	if got := r.propositions; got["R/1/66"] != "r-1-66" || !strings.HasPrefix(got["R-1-66"], "r-1-66-") || got["???"] != "proposition" || got["3"] != "3" {
		t.Errorf("propositions: got %v", got)
	}
	if a, ok := r.Codebook.Actor("中国"); !ok || a.Label != "中国" || a.Kind != schema.KindState {
		t.Errorf("got %+v", a)
	}
	if r.Codebook.Ref() != "votes/1" || r.CreatedActors != 4 || r.CreatedPropositions != 4 || r.Unassigned != 4 {
		t.Errorf("got %s, %+v", r.Codebook.Ref(), r)
	}
}

// What an import made, the next one finds: also where a title hides what the
// table calls a proposition.
func TestMadeEntriesAreFoundAgain(t *testing.T) {
	t.Parallel()
	opt := Options{Titles: map[string]string{"R/1/66": "Rules of procedure"}, Issues: map[string][]string{"R/1/66": {"Order", "Arms"}, "3": {"Order"}}}
	first := mustRegister(t, mustRead(t, "a,p,s\nPeru,R/1/66,1\nPeru,3,-1\n", opt), nil)
	table := mustRead(t, "a,p,s\nperu,Rules of procedure,1\nPeru,3,-1\n", Options{})
	again, err := table.Register(first.Codebook, true, nothingKnown)
	if err != nil {
		t.Fatal(err)
	}
	if again.Codebook != first.Codebook || again.propositions["Rules of procedure"] != "r-1-66" || again.actors["peru"] != "peru" {
		t.Errorf("got %+v", again)
	}
	third := mustRegister(t, mustRead(t, "a,p,s\nPeru,R/1/66,1\nChile,4,-1\n", Options{}), first.Codebook)
	if third.propositions["R/1/66"] != "r-1-66" || third.CreatedPropositions != 1 || third.Codebook.Ref() != "votes/1.1" {
		t.Errorf("got %+v in %s", third, third.Codebook.Ref())
	}
	if n := len(first.Codebook.Actors); n != 1 {
		t.Errorf("the old version has %d actors now", n)
	}
	for i, want := range []string{"order", "arms", "unassigned"} {
		if got := third.Codebook.Issues[i].ID; got != want {
			t.Errorf("issue %d: got %s, want %s", i, got, want)
		}
	}
	// Nothing has Arms first, and it is on the codebook all the same.
	p, _ := third.Codebook.Proposition("r-1-66")
	if strings.Join(p.Issues, " ") != "order arms" || len(third.Codebook.OnIssue("arms")) != 1 || len(third.Codebook.OnIssue("order")) != 2 {
		t.Errorf("got %v, %d on arms", p.Issues, len(third.Codebook.OnIssue("arms")))
	}
}

// A version that an interrupted import wrote is taken again; another one is
// passed over.
func TestVersions(t *testing.T) {
	t.Parallel()
	table := mustRead(t, "a,p,s\nPeru,3,1\n", Options{})
	first := mustRegister(t, table, nil)
	known := map[string]string{"votes/1": first.Codebook.YAML}
	look := func(ref string) (string, bool) { y, ok := known[ref]; return y, ok }
	if r, err := table.Register(nil, false, look); err != nil || r.Codebook.Ref() != "votes/1" {
		t.Errorf("the same text: %v, %v", r, err)
	}
	known["votes/1"] = "something else"
	if r, err := table.Register(nil, false, look); err != nil || r.Codebook.Ref() != "votes/1.1" {
		t.Errorf("another text: %v, %v", r, err)
	}
	for version, want := range map[string]string{"": "1", "1": "1.1", "1.9": "1.10", "2025-b": "2025-b.1"} {
		if got := nextVersion(version); got != want {
			t.Errorf("after %q: got %q, want %q", version, got, want)
		}
	}
}

// Everything that is wrong is counted, and the first fifty are shown.
func TestProblemsAreCounted(t *testing.T) {
	t.Parallel()
	_, err := Read(context.Background(), input("a,p,s\n"+strings.Repeat("Peru,3,2\n", 120)), Options{Name: "votes.csv", Columns: columns}, nil)
	if schema.KindOf(err) != schema.KindInput || strings.Count(err.Error(), "\n") != 50 || !strings.HasSuffix(err.Error(), "… and 70 more") {
		t.Errorf("got %v", err)
	}
	if want := `votes.csv:2: stance (column s) "2": expected one of -1, -0.5, 0, 0.5, 1`; !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %.200v", err)
	}
}

// Columns of JSON Lines may come late, and values are as they were written.
func TestJSONLines(t *testing.T) {
	t.Parallel()
	table := mustRead(t, `{"a":"Peru","p":3,"s":1}`+"\n"+`{"seat":[1,2],"a":"Peru","p":4,"s":"-0.5","v":["x","y"],"ok":true,"none":null}`+"\n", Options{})
	list := all(t, table, mustRegister(t, table, nil))
	if len(list) != 2 || list[1].Line != 2 || list[1].Proposition != "4" || list[1].Stance != schema.ConditionalOppose {
		t.Fatalf("got %+v", list)
	}
	if got := fmt.Sprint(list[1].Variables); got != "map[ok:true seat:[1,2] v:x;y]" {
		t.Errorf("variables: got %s", got)
	}
	_, err := Read(context.Background(), input("{\"a\":\"Peru\"}\n{broken\n[1]\n"), Options{Name: "votes.jsonl", Columns: columns}, nil)
	if err == nil {
		t.Fatal("a table without its columns was read")
	}
}

// A statement names its row; two rows that are one statement are an error.
func TestCheckIDs(t *testing.T) {
	t.Parallel()
	table := mustRead(t, "a,p,s\nPeru,3,1\nChile,3,1\nPeru,3,1\nPeru,3,-1\n", Options{})
	err := table.CheckIDs(context.Background(), mustRegister(t, table, nil), nil)
	if err == nil || !strings.HasPrefix(err.Error(), "votes.csv:4: row: the same statement stands on line 2") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a,p,s\nPeru,3,1\n")
	f.Add("{\"a\":\"Peru\",\"p\":3,\"s\":1}\n")
	f.Add("\x1f\x8b,\"\n;")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Read(context.Background(), input(text), Options{Name: "x", Columns: columns}, nil)
		if err != nil {
			return
		}
		r, err := table.Register(nil, false, nothingKnown)
		if err != nil {
			t.Fatalf("what was read cannot be registered: %v", err)
		}
		for rec, err := range table.Statements(context.Background(), r) {
			if err != nil {
				t.Fatal(err)
			}
			if ps := rec.Validate(r.Codebook); len(ps) > 0 {
				t.Fatal(ps)
			}
		}
	})
}
