package server

import (
	"fmt"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// BenchmarkCell asks for the evidence of cells with very many statements: those
// of an actor on one proposition, on an issue of fifty propositions, and of a
// group that a hundred people speak for.
func BenchmarkCell(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		s := manyWords(b, n)
		h := New(Config{Snapshot: func() *ledger.Snapshot { return s }, Version: "bench"})
		for _, cell := range []struct{ name, query string }{
			{"proposition", "actor=town&proposition=p0"}, {"issue", "actor=harbour&issue=i"}, {"group", "actor=guild&group=1&issue=i"},
		} {
			for _, page := range []struct{ name, path string }{
				{"first", "/cell?%s&as-of=%%s"}, {"last", "/cell?%s&page=1000000&as-of=%%s"},
				{"first.json", "/cell.json?%s&page=1&as-of=%%s"}, {"last.json", "/cell.json?%s&page=1000000&as-of=%%s"},
			} {
				b.Run(fmt.Sprintf("%d/%s/%s", n, cell.name, page.name), func(b *testing.B) { benchPage(b, h, s.LastDay(), fmt.Sprintf(page.path, cell.query)) })
			}
		}
	}
}

// manyWords has three cells of n statements, over ten years and of all stances:
// nearly half of what counts contradicts the position.
func manyWords(b testing.TB, n int) *ledger.Snapshot {
	b.Helper()
	yaml := "codebook: many\nversion: 1\nissues:\n  - id: i\n    label: Issue\n    propositions:\n"
	for p := range 50 {
		yaml += fmt.Sprintf("      - {id: p%d, label: Proposition %d}\n", p, p)
	}
	yaml += "actors:\n  - {id: town, type: state, label: Town}\n  - {id: harbour, type: state, label: Harbour}\n  - {id: guild, type: organisation, label: Guild}\n"
	for a := range 100 {
		yaml += fmt.Sprintf("  - {id: a%d, type: person, label: Actor %d, member_of: [guild]}\n", a, a)
	}
	cb, err := schema.LoadCodebook("many.yaml", []byte(yaml))
	if err != nil {
		b.Fatal(err)
	}
	var list []schema.Statement
	say := func(i int, actor, proposition string) {
		text := fmt.Sprintf("Report %d", i/20)
		st := schema.Statement{Doc: text, Source: schema.HashText(text), Evidence: fmt.Sprintf("What was said in the %dth place, at some length, and in plain words.", i), Actor: actor, Issue: "i",
			Proposition: proposition, Stance: schema.Stances[i*7%len(schema.Stances)], Act: schema.ActSupport, Date: schema.DateOfDay(schema.Day(16000 + i*37%3650)), DateBasis: schema.DateStated,
			Mode: schema.ModeQuote, Coder: "clerk", Confidence: 1, Status: schema.StatusAccepted, Codebook: cb.Ref()}
		st.ID = st.DeriveID()
		list = append(list, st)
	}
	for i := range n {
		say(i, "town", "p0")
		say(i, "harbour", fmt.Sprintf("p%d", i%50))
		say(i, fmt.Sprintf("a%d", i%100), fmt.Sprintf("p%d", i%49))
	}
	return ledger.Build(cb, nil, list)
}
