package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// maxDateline bounds a dateline, in tokens.
const maxDateline = 16

// afterDateline is where sentence s begins behind a dateline: a place in
// capitals, perhaps a date and an agency, and a dash at the head of a block
// ("OSLO, Jan. 4 (NNA) —"). It is no part of what anybody said.
func (f *finder) afterDateline(s int) int {
	at := f.Sentences[s].Tokens
	first := f.Tokens[at.From]
	if f.Blocks[f.Sentences[s].Block].Tokens.From != at.From || first.Kind != lexis.Word || len(first.Text) < 3 || first.Text != strings.ToUpper(first.Text) {
		return at.From
	}
	for i := at.From + 1; i < min(at.To-2, at.From+maxDateline); i++ {
		if isDash(f.Tokens[i]) || f.Tokens[i].Text == "--" {
			for i+1 < at.To-1 && isDash(f.Tokens[i+1]) {
				i++
			}
			return i + 1
		}
		if strings.HasPrefix(f.tags[i], "VB") {
			break
		}
	}
	return at.From
}
