package graphtest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/schema"
)

// hard are texts that formats trip over.
var hard = []string{"", "", "plain", "=1+1", "-", "'=quoted", "''", "\ttab", "two\nlines", "two\r\nlines\r", `"quoted", with comma; and semicolon`,
	"[\"list\"]", "null", "NaN", "true", "0", " blank ", "ø „Ü“ 🙂 \u2028", "<b>&amp;</b>", `back\slash`, "\u00a0", "\ufeff", "#", "\x01\x7f"}

// Generate returns a corpus with everything that a store can hold: two
// versions of the codebook, sources with all that is known of them, some
// of them quote-only, statements as ledgertest makes them, annotations, and
// texts that formats trip over. A store takes it. The same seed gives the same
// corpus.
func Generate(t testing.TB, seed uint64, size int) graph.Corpus {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	from := ledgertest.Generate(r, size)
	c := graph.Corpus{Codebooks: []*schema.Codebook{from.Codebook}, Sources: from.Sources}
	if r.IntN(2) == 0 {
		next, err := schema.LoadCodebook("next", []byte(strings.Replace(from.Codebook.YAML, "version: 1", "version: 1.1\ntitle: \"Ä: #1\"", 1)))
		if err != nil {
			t.Fatal(err)
		}
		c.Codebooks = append(c.Codebooks, next)
	}
	for i := range c.Sources {
		src := &c.Sources[i]
		src.Title, src.Author, src.Outlet, src.URL, src.Note = oneOf(r, hard), oneOf(r, hard), oneOf(r, append(hard, src.Outlet)), oneOf(r, hard), oneOf(r, hard)
		src.Kind, src.Lang, src.DateRule, src.Reader = oneOf(r, []string{"article", "digest", ""}), oneOf(r, []string{"en", ""}), oneOf(r, hard), oneOf(r, []string{"", "html/1"})
		src.PageDate, src.Retrieved = schema.MustDate(oneOf(r, []string{"", "2025-06"})), schema.MustDate(oneOf(r, []string{"", "2025-07-01~"}))
		if r.IntN(8) == 0 {
			src.Rights = schema.RightsQuoteOnly
		}
	}
	for _, st := range from.Statements {
		st.Condition, st.Reason = oneOf(r, hard), st.Reason+oneOf(r, hard)
		if st.Status != schema.StatusProposed {
			st.Reviewer = oneOf(r, hard)
		}
		st.Via, st.Trace = append(st.Via, several(r)...), several(r)
		if r.IntN(3) == 0 {
			st.Variables = map[string]string{"vote": oneOf(r, hard), "=key,": oneOf(r, hard)}
		}
		if r.IntN(6) == 0 && !st.HasPassage() {
			st.Doc = oneOf(r, hard[2:])
		}
		c.Statements = append(c.Statements, st)
		if r.IntN(4) == 0 {
			c.Annotations = append(c.Annotations, annotationOf(r, st))
		}
	}
	return c
}

func annotationOf(r *rand.Rand, st schema.Statement) schema.Annotation {
	a := schema.Annotation{Doc: st.Doc, Source: st.Source, Start: st.Start, End: st.End, Evidence: st.Evidence, Type: oneOf(r, hard), Coder: st.Coder,
		Date: st.Date, Reason: oneOf(r, hard), Variables: map[string]string{"number": st.ID, "note": oneOf(r, hard)}}
	a.ID = a.DeriveID()
	return a
}

func several(r *rand.Rand) []string {
	var list []string
	for range r.IntN(3) {
		list = append(list, oneOf(r, hard[2:]))
	}
	return list
}

func oneOf(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }
