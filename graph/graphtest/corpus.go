package graphtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/schema"
)

// codebook is small and has what is hard: diacritics, two people of one name,
// somebody who changes sides, a proposition of two issues.
const codebook = `
codebook: lake-dispute
version: %s
title: The lake
issues:
  - id: water
    label: Water of the lake
    propositions:
      - {id: shared-lake, label: Both countries share the lake, short: share}
      - {id: new-dam, label: A dam is built at the outlet, short: dam}
      - {id: joint-patrol, label: Patrols are joint, issues: [water, border]}
  - id: border
    label: The border
    propositions:
      - {id: old-border, label: The old border stands}
actors:
  - {id: norden, label: Norden, type: state}
  - {id: sueden, label: Süden, type: state, aliases: [the South]}
  - id: ånestad
    label: Åse Ånestad
    type: person
    affiliations:
      - {group: norden, role: minister, from: 2025-03-01, until: 2025-08-31}
      - {group: sueden, from: 2025-09-01}
  - {id: müller-n, label: Jan Müller, type: person, member_of: [norden]}
  - {id: müller-s, label: Jan Müller, type: person, member_of: [sueden]}
`

// Codebook returns a version of the codebook that the corpus is coded by.
func Codebook(t testing.TB, version string) *schema.Codebook {
	t.Helper()
	cb, err := schema.LoadCodebook("lake-dispute.yaml", fmt.Appendf(nil, codebook, version))
	if err != nil {
		t.Fatal(err)
	}
	return cb
}

var (
	actors       = []string{"norden", "sueden", "ånestad", "müller-n", "müller-s", "NEW:Fishers' Union"}
	propositions = []struct{ id, issue string }{{"shared-lake", "water"}, {"new-dam", "water"}, {"joint-patrol", "water"}, {"old-border", "border"}}
	dates        = []string{"2025-05-%02d", "2025-05-%02d~", "../2025-05-%02d", "2025-04-01/2025-05-%02d"}
)

// Article returns the n-th source of a corpus with as many statements as asked
// for, proposed by version 1 of a program. The same n gives the same article.
func Article(n, statements int) (schema.Source, []schema.Statement) {
	var text strings.Builder
	var list []schema.Statement
	offset := 0
	for i := range statements {
		k := 7*n + i
		passage := fmt.Sprintf("„Satz %d“ of article %d.", i, n)
		p := propositions[k%len(propositions)]
		st := schema.Statement{Doc: doc(n), Start: offset, End: offset + len([]rune(passage)), Evidence: passage,
			Actor: actors[k%len(actors)], Issue: p.issue, Proposition: p.id, Stance: schema.Stances[k%len(schema.Stances)],
			Act: schema.Acts[k%len(schema.Acts)], Date: schema.MustDate(fmt.Sprintf(dates[k%len(dates)], 1+k%28)), DateBasis: schema.DateStated,
			Mode: schema.Modes[k%len(schema.Modes)], Coder: "rules/1", Confidence: float64(k%5) / 4, Status: schema.StatusProposed,
			Codebook: "lake-dispute/1", Via: []string{"TASS", "Lake Wire"}[:k%3], Trace: []string{fmt.Sprintf("cue %d", i)}}
		if k%4 == 0 {
			st.Signatories = []string{"sueden", "norden"}
		}
		text.WriteString(passage + "\n")
		offset = st.End + 1
		list = append(list, st)
	}
	text.WriteString("End of article " + fmt.Sprint(n))
	src := schema.Source{Doc: doc(n), Title: fmt.Sprintf("Article %d", n), Outlet: []string{"Lake Wire", "Dam Blog"}[n%2], Kind: "article", Lang: "en",
		Published: schema.MustDate(fmt.Sprintf("2025-06-%02d", 1+n%28)), Status: schema.SourceProposed, Extracted: []string{"rules/1 lake-dispute/1"}, Text: text.String()}
	src.ID = schema.HashText(src.Text)
	for i := range list {
		list[i].Source = src.ID
		list[i].ID = list[i].DeriveID()
	}
	return src, list
}

func doc(n int) string { return fmt.Sprintf("%05d.txt", n) }
