package suggest

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// names are the wordings of the actors that a codebook has.
type names struct {
	matcher lexis.Matcher
	words   map[string]bool // single words of them, folded
}

func newNames(cb *schema.Codebook) *names {
	n := &names{words: map[string]bool{}}
	for i, a := range cb.Actors {
		for _, wording := range append([]string{bare(a.Label)}, a.Aliases...) {
			n.matcher.AddForm(strings.TrimPrefix(wording, "the "), i)
			for _, t := range lexis.Tokenize(wording) {
				if t.Kind == lexis.Word && t.Capital() {
					n.words[t.Fold] = true
				}
			}
		}
	}
	return n
}

// bare is a label without what stands in brackets.
func bare(label string) string {
	label, _, _ = strings.Cut(label, "(")
	return strings.TrimSpace(label)
}

// hide marks the tokens that name actors: a cue must not depend on who speaks.
func (n *names) hide(tokens []lexis.Token) []bool {
	hidden := make([]bool, len(tokens))
	n.matcher.Find(tokens, 0, len(tokens), func(m lexis.Match) {
		for i := m.First; i <= m.Last; i++ {
			hidden[i] = true
		}
	})
	for i, t := range tokens {
		if t.Capital() && n.words[t.Fold] {
			hidden[i] = true
		}
	}
	return hidden
}
