// Package grade says how good a reading is: how the source carries it (mode)
// and how sure the rules are (confidence). Call [Grade] with what the stages
// before found. [Once] keeps one of several statements that say the same.
package grade

import (
	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/schema"
)

// Findings are what the stages found of one stance.
type Findings struct {
	Kind     attribute.Kind
	Class    lexis.Class
	Part     lexis.Part
	Quoted   bool // the topic stands in quotation marks
	Document bool // a text speaks
	Polar    bool // a word takes a side
	Anaphor  bool // the holder is a pronoun
	Unknown  bool // the holder is not in the codebook
	Back     bool // the words only point back to the topic
	Near     bool // the topic stands within a few words of what takes a side
	Named    bool // the passage names the holder, here or as the speaker of a quotation
	Sided    bool // a word takes the side, and not the topic alone
	Example  bool // the topic is an example of what the holder is for or against
	Dated    bool // the passage says when
	Relays   int  // who stands between the holder and the article
}

// Clarity counts what makes a passage the full report of a stance: it names the
// holder, says when, takes the side by a word, names the topic itself and for
// its own sake, and gives the holder's own words.
func Clarity(f Findings) int {
	n := 0
	for _, full := range []bool{f.Named, f.Dated, f.Sided, !f.Back, !f.Example, f.Quoted} {
		if full {
			n++
		}
	}
	return n
}

// Grade returns the mode and the confidence, from 0 to 1 in steps of 0.01.
func Grade(f Findings) (schema.Mode, float64) {
	return mode(f), confidence(f)
}

// mode follows the manual: quotation marks before everything, then a text, a
// deed, reported speech; the article's own voice is what remains.
func mode(f Findings) schema.Mode {
	switch {
	case f.Quoted:
		return schema.ModeQuote
	case f.Document:
		return schema.ModeDocument
	case f.Class == lexis.Deed:
		return schema.ModeAction
	case f.Kind == attribute.Credit:
		return schema.ModeQuote
	case f.Kind == attribute.Says && f.Part == lexis.Verb:
		return schema.ModeIndirect
	}
	return schema.ModeNarrative
}

// points is what a reading loses, in hundredths, for every step by which it was
// inferred. docs/extraction.md tells on what they were fitted and how often
// readings of each confidence are right.
var points = []struct {
	loss    int
	applies func(Findings) bool
}{
	{20, func(f Findings) bool { return f.Relays > 0 }},              // another one tells it
	{15, func(f Findings) bool { return f.Kind == attribute.Owns }},  // "Ann's demand": nobody is told to say it
	{10, func(f Findings) bool { return f.Back }},                    // the topic is only pointed to
	{10, func(f Findings) bool { return f.Unknown }},                 // nobody has registered the holder
	{5, func(f Findings) bool { return !f.Polar }},                   // no word takes a side
	{5, func(f Findings) bool { return !f.Near }},                    // what takes a side stands far away
	{5, func(f Findings) bool { return f.Anaphor }},                  // the holder is a pronoun
	{-5, func(f Findings) bool { return f.Quoted && f.Relays == 0 }}, // the holder's own words
}

// base is the confidence of a reading without any of these steps, in
// hundredths; Cell that of a cell of a table.
const (
	base = 80
	Cell = 0.75
)

// Open is the confidence of what the rules cannot decide.
const Open = 0.2

func confidence(f Findings) float64 {
	c := base
	for _, p := range points {
		if p.applies(f) {
			c -= p.loss
		}
	}
	return float64(c) / 100
}
