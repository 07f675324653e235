package date

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// Dated is when a stance was expressed.
type Dated struct {
	Date  schema.Date // zero when unknown
	Basis schema.DateBasis
	Rule  string // in words, for the trace
	Own   bool   // the holder's own report says so, here or just before
}

// Assign dates the frames of a text. A date in the words of an attribution, or
// around a deed, dates it; one inside what is reported belongs to that. A
// speaker who goes on keeps the date, and so does a document that is named
// again. Everything else has the article's date, which may be unknown.
func Assign(t *segment.Text, a *attribute.Analysis, who []resolve.Speaker, article schema.Date) []Dated {
	d := assigner{text: t, article: article, last: map[string]carried{}}
	list := make([]Dated, len(a.Frames))
	next := 0
	for s := range t.Sentences {
		d.found = Find(t.Tokens, t.Sentences[s].Tokens.From, t.Sentences[s].Tokens.To)
		first := next
		for next < len(a.Frames) && a.Frames[next].Sentence <= s {
			next++
		}
		d.frames = a.Frames[first:next]
		for i, f := range d.frames {
			list[first+i] = d.frame(f, who[first+i])
		}
		d.remember(s)
	}
	for i, f := range a.Frames {
		if p := f.Parent; p >= 0 && list[i].Basis == schema.DateArticle && list[p].Basis == schema.DateStated && f.Sentence == a.Frames[p].Sentence && len(f.Holders) > 0 && sameHolder(who[i], who[p]) {
			list[i] = list[p]
		}
	}
	return list
}

func sameHolder(a, b resolve.Speaker) bool {
	return len(a.Actors) > 0 && len(b.Actors) > 0 && a.Actors[0] == b.Actors[0]
}

type assigner struct {
	text      *segment.Text
	article   schema.Date
	found     []Expression      // of the sentence
	frames    []attribute.Frame // of the sentence
	last      map[string]carried
	spoken    carried     // the last stated date of anybody
	told      carried     // the day of the last report that gives one
	events    []event     // that the text has dated
	anchor    schema.Date // the last date that the text gave
	anchorAt  int         // in this sentence
	reckoned  schema.Date // from the anchor, in this sentence
	atMeeting bool        // and it was that of a meeting
}

// carried is the last stated date of an actor.
type carried struct {
	date     schema.Date
	sentence int
}

// maxCarry is how many sentences later a speaker still goes on.
const maxCarry = 3

func (d *assigner) frame(f attribute.Frame, who resolve.Speaker) Dated {
	if f.Kind == attribute.Owns {
		// "Ann's demand" names a stance that she took before; the dates around it
		// are those of whoever speaks of it.
		if d.there(f.Sentence) {
			return goesOn(d.anchor) // "The summit failed over Ann's demand"
		}
		return Dated{Date: d.article, Basis: schema.DateArticle, Rule: "date: the article's"}
	}
	if stated, words, ok := d.given(f); ok {
		d.spoken = carried{stated, f.Sentence}
		if narrates(d.text, f) && d.recentDay(stated) {
			d.told = d.spoken
		}
		for _, id := range who.Actors {
			d.last[id] = d.spoken
		}
		return Dated{Date: stated, Basis: schema.DateStated, Rule: "date: " + words, Own: true}
	}
	return d.inherited(f, who)
}

// given is the date that the text gives the frame itself, or the meeting or the
// sentence that it belongs to.
func (d *assigner) given(f attribute.Frame) (stated schema.Date, words string, ok bool) {
	if stated, words, ok = d.stated(f); !ok {
		if stated, words, ok = d.anchored(f); ok {
			d.reckoned = stated
		}
	}
	if met, place, i := d.at(f); i >= 0 && (!ok || d.parts(f, i)) {
		d.anchor, d.anchorAt, d.atMeeting = met, f.Sentence, true
		return met, place, true
	}
	if !ok && d.there(f.Sentence) {
		return d.anchor, "goes on at the time of the sentence before", true
	}
	return stated, words, ok
}

// inherited is the date of a frame that the text gives none: that of what the
// same speaker, or the paragraph, said before, or the article's.
func (d *assigner) inherited(f attribute.Frame, who resolve.Speaker) Dated {
	for _, id := range who.Actors {
		if c, ok := d.last[id]; ok && (f.Sentence-c.sentence <= maxCarry && f.Word.Class == lexis.Speech || who.Document && who.Anaphor) {
			d.last[id] = carried{c.date, f.Sentence}
			on := goesOn(c.date)
			on.Own = true
			return on
		}
	}
	if d.together(f) && f.Sentence-d.spoken.sentence == 1 && !d.spoken.date.IsZero() {
		return goesOn(d.spoken.date)
	}
	if d.narrates(f) {
		return goesOn(d.told.date)
	}
	if d.perfect(f) && !d.article.IsZero() {
		return Dated{Date: openStart(d.article), Basis: schema.DateArticle, Rule: "date: before the article's, the text gives no day"}
	}
	return Dated{Date: d.article, Basis: schema.DateArticle, Rule: "date: the article's"}
}

func goesOn(date schema.Date) Dated {
	return Dated{Date: date, Basis: schema.DateStated, Rule: "date: goes on from " + date.String()}
}

// stated is the expression nearest to the words of the frame, in the part of
// the sentence that is not reported speech.
func (d *assigner) stated(f attribute.Frame) (schema.Date, string, bool) {
	best, far := -1, 0
	var when schema.Date
	for i, e := range d.found {
		if d.text.QuoteOf(e.First) >= 0 || d.reported(f, e.First, e.Last) {
			continue
		}
		date := e.Resolve(d.article)
		if date.IsZero() || !d.article.IsZero() && date.Earliest() > d.article.Latest() {
			continue
		}
		if gap := max(e.First-f.Cue.To, f.Cue.From-e.Last, 0); best < 0 || gap < far {
			best, far, when = i, gap, date
		}
	}
	if best < 0 {
		return schema.Date{}, "", false
	}
	e := d.found[best]
	return when, d.text.Words(segment.Range{From: e.First, To: e.Last + 1}), true
}
