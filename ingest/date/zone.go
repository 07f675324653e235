package date

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// maxZone bounds how far from its verb an expression may stand, in tokens.
const maxZone = 28

// reported reports whether the expression at tokens first to last belongs to
// what is reported: behind "that", a colon or another frame's verb; or too far
// away; or to another clause.
func (d *assigner) reported(f attribute.Frame, first, last int) bool {
	if d.relative(f, first) || d.planned(first) || d.arranged(first) {
		return true
	}
	if last < f.Cue.From {
		return f.Cue.From-last > maxZone || f.Content.Has(first) && f.Word.Class == lexis.Speech
	}
	if first-f.Cue.To > maxZone {
		return true
	}
	for i := f.Cue.To; i < first; i++ {
		if w := d.text.Tokens[i].Fold; w == "that" && d.opensClause(i+1) || w == ":" || w == ";" || contrast[w] || f.Word.Class == lexis.Speech && clauseWords[w] {
			return true
		}
	}
	return false
}

var (
	// contrast are the words that open a clause with a time of its own.
	contrast    = lexis.NewWords("though although while whereas")
	clauseWords = lexis.NewWords("would will could should must is are was were has have had")
)

// opensClause reports whether the word after "that" is one with which a clause
// begins: "said that the ban" and not "accepted that ban".
func (d *assigner) opensClause(i int) bool {
	return d.text.Tokens[i].Capital() || beginners.Has(d.text.Tokens[i])
}

var beginners = lexis.NewWords("the a an it he she they we i you there this these those his her its their our my no any all both some if when in on at after as neither nobody nothing such even while")

// maxRelative bounds a relative clause, in tokens.
const maxRelative = 18

// relative reports whether token i stands in a clause of "who", "what" and the
// like in which the frame's words do not: "Ann, who led the council until last
// year, said".
func (d *assigner) relative(f attribute.Frame, i int) bool {
	from := d.text.Sentences[f.Sentence].Tokens.From
	for p := i - 1; p >= max(from, i-maxRelative); p-- {
		if f.Cue.Has(p) {
			return false
		}
		if !relatives.Has(d.text.Tokens[p]) {
			continue
		}
		switch {
		case d.comma(p, i):
			return false // closed before
		case f.Cue.From < p || d.comma(i, f.Cue.From):
			return true
		}
		return i-p > maxAdverbial
	}
	return false
}

func (d *assigner) comma(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text.Tokens[i].Fold == "," {
			return true
		}
	}
	return false
}

// maxAdverbial is how far behind "who" a day may stand before the verb: "who on
// Monday said".
const maxAdverbial = 2

var relatives = lexis.NewWords("who which whose whom where what how why")

// maxPlan bounds what stands between a plan and its day, in tokens.
const maxPlan = 10

// planned reports whether token i stands with what is still to come: "will meet
// on Tuesday", "is due to travel next week", "wants it by June".
func (d *assigner) planned(i int) bool {
	if i > 0 && (d.text.Tokens[i-1].Fold == "by" || d.text.Tokens[i-1].Fold == "until") {
		return true
	}
	for k := i - 1; k >= max(0, i-maxPlan); k-- {
		switch t := d.text.Tokens[k]; {
		case t.Kind == lexis.Mark:
			return false
		case t.Fold == "will", t.Fold == "'ll", t.Fold == "due", t.Fold == "scheduled", t.Fold == "expected":
			return true
		}
	}
	return false
}

// arranged reports whether token i tells when a meeting is to be that somebody
// asks for or offers: "proposed talks in Oslo on Thursday".
func (d *assigner) arranged(i int) bool {
	noun := i - 1
	for noun > i-maxEvent && noun >= 0 && !meetings.Has(d.text.Tokens[noun]) && d.text.Tokens[noun].Kind != lexis.Mark {
		noun--
	}
	if noun < 0 || !meetings.Has(d.text.Tokens[noun]) {
		return false
	}
	for _, f := range d.frames {
		if (f.Word.Class == lexis.Desire || f.Word.Act == schema.ActOffer) && f.Content.Has(noun) && noun-f.Cue.To <= maxEvent {
			return true
		}
	}
	return false
}
