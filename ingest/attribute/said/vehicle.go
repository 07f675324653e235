package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// vehicles are what carries words: who issues one says what it says.
var vehicles = lexis.NewWords("letter letters statement statements memo memorandum paper report reports tweet tweets post posts message messages speech speeches note notes email emails release comment comments remark remarks declaration communique article op-ed editorial column interview book text texts call ad ads")

// throughVehicle joins "issued a statement calling for", "sent a letter that
// says" and "responded by announcing" to one cue: the subject of the first verb
// speaks by the second.
func (r *reader) throughVehicle() {
	for k := range r.groups {
		g := &r.groups[k]
		before := r.Tokens[max(g.From-1, r.at.From)]
		participle := g.participle && r.tag(g.head) == "VBG"
		relative := before.Fold == "that" || before.Fold == "which"
		if !participle && !relative {
			continue
		}
		from := r.carrier(k, before.Fold == "by")
		if from < 0 {
			continue
		}
		r.sub[k] = r.nounPhraseBefore(from)
		for j := range k {
			if h := &r.groups[j]; h.From <= from && from < h.To {
				r.sub[k], h.frames, from = r.sub[j], "", h.From
			}
		}
		g.Range = segment.Range{From: from, To: g.To}
		g.finite, g.participle = true, false
	}
}

// maxVehicle bounds what stands between the two verbs, in tokens.
const maxVehicle = 12

// carrier is where the verb group begins whose object carries the words of
// group k, or -1.
func (r *reader) carrier(k int, by bool) int {
	g := r.groups[k]
	seen := by
	for i := g.From - 1; i > r.at.From && i > g.From-maxVehicle; i-- {
		t := r.Tokens[i]
		seen = seen || vehicles.Has(t)
		if t.Fold == "," || t.Fold == ";" || r.QuoteOf(i) != g.quoted {
			return -1
		}
		if !r.finite(i) {
			continue
		}
		if !seen || by && !r.reportsAt(i) {
			return -1
		}
		for i-1 > r.at.From && (r.auxiliary(i-1) || r.adverb(i-1)) {
			i--
		}
		return i
	}
	return -1
}

// reportsAt reports whether the verb at i is one of reporting.
func (r *reader) reportsAt(i int) bool {
	for _, g := range r.groups {
		if g.head == i || g.From <= i && i < g.To {
			return true
		}
	}
	return false
}
