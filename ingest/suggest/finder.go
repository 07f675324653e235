package suggest

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// finder tells whether the cues that a proposition has find a passage. It asks
// of a whole passage what the extractor asks of a clause, which errs on the
// side of proposing less.
type finder struct{ cues []compiled }

type compiled struct{ any, with, not *lexis.Matcher }

func newFinder(p *schema.Proposition) *finder {
	f := &finder{}
	for _, c := range p.Cues {
		f.cues = append(f.cues, compiled{matcher(c.Any), matcher(c.With), matcher(c.Not)})
	}
	return f
}

// matcher is nil when there is nothing to find.
func matcher(phrases []string) *lexis.Matcher {
	if len(phrases) == 0 {
		return nil
	}
	m := &lexis.Matcher{}
	for i, p := range phrases {
		m.Add(p, i)
	}
	return m
}

func (f *finder) in(tokens []lexis.Token) bool {
	for _, c := range f.cues {
		if has(c.any, tokens) && (c.with == nil || has(c.with, tokens)) && !has(c.not, tokens) {
			return true
		}
	}
	return false
}

func has(m *lexis.Matcher, tokens []lexis.Token) (found bool) {
	if m != nil {
		m.Find(tokens, 0, len(tokens), func(lexis.Match) { found = true })
	}
	return found
}
