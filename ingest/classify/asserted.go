package classify

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// rhetorical reports whether the topic stands in a quoted question that begins
// with a verb. What is quoted as somebody's position and asks "are we going to
// ...?" says that we are not.
func rhetorical(t *segment.Text, topic Topic) bool {
	s := t.SentenceOf(topic.First)
	q := t.QuoteOf(topic.First)
	if s < 0 || q < 0 {
		return false
	}
	from := max(t.Sentences[s].Tokens.From, t.Quotes[q].Tokens.From)
	to := min(t.Sentences[s].Tokens.To, t.Quotes[q].Tokens.To)
	for i := from; i < to; i++ {
		if t.Tokens[i].Text == "?" {
			return asking.Has(t.Tokens[from])
		}
	}
	return false
}

var asking = lexis.NewWords("is are was were do does did will would can could should shall have has")

// maxLoose is how far apart the phrases of a cue may stand where no word of the
// clause takes a side, in tokens.
const maxLoose = 10

// loose reports whether a topic is too uncertain to be asserted: its phrases
// stand far apart, or it is told as an occasion ("when they talk about a ban").
func loose(t *segment.Text, topic Topic, clause segment.Range) bool {
	for i := clause.From; i < topic.First && i < clause.From+4; i++ {
		if t.Tokens[i].Fold == "when" && !comma(t, i, topic.First) {
			return true
		}
	}
	return topic.far > maxLoose
}
