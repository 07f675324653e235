package date

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// event is a meeting that the text has dated: news says once when it was and
// then calls it by its place ("at the Oslo summit", "told her in Oslo") or by its
// noun ("in the call").
type event struct {
	noun, place string
	date        schema.Date
}

var (
	meetings    = lexis.NewWords("call meeting summit conversation interview speech talks session conference negotiations round")
	determiners = lexis.NewWords("the that this his her their its")
)

// maxEvent bounds how far a meeting may stand from its date, and a place from
// its meeting, in tokens.
const maxEvent = 6

// dated keeps the meeting that an expression dates, and reports whether there
// is one: "the summit in Oslo in
// August", "the 16 May talks in Oslo", "the Oslo talks of 16 May".
func (d *assigner) dated(e Expression, date schema.Date, s int) bool {
	noun := d.meetingNear(e, s)
	if first := d.text.Sentences[s].Tokens.From; noun < 0 && s > 0 && d.text.Tokens[first].Fold == "there" {
		s--
		noun = d.lastMeeting(s) // "It was quiet at the Oslo summit. There, in August, …"
	}
	if noun < 0 {
		return false
	}
	d.events = append(d.events, event{d.text.Tokens[noun].Lemma, d.placeOf(noun, s), date})
	if n := len(d.events); n > maxEvents {
		d.events = append(d.events[:0], d.events[n-maxEvents/2:]...)
	}
	return true
}

// maxEvents bounds the meetings that are kept.
const maxEvents = 32

// meetingNear is the noun for a meeting right before or behind an expression,
// with no mark in between, or -1.
func (d *assigner) meetingNear(e Expression, s int) int {
	r, t := d.text.Sentences[s].Tokens, d.text.Tokens
	for i := e.Last + 1; i < min(r.To, e.Last+3); i++ {
		if meetings.Has(t[i]) {
			return i
		}
	}
	for i := e.First - 1; i >= max(r.From, e.First-maxEvent) && t[i].Kind != lexis.Mark; i-- {
		if meetings.Has(t[i]) {
			return i
		}
	}
	return -1
}

// lastMeeting is the last noun for a meeting of a sentence, or -1.
func (d *assigner) lastMeeting(s int) int {
	r := d.text.Sentences[s].Tokens
	for i := r.To - 1; i >= r.From; i-- {
		if meetings.Has(d.text.Tokens[i]) {
			return i
		}
	}
	return -1
}

// placeOf is the name right before a meeting, or behind "in" or "at" after it.
func (d *assigner) placeOf(noun, s int) string {
	r, t := d.text.Sentences[s].Tokens, d.text.Tokens
	if noun > r.From && isPlace(t[noun-1]) {
		return t[noun-1].Text
	}
	for i := noun + 1; i+1 < min(r.To, noun+maxEvent) && t[i].Kind != lexis.Mark; i++ {
		if (t[i].Fold == "in" || t[i].Fold == "at") && isPlace(t[i+1]) {
			return t[i+1].Text
		}
	}
	return ""
}

func isPlace(t lexis.Token) bool {
	_, month := months[t.Fold]
	_, day := weekdays[t.Fold]
	return t.Kind == lexis.Word && t.Capital() && !month && !day
}

// maxPast is how many days before the article "in Oslo" still means the meeting
// that was there; the meeting by its name may be older.
const maxPast = 100

// at is the date of the meeting at which a frame says that something was said or
// done, and where it says so.
func (d *assigner) at(f attribute.Frame) (date schema.Date, words string, place int) {
	r, t := d.text.Sentences[f.Sentence].Tokens, d.text.Tokens
	for i := r.From; i+2 < r.To && len(d.events) > 0; i++ {
		w := t[i].Fold
		if w != "in" && w != "at" && w != "during" || d.text.QuoteOf(i) >= 0 || d.reported(f, i, i+1) {
			continue
		}
		if e, words := d.meant(i); words != "" {
			return e.date, words, i
		}
	}
	return schema.Date{}, "", -1
}

// parts reports whether a place is a frame's own and the day before it that of
// whoever reports it: "on Monday Ann said that Bob had told them in Oslo".
func (d *assigner) parts(f attribute.Frame, place int) bool {
	for _, g := range d.frames {
		if g.Content.Contains(f.Cue) && g.Content.Has(place) && !g.Cue.Has(f.Cue.From) && g.Word.Class == lexis.Speech {
			return true
		}
	}
	return false
}

// meant is the meeting that the words after a preposition mean, latest first.
func (d *assigner) meant(i int) (event, string) {
	t := d.text.Tokens
	next := i + 1
	if determiners.Has(t[next]) {
		next++
	}
	for k := len(d.events) - 1; k >= 0 && next+1 < len(t); k-- {
		e := d.events[k]
		switch {
		case e.place != "" && t[next].Text == e.place && meetings.Has(t[next+1]):
			return e, e.place + " " + t[next+1].Fold
		case e.place != "" && t[next].Text == e.place && next == i+1 && t[i].Fold == "in" && d.recent(e):
			return e, "in " + e.place
		case next > i+1 && t[next].Lemma == e.noun:
			return e, "the " + t[next].Fold
		}
	}
	return event{}, ""
}

func (d *assigner) recent(e event) bool {
	return !d.article.IsZero() && d.article.Latest()-e.date.Latest() <= maxPast && e.date.Latest()-e.date.Earliest() <= 31
}
