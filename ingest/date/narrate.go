package date

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// narrates reports whether a frame goes on telling what happened on the day that
// its paragraph gave before: a paragraph of news keeps to its day until it gives
// another ("Ann said on Tuesday … Bob replied").
func (d *assigner) narrates(f attribute.Frame) bool {
	return !d.told.date.IsZero() && d.text.Sentences[f.Sentence].Block == d.text.Sentences[d.told.sentence].Block && narrates(d.text, f)
}

// maxNews is how many days before the article a day may lie on which the news
// of a paragraph happened; an older one is background.
const maxNews = 7

func (d *assigner) recentDay(date schema.Date) bool {
	return date.Earliest() == date.Latest() && !d.article.IsZero() && d.article.Latest()-date.Latest() <= maxNews
}

// narrates reports whether the verb of a frame stands in the simple past, by
// which news tells what happened, outside quotations.
func narrates(t *segment.Text, f attribute.Frame) bool {
	if f.Kind != attribute.Says || f.Word.Part != lexis.Verb || t.QuoteOf(f.Cue.From) >= 0 || f.Cue.From == 0 {
		return false
	}
	verb := t.Tokens[f.Cue.From]
	return !notSimple.Has(t.Tokens[f.Cue.From-1]) && (strings.HasSuffix(verb.Fold, "ed") || simplePast.Has(verb))
}

var (
	notSimple  = lexis.NewWords("to had has have having 've 'd long be been being is are would will")
	simplePast = lexis.NewWords("said told wrote spoke made put sought drew took gave met held saw felt thought found stood won threw")
)
