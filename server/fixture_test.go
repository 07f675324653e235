package server

import (
	"slices"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// The fixture is an invented dispute about a harbour. Everything that pages
// must keep apart occurs in it once: mixed, undecided, possible, as signatory,
// left out, an actor that nobody registered, and labels that want to be markup.

const (
	hostile    = `<script>alert("x")</script>`
	override   = "\u202Eesrever\u202C"
	fixtureYML = `
codebook: harbour
version: 2
title: The harbour of Łódź-on-Sea
issues:
  - id: harbour
    label: Harbour
    short: harbour
    definition: Whether the old harbour is rebuilt.
    propositions:
      - {id: rebuild, label: The old harbour is rebuilt, short: rebuild, definition: On its old site.}
      - {id: toll, label: Ships pay a toll, short: toll}
      - {id: bridge, label: A bridge crosses the mouth, short: bridge, issues: [harbour, traffic]}
      - {id: night, label: No ships at night, short: no nights}
      - {id: dredge, label: The mouth is dredged, short: dredge}
      - {id: museum, label: A museum of fishing, short: museum}
  - id: traffic
    label: Traffic <b>& roads</b>
    short: traffic
    propositions:
      - {id: ring, label: 'A ring road "` + hostile + `"', short: ring <i>road</i>}
actors:
  - {id: town, type: state, label: Łódź-on-Sea, aliases: [the town]}
  - {id: guild, type: organisation, label: Fishers’ Guild}
  - {id: dubois, type: person, label: Zoë Dubois-Þórsdóttir, affiliations: [{group: town, role: mayor, from: 2024-01-01, until: 2025-06-30}]}
  - {id: okafor, type: person, label: Ọbịàgèlì Okafor, member_of: [guild]}
  - {id: reverse, type: person, label: "` + override + ` Smith"}
  - {id: silent, type: person, label: Silent Observer}
`
)

const articleText = "The mayor wants the harbour back. “Rebuild it,” she said, but no toll.\n\n" +
	"Okafor <em>agreed</em> & signed; " + override + " came too.\n"

// statements of the fixture are written as passages of the article; the offsets
// are looked up.
type codedPassage struct {
	actor, proposition, date, passage string
	stance                            schema.Stance
	change                            func(*schema.Statement)
}

func fixtureSource() schema.Source {
	return schema.Source{
		ID: schema.HashText(articleText), Doc: "harbour.md", Title: "Harbour <b>news</b>", Outlet: "Dagblaðið", URL: "https://example.org/harbour?a=1&b=2",
		Kind: schema.KindDigest, Lang: "en", Published: schema.MustDate("2025-03-01"), DateRule: "front matter", Status: schema.SourceCoded, Text: articleText,
	}
}

func fixtureStatements(t testing.TB, cb *schema.Codebook) []schema.Statement {
	t.Helper()
	var list []schema.Statement
	for _, c := range []codedPassage{
		{"dubois", "rebuild", "2025-02-10", "The mayor wants the harbour back.", schema.ConditionalSupport, nil},
		{"dubois", "rebuild", "2025-03-01", "“Rebuild it,” she said", schema.Support, func(s *schema.Statement) { s.Via = []string{"Radio Ω", "a fisher"}; s.Mode = schema.ModeQuote }},
		{"dubois", "toll", "2025-03-01", "she said, but no toll.", schema.Oppose, func(s *schema.Statement) { s.Trace = []string{"cue \"toll\"", hostile} }},
		{"dubois", "bridge", "2025-03-01", "The mayor wants the harbour back.", schema.Undecided, nil},
		{"okafor", "rebuild", "2025-03-01", "Okafor <em>agreed</em>", schema.Support, nil},
		{"okafor", "rebuild", "2025-03-01", "signed", schema.Oppose, nil},
		{"okafor", "toll", "2025-03", "Okafor <em>agreed</em> & signed", schema.ConditionalOppose, nil},
		{"okafor", "night", "2025-02-10", "signed", schema.Support, func(s *schema.Statement) { s.Status = schema.StatusProposed; s.Coder = "rules/1" }},
		{"town", "dredge", "2025-01-05", "The mayor", schema.Support, func(s *schema.Statement) { s.Signatories = []string{"dubois", "okafor"} }},
		{"town", "museum", "2025-01-05", "The mayor", schema.ConditionalSupport, nil},
		{"NEW:A/b c.json", "ring", "2025-02-10", "came too", schema.Support, func(s *schema.Statement) { s.Start, s.End, s.Evidence = 0, 0, "Council minutes 7" }},
		{"reverse", "ring", "2025-02-10", override + " came too", schema.Oppose, nil},
	} {
		list = append(list, c.statement(t, cb))
	}
	return list
}

func (c codedPassage) statement(t testing.TB, cb *schema.Codebook) schema.Statement {
	t.Helper()
	at := strings.Index(articleText, c.passage)
	if at < 0 {
		t.Fatalf("passage %q is not in the article", c.passage)
	}
	p, ok := cb.Proposition(c.proposition)
	if !ok {
		t.Fatalf("no proposition %q", c.proposition)
	}
	start := len([]rune(articleText[:at]))
	s := schema.Statement{
		Doc: "harbour.md", Source: schema.HashText(articleText), Start: start, End: start + len([]rune(c.passage)), Evidence: c.passage,
		Actor: c.actor, Issue: p.Issues[0], Proposition: c.proposition, Stance: c.stance, Act: schema.ActSupport,
		Date: schema.MustDate(c.date), DateBasis: schema.DateStated, Mode: schema.ModeIndirect, Coder: "ada", Confidence: 0.9,
		Status: schema.StatusAccepted, Codebook: cb.Ref(),
	}
	if c.change != nil {
		c.change(&s)
	}
	s.ID = s.DeriveID()
	return s
}

func fixture(t testing.TB) *ledger.Snapshot {
	t.Helper()
	cb, err := schema.LoadCodebook("fixture.yaml", []byte(fixtureYML))
	if err != nil {
		t.Fatal(err)
	}
	return ledger.Build(cb, []schema.Source{fixtureSource()}, fixtureStatements(t, cb))
}

// with is a snapshot with more statements.
func with(s *ledger.Snapshot, more ...schema.Statement) *ledger.Snapshot {
	var sources []schema.Source
	for _, src := range s.SourceList() {
		sources = append(sources, *src)
	}
	return ledger.Build(s.Codebook, sources, append(slices.Clone(s.Statements), more...))
}
