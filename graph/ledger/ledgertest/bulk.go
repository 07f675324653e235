package ledgertest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Size says how large a bulk corpus is.
type Size struct{ Statements, Actors, Propositions int }

// Million is the corpus that the benchmarks of this project are quoted for.
var Million = Size{Statements: 1_000_000, Actors: 2_000, Propositions: 200}

const (
	issues    = 10                       // of a bulk codebook
	firstDay  = schema.Day(16436)        // 2015-01-01
	days      = 3650                     // ten years of statements
	perSource = 20                       // statements on the evidence of one source
	passage   = "made for a measurement" // one text for all: texts are not what is measured
)

// Bulk returns a large corpus: one actor in three is a state, the others are
// people who belong to one; statements are spread evenly over actors,
// propositions and ten years; one in five has an inexact date or, one in fifty,
// none; one in thirty has signers. IDs are running numbers: deriving them would
// take longer than the rest.
func Bulk(seed uint64, size Size) Corpus {
	r := rand.New(rand.NewPCG(seed, 0))
	c := Corpus{Codebook: load("bulk.yaml", bulkCodebook(size))}
	c.Sources = bulkSources(r, 1+size.Statements/perSource)
	dates := bulkDates()
	c.Statements = make([]schema.Statement, size.Statements)
	for i := range c.Statements {
		c.Statements[i] = bulkStatement(r, c, i, dates)
	}
	return c
}

func bulkCodebook(size Size) string {
	var b strings.Builder
	b.WriteString("codebook: bulk\nversion: 1\nissues:\n")
	for i := range issues {
		fmt.Fprintf(&b, "  - id: issue-%d\n    label: Issue %d\n    propositions:\n", i, i)
		for p := i; p < size.Propositions; p += issues {
			fmt.Fprintf(&b, "      - {id: p-%03d, label: Proposition %d}\n", p, p)
		}
	}
	b.WriteString("actors:\n")
	for a := range size.Actors {
		if a%3 == 0 {
			fmt.Fprintf(&b, "  - {id: a-%04d, label: State %d, type: state}\n", a, a)
		} else {
			fmt.Fprintf(&b, "  - {id: a-%04d, label: Person %d, type: person, member_of: [a-%04d]}\n", a, a, a-a%3)
		}
	}
	return b.String()
}

func bulkSources(r *rand.Rand, n int) []schema.Source {
	list := make([]schema.Source, n)
	for i := range list {
		list[i] = schema.Source{ID: fmt.Sprintf("%064x", i), Doc: fmt.Sprintf("%06d.txt", i), Outlet: fmt.Sprintf("Outlet %d", i%50),
			Published: schema.DateOfDay(firstDay + schema.Day(r.IntN(days))), Status: schema.SourceProposed}
	}
	return list
}

// bulkDates are the dates that statements draw from: parsed once, because a
// million would take longer than the rest.
func bulkDates() []schema.Date {
	list := make([]schema.Date, 0, 2*days)
	for d := firstDay; d < firstDay+days; d++ {
		day := d.String()
		texts := []string{day, day, day, day, day[:7]}
		switch d % 20 {
		case 0:
			texts[4] = day[:4]
		case 1:
			texts[4] = "../" + day
		case 2, 3, 4, 5:
			texts[4] = day + "/" + (d + 9).String()
		case 6, 7:
			texts[4] = ""
		}
		for _, text := range texts {
			list = append(list, schema.MustDate(text))
		}
	}
	return list
}

func bulkStatement(r *rand.Rand, c Corpus, i int, dates []schema.Date) schema.Statement {
	issue := &c.Codebook.Issues[r.IntN(issues)]
	src := &c.Sources[i/perSource]
	start := i % perSource * len(passage)
	st := schema.Statement{ID: fmt.Sprintf("%08x", i), Actor: anyActor(r, c), Issue: issue.ID, Proposition: issue.Propositions[r.IntN(len(issue.Propositions))].ID,
		Stance: schema.Stances[r.IntN(len(schema.Stances))], Date: dates[r.IntN(len(dates))], DateBasis: schema.DateStated, Mode: schema.Modes[r.IntN(len(schema.Modes))],
		Act: schema.ActReport, Doc: src.Doc, Source: src.ID, Start: start, End: start + len(passage), Evidence: passage, Coder: "rules/1",
		Confidence: float64(r.IntN(101)) / 100, Status: schema.StatusProposed, Codebook: "bulk/1"}
	if r.IntN(3) == 0 {
		st.Status, st.Coder = schema.StatusAccepted, "anna"
	}
	if r.IntN(30) == 0 {
		st.Signatories = []string{anyActor(r, c), anyActor(r, c)}
	}
	return st
}

func anyActor(r *rand.Rand, c Corpus) string {
	return c.Codebook.Actors[r.IntN(len(c.Codebook.Actors))].ID
}
