package questions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// utterances spreads from report to report until nothing new is reached.
func (o oracle) utterances(list []heard) [][]heard {
	var groups [][]heard
	done := map[string]bool{}
	for _, h := range list {
		if done[h.ID] {
			continue
		}
		group := []heard{h}
		done[h.ID] = true
		for i := 0; i < len(group); i++ {
			for _, other := range list {
				if !done[other.ID] && o.sameUtterance(group[i], other) {
					group, done[other.ID] = append(group, other), true
				}
			}
		}
		slices.SortFunc(group, func(a, b heard) int {
			x, y := o.publishedBy(a), o.publishedBy(b)
			if x != y {
				return int(int64(x) - int64(y))
			}
			return strings.Compare(a.ID, b.ID)
		})
		groups = append(groups, group)
	}
	return groups
}

func (o oracle) publishedBy(h heard) schema.Day {
	src, _ := o.source(h.Source)
	return src.Published.Latest()
}

func (o oracle) sameUtterance(a, b heard) bool {
	if a.Actor != b.Actor || a.Proposition != b.Proposition || a.Stance != b.Stance || a.Date.IsZero() || b.Date.IsZero() ||
		a.Date.Earliest() != b.Date.Earliest() || a.Date.Latest() != b.Date.Latest() {
		return false
	}
	for _, relay := range a.Via {
		for _, other := range append([]string{o.outletOf(b)}, b.Via...) {
			if strings.EqualFold(relay, other) && !strings.Contains(strings.ToLower(relay), "unnamed") {
				return true
			}
		}
	}
	return slices.ContainsFunc(b.Via, func(relay string) bool { return strings.EqualFold(relay, o.outletOf(a)) }) ||
		containment(a.Evidence, b.Evidence) >= 0.5
}

func (o oracle) outletOf(h heard) string {
	src, _ := o.source(h.Source)
	return src.Outlet
}

func containment(a, b string) float64 {
	x, y := runsOfWords(a), runsOfWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0.0
	for _, run := range x {
		if slices.Contains(y, run) {
			common++
		}
	}
	if len(x) == 0 {
		return 0
	}
	return common / float64(len(x))
}

func runsOfWords(text string) []string {
	words := strings.Fields(strings.NewReplacer(".", " ", ",", " ").Replace(strings.ToLower(text)))
	if len(words) > 0 && len(words) < 3 {
		return []string{strings.Join(words, " ")}
	}
	var runs []string
	for i := 0; i+3 <= len(words); i++ {
		if run := strings.Join(words[i:i+3], " "); !slices.Contains(runs, run) {
			runs = append(runs, run)
		}
	}
	return runs
}

func independent(t *testing.T, s *ledger.Snapshot, f questions.Filter, ref questions.CellRef) questions.Independence {
	t.Helper()
	list := must(questions.Explain(s, f, ref))(t)
	if len(list) != 1 {
		t.Fatalf("%d explanations of one proposition", len(list))
	}
	return list[0].Independent
}

func TestIndependentReportsEqualTheOracle(t *testing.T) {
	t.Parallel()
	relayed := 0
	eachChangingCorpus(t, func(t *testing.T, r *rand.Rand, s *ledger.Snapshot, o oracle) {
		asked := o.f
		o.f.Independent = false // it counts twice anyhow
		if asked.MinStatements > 0 {
			asked.Independent = false // whether there are enough is asked of reports
		}
		for _, c := range o.cells(oneOf(r, questions.RowsActors, questions.RowsGroups)) {
			got := independent(t, s, asked, questions.CellRef{Actor: c.who, Group: c.group, Proposition: c.proposition})
			want := map[string]bool{}
			groups := o.utterances(c.counted)
			for _, g := range groups {
				if len(g) > 1 {
					relayed++
					want[g[0].ID+": "+strings.Join(idsOf(g), " ")] = true
				}
			}
			found := map[string]bool{}
			for _, u := range got.Relayed {
				found[u.Reports[0].Statement.ID+": "+strings.Join(passageIDs(u.Reports), " ")] = true
			}
			compare(t, c.who+" on "+c.proposition, want, found)
			compare(t, "counts", []int{len(c.counted), len(groups)}, []int{got.Reports, got.Utterances})
		}
	})
	if allCorpora(t) && relayed == 0 {
		t.Error("no corpus has an utterance with two reports")
	}
}

// Reports of unnamed sources are not one utterance for that alone.
func TestWhatMakesReportsIndependent(t *testing.T) {
	t.Parallel()
	report := func(id, source, evidence string, via ...string) schema.Statement {
		return schema.Statement{ID: id, Actor: "east", Proposition: "talks", Issue: "peace", Stance: schema.Support, Date: schema.MustDate("2025-05-01"),
			Source: source, Evidence: evidence, Via: via, Coder: "anna", Status: schema.StatusAccepted}
	}
	for name, c := range map[string]struct {
		a, b schema.Statement
		want int
	}{
		"one agency":               {report("a", "s1", "The east wants to talk.", "TASS"), report("b", "s2", "Talks are what they ask for.", "The Wire", "tass"), 1},
		"an agency and its outlet": {report("a", "s1", "The east wants to talk.", "gazette"), report("b", "s2", "Talks are what they ask for."), 1},
		"unnamed sources":          {report("a", "s1", "The east wants to talk.", "unnamed sources"), report("b", "s2", "Talks are what they ask for.", "unnamed sources"), 2},
		"an anonymous actor":       {report("a", "s1", "The east wants to talk.", "Unnamed officials"), report("b", "s2", "Talks are what they ask for.", "officials"), 2},
		"nearly the same words":    {report("a", "s1", "The east wants to talk at once, it said."), report("b", "s2", "“The East wants to talk at once”, a report says."), 1},
		"other words":              {report("a", "s1", "The east wants to talk at once, it said."), report("b", "s2", "A report says that the capital is for negotiations."), 2},
		"one word":                 {report("a", "s1", "Yes!"), report("b", "s2", "yes"), 1},
	} {
		s := ledger.Build(ledgertest.Codebook(), []schema.Source{{ID: "s1"}, {ID: "s2", Outlet: "Gazette"}}, []schema.Statement{c.a, c.b})
		got := independent(t, s, questions.Filter{}, questions.CellRef{Actor: "east", Proposition: "talks"})
		if got.Reports != 2 || got.Utterances != c.want {
			t.Errorf("%s: got %+v; want %d utterances", name, got, c.want)
		}
	}
}

// BenchmarkUtterances is a thousand reports of one day of what one actor said on
// one proposition: a third of them repeat an agency word for word, a third a
// little shortened, a third tell it in their own words.
func BenchmarkUtterances(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	own := func(words int) string {
		text := make([]string, words)
		for i := range text {
			text[i] = fmt.Sprint("word", r.IntN(5000))
		}
		return strings.Join(text, " ")
	}
	agency := own(60)
	list := make([]schema.Statement, 1000)
	for i := range list {
		list[i] = gridStatement(fmt.Sprint(i), "norden", "2025-05-16", 1)
		list[i].Evidence = [...]string{agency, agency[:200+i%100] + " " + own(3), own(60)}[i%3]
	}
	s := ledger.Build(lakeDispute(b), nil, list)
	ref := questions.CellRef{Actor: "norden", Proposition: "new-dam"}
	for b.Loop() {
		if in := must(questions.Explain(s, questions.Filter{}, ref))(b)[0].Independent; in.Reports != 1000 || in.Utterances != 334 {
			b.Fatal(in.Reports, in.Utterances)
		}
	}
}

// Agencies are the same whatever the case of their names, as Unicode has it.
func TestRelaysAreComparedWithoutCase(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		one, other string
		utterances int
	}{{"ΑΠΕ", "απε", 1}, {"Kelvin News", "\u212Aelvin news", 1}, {"AFP", "AP", 2}, {"Unnamed sources", "unnamed sources", 2}} {
		list := []schema.Statement{gridStatement("a", "norden", "2025-05-16", 1), gridStatement("b", "norden", "2025-05-16", 1)}
		list[0].Via, list[1].Via = []string{c.one}, []string{c.other}
		list[0].Evidence, list[1].Evidence = "we build the dam", "there will be water"
		in := independent(t, ledger.Build(lakeDispute(t), nil, list), questions.Filter{}, questions.CellRef{Actor: "norden", Proposition: "new-dam"})
		if in.Utterances != c.utterances {
			t.Errorf("%s and %s: %d utterances, want %d", c.one, c.other, in.Utterances, c.utterances)
		}
	}
}
