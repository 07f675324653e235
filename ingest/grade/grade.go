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
	Weak     bool // hedged, conditional or hinted
	Anaphor  bool // the holder is a pronoun
	Unknown  bool // the holder is not in the codebook
	Near     bool // the topic stands within a few words of what takes a side
	Relays   int  // who stands between the holder and the article
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

// confidence starts from how the stance is worded and loses for every step
// that had to be inferred.
func confidence(f Findings) float64 {
	c := 80
	for _, loss := range []struct {
		applies bool
		points  int
	}{
		{!f.Polar, 30}, {f.Weak, 5}, {f.Anaphor, 10}, {f.Unknown, 10}, {!f.Near, 10},
		{f.Kind == attribute.Owns, 10}, {f.Relays > 1, 5}, {f.Class == lexis.Deed, 5},
	} {
		if loss.applies {
			c -= loss.points
		}
	}
	if f.Quoted {
		c += 5
	}
	return float64(max(c, 5)) / 100
}
