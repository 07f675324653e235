package segment

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// maxDateline bounds a dateline, in tokens.
const maxDateline = 16

// AfterDateline is the token at which sentence s begins behind a dateline: a
// place in capitals, perhaps a date and an agency, and a dash at the head of a
// block ("OSLO, Jan. 4 (NNA) —"). It is no part of what anybody said. A hyphen
// joins words and is none of the dashes.
func (t *Text) AfterDateline(s int) int {
	at := t.Sentences[s].Tokens
	first := t.Tokens[at.From]
	if t.Blocks[t.Sentences[s].Block].Tokens.From != at.From || first.Kind != lexis.Word || len(first.Text) < 3 || first.Text != strings.ToUpper(first.Text) {
		return at.From
	}
	for i := at.From + 1; i < min(at.To-2, at.From+maxDateline); i++ {
		switch next := t.Tokens[i]; {
		case next.Dash():
			for i+1 < at.To-1 && t.Tokens[i+1].Dash() {
				i++
			}
			return i + 1
		case next.Kind == lexis.Word && !next.Capital():
			return at.From // a sentence that begins with an acronym
		}
	}
	return at.From
}
