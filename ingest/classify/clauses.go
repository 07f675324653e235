package classify

import (
	"sort"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Clauses cuts sentence s where a contrast, a semicolon or a second subject with
// its own verb begins another clause, outside quotations.
func Clauses(t *segment.Text, a *attribute.Analysis, s int) []segment.Range {
	sentence := t.Sentences[s].Tokens
	second := secondSubjects(t, a, s)
	var list []segment.Range
	from := t.AfterDateline(s)
	for i := sentence.From + 1; i < sentence.To; i++ {
		tok := t.Tokens[i]
		contrasts := tok.Fold == "," && i+1 < sentence.To && contrast.Has(t.Tokens[i+1]) && t.QuoteOf(i) < 0 && !(i+2 < sentence.To && t.Tokens[i+2].Fold == ",")
		if tok.Fold == ";" || contrasts || second[i] {
			list = append(list, segment.Range{From: from, To: i})
			from = i + 1
		}
	}
	return append(list, segment.Range{From: from, To: sentence.To})
}

var contrast = lexis.NewWords("while whereas although though but yet however")

// secondSubjects are the conjunctions before a subject that has a verb of its
// own, after another that has one: "Ann rang Bob and the two agreed".
func secondSubjects(t *segment.Text, a *attribute.Analysis, s int) map[int]bool {
	first := sort.Search(len(a.Frames), func(i int) bool { return a.Frames[i].Sentence >= s })
	var at map[int]bool
	for i := first + 1; i < len(a.Frames) && a.Frames[i].Sentence == s; i++ {
		g, before := &a.Frames[i], &a.Frames[i-1]
		if g.Kind != attribute.Says || g.Irreal || g.Passive || len(g.Holders) == 0 {
			continue
		}
		start := g.Holders[0].From
		apart := before.Cue.To < start && g.Cue.From > start && g.Cue.From-start <= maxSubject
		if apart && t.Tokens[start-1].Fold == "and" && t.QuoteOf(start) < 0 {
			if at == nil {
				at = map[int]bool{}
			}
			at[start-1] = true
		}
	}
	return at
}

// maxSubject bounds a subject with its auxiliaries, in tokens.
const maxSubject = 10
