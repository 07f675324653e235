package ledgertest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Coders of small corpora: two people, and a program in two versions of which
// the second has superseded the first on some sources.
var Coders = []string{"anna", "Ben Bell", "rules/1", "rules/2"}

// Outlets of small corpora. Some sources have none.
var Outlets = []string{"Wire", "Gazette"}

// Dates may mean one day or many, around the days on which people change sides.
var dates = []string{"", "2025-05-09", "2025-05-10", "2025-05-14", "2025-05-15", "2025-05-15~", "2025-05-16", "2025-05-20", "2025-05",
	"2025", "2024", "../2025-05-10", "2025-05-10/2025-05-16", "2025-04-30/2025-05-14", "2025-05-16/2025-06-02"}

const words = 12 // of a source's text; few, so that passages overlap

// Generate returns a corpus of at most size statements: passages that overlap,
// statements that repeat one another in several sources, inexact and unknown
// dates, signatories, revisions, several coders and versions, coded sources,
// citations of sources nobody has, actors the codebook lacks, proposals that are
// left to a person.
func Generate(r *rand.Rand, size int) Corpus {
	c := Corpus{Codebook: Codebook()}
	for i := range 2 + r.IntN(4) {
		c.Sources = append(c.Sources, source(r, i))
	}
	seen := map[string]bool{}
	for range size {
		st := statement(r, c)
		if seen[st.ID] {
			continue // the same record again adds nothing to a store either
		}
		seen[st.ID] = true
		c.Statements = append(c.Statements, st)
	}
	return c
}

func source(r *rand.Rand, n int) schema.Source {
	var text []string
	for i := range words {
		text = append(text, fmt.Sprintf("wörd%d.%d", n, i))
	}
	src := schema.Source{Doc: fmt.Sprintf("%d.txt", n), Title: fmt.Sprintf("Source %d", n), Kind: "article", Lang: "en", Text: strings.Join(text, " "),
		Outlet: pick(r, "", Outlets[0], Outlets[1]), Published: schema.MustDate(pick(r, "", "2025-05-12", "2025-05-20", "2025-05")),
		Status: pick(r, schema.SourceStatuses...)}
	src.ID = schema.HashText(src.Text)
	if r.IntN(2) == 0 {
		src.Extracted = []string{"rules/2 generated/1"}
	}
	return src
}

func statement(r *rand.Rand, c Corpus) schema.Statement {
	p, _ := c.Codebook.Proposition(pick(r, Propositions...))
	st := schema.Statement{Actor: pick(r, Actors...), OnBehalfOf: pick(r, "", "", "", "east", "west", "ministry", "union"),
		Proposition: p.ID, Issue: pick(r, p.Issues...), Stance: pick(r, schema.Stances[:]...), Act: pick(r, schema.Acts...),
		Date: schema.MustDate(pick(r, dates...)), DateBasis: schema.DateStated, Mode: pick(r, schema.Modes...), Via: pick(r, nil, []string{"Wire"}, []string{"Wire", "TASS"}),
		Coder: pick(r, Coders...), Confidence: float64(r.IntN(9)) / 8, Status: pick(r, schema.StatusProposed, schema.StatusAccepted, schema.StatusAccepted, schema.StatusRejected),
		Codebook: c.Codebook.Ref()}
	switch {
	case st.Status == schema.StatusRejected:
		st.Reason = "misread"
	case st.Status == schema.StatusProposed && st.Confidence == 0:
		st.Reason = "two readings, for a person to decide"
	}
	evidence(r, c, &st)
	for range r.IntN(8) - 5 {
		st.Signatories = append(st.Signatories, pick(r, Actors...))
	}
	if len(c.Statements) > 0 && r.IntN(6) == 0 {
		st.Revises = pick(r, c.Statements...).ID
	}
	st.ID = st.DeriveID()
	return st
}

// evidence gives a statement a passage of a source or, now and then, the
// citation of a document that is no source of the corpus.
func evidence(r *rand.Rand, c Corpus, st *schema.Statement) {
	if r.IntN(8) == 0 {
		st.Doc, st.Evidence = pick(r, "A/RES/1", "A/RES/2"), pick(r, "paragraph 1", "paragraph 2")
		st.Source = schema.HashText(st.Doc)
		return
	}
	src := pick(r, c.Sources...)
	st.Source, st.Doc = src.ID, src.Doc
	text := strings.Fields(src.Text)
	from := r.IntN(len(text) - 3)
	to := from + 1 + r.IntN(3)
	st.Start = len([]rune(strings.Join(text[:from], " ")))
	if from > 0 {
		st.Start++ // the space
	}
	st.Evidence = strings.Join(text[from:to], " ")
	st.End = st.Start + len([]rune(st.Evidence))
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }
