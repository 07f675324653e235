package date

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// anchored reads what counts from the last date that the text gave, or from the
// article where it gave none: "that day", "the week before", "a day earlier".
func (d *assigner) anchored(f attribute.Frame) (schema.Date, string, bool) {
	r := d.text.Sentences[f.Sentence].Tokens
	for i := r.From; i+1 < r.To; i++ {
		date, words := d.counted(i, r)
		if words != "" && d.text.QuoteOf(i) < 0 && !d.reported(f, i, i+1) {
			return date, words, true
		}
	}
	return schema.Date{}, "", false
}

// counted is the date that the words at token i of a sentence count from the
// anchor, and the words, "" where they count nothing.
func (d *assigner) counted(i int, sentence segment.Range) (schema.Date, string) {
	if w := d.text.Tokens[i].Fold; d.text.Tokens[i+1].Fold == "day" && (w == "that" || w == "same") && !d.anchor.IsZero() && i <= sentence.From+3 {
		return d.anchor, "the day named before"
	}
	unit, steps := d.steps(i, sentence.To)
	if steps == 0 {
		return schema.Date{}, ""
	}
	e := Expression{Unit: unit, Offset: steps}
	date := e.relative(d.origin())
	if date.IsZero() || !d.article.IsZero() && date.Earliest() > d.article.Latest() {
		return schema.Date{}, ""
	}
	return date, d.text.Words(segment.Range{From: i, To: i + 3})
}

// steps reads "a day earlier", "three days before", "two weeks later" and "the
// next day" at token i: so many units before or after the date named last.
func (d *assigner) steps(i, to int) (Unit, int) {
	t := d.text.Tokens
	if i+2 >= to {
		return None, 0
	}
	if unit, ok := units[t[i+2].Fold]; ok && t[i].Fold == "the" && (t[i+1].Fold == "next" || t[i+1].Fold == "following") && !d.anchor.IsZero() {
		return unit, 1
	}
	n := counts[t[i].Fold]
	if t[i].Fold == "the" {
		n = 1
	}
	unit, ok := units[t[i+1].Fold]
	if !ok || n == 0 {
		return None, 0
	}
	switch after := t[i+2].Fold; {
	case after == "before" && !clauseFollows(t, i+3, to), after == "earlier":
		return unit, -n
	case after == "later" && !d.anchor.IsZero():
		return unit, n
	}
	return None, 0
}

// clauseFollows reports whether "before" opens a clause or takes an object: "the
// day before the vote" counts from the vote, not from what was named.
func clauseFollows(t []lexis.Token, i, to int) bool {
	return i < to && t[i].Kind != lexis.Mark && !closing.Has(t[i])
}

var closing = lexis.NewWords("and but in at on when while that")

// origin is the anchor, or the article's date where there is none.
func (d *assigner) origin() schema.Date {
	if d.anchor.IsZero() {
		return d.article
	}
	return d.anchor
}

// remember keeps the last date that a sentence gives, for the next ones.
func (d *assigner) remember(s int) {
	if !d.reckoned.IsZero() {
		d.anchor, d.anchorAt, d.atMeeting, d.reckoned = d.reckoned, s, false, schema.Date{}
	}
	for _, e := range d.found {
		date := e.Resolve(d.article)
		if date.IsZero() || !d.article.IsZero() && date.Earliest() > d.article.Latest() || d.text.QuoteOf(e.First) >= 0 {
			continue
		}
		d.anchor, d.anchorAt = date, s
		d.atMeeting = d.dated(e, date, s)
	}
}

// maxThere is how many sentences later "there" still means the event whose date
// was given.
const maxThere = 2

// there reports whether a sentence goes on at the time and place of the one
// before: "There the two agreed", "In that call, Ann offered", "The summit ended
// early because".
func (d *assigner) there(s int) bool {
	r := d.text.Sentences[s].Tokens
	if d.anchor.IsZero() || s-d.anchorAt > maxThere || s == d.anchorAt || r.To-r.From < 3 {
		return false
	}
	first, second, third := d.text.Tokens[r.From].Fold, d.text.Tokens[r.From+1].Fold, d.text.Tokens[r.From+2].Fold
	return d.atMeeting && first == "the" && meetings[second] || first == "there" && second != "is" && second != "are" && second != "was" && second != "were" ||
		(first == "in" || first == "at" || first == "during") && (second == "that" || second == "this") && meetings[third]
}

// together reports whether a frame's holder is a number of those who spoke in
// the sentence before: "the three Europeans", "the two leaders", "both".
func (d *assigner) together(f attribute.Frame) bool {
	if len(f.Holders) == 0 {
		return false
	}
	n := f.Holders[0]
	for i := n.From; i < n.To && i < n.From+2; i++ {
		if numbers.Has(d.text.Tokens[i]) {
			return true
		}
	}
	return false
}

var numbers = lexis.NewWords("two three four five both")

// openStart is the date of what "has long" or "had" been said: at some time up
// to the date. The perfect tells that it was said and not when.
func openStart(date schema.Date) schema.Date {
	if date.IsZero() || date.Earliest() == schema.MinDay {
		return date
	}
	return parse("../" + schema.DateOfDay(date.Latest()).String())
}

// perfect reports whether the verb of a frame stands in the perfect with a word
// that puts it into the past ("has long insisted"), or in the past perfect.
func (d *assigner) perfect(f attribute.Frame) bool {
	if f.Kind != attribute.Says || f.Word.Part != lexis.Verb {
		return false
	}
	have, since := false, false
	for i := f.Cue.From - 1; i >= 0 && i >= f.Cue.From-4; i-- {
		switch w := d.text.Tokens[i]; {
		case w.Fold == "had":
			return true
		case w.Fold == "has" || w.Fold == "have" || w.Fold == "'ve":
			have = true
		case wont.Has(w):
			since = true
		}
	}
	return have && (since || plain[f.Word.Phrase])
}

var (
	wont  = lexis.NewWords("long always already repeatedly consistently previously often frequently earlier never")
	plain = map[string]bool{"make clear": true, "make plain": true, "make it clear": true, "make it plain": true}
)

// Reported is when the stance of frame i was expressed, given the frames that
// report it: what an undated stance is reported with on a stated day was
// expressed on that day or before.
// A noun ("Ann's demand") names a stance that goes on.
func Reported(a *attribute.Analysis, when []Dated, i int, outer []int) Dated {
	if when[i].Basis == schema.DateStated || a.Frames[i].Kind == attribute.Owns {
		return when[i]
	}
	for _, o := range outer {
		if when[o].Basis == schema.DateStated {
			return Dated{Date: openStart(when[o].Date), Basis: schema.DateStated, Rule: "date: reported on " + when[o].Date.String()}
		}
	}
	return when[i]
}
