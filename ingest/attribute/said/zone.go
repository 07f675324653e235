package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// zone is a trailing or parenthetical attribution: what stands there belongs
// to no content around it.
type zone struct {
	segment.Range
	group int
}

// findZones finds the attributions that stand behind their content or in
// brackets of commas: "…, Ann said, …" and "…," said Ann.
func (r *reader) findZones() {
	for k := range r.groups {
		g := r.groups[k]
		if s := r.headInverted(g); !s.Empty() {
			r.sub[k] = s
			continue
		}
		if !g.frames.has("q") && !g.frames.has("t") || g.passive || g.infinitive {
			continue
		}
		if s := r.inverted(k); !s.Empty() {
			r.sub[k] = s
			r.zones = append(r.zones, zone{segment.Range{From: g.From, To: r.adjunctEnd(s.To)}, k})
			continue
		}
		if r.trails(k) {
			r.zones = append(r.zones, zone{segment.Range{From: r.sub[k].From, To: r.adjunctEnd(r.addresseeEnd(g))}, k})
		}
	}
}

func (r *reader) zoneOf(group int) int {
	for i, z := range r.zones {
		if z.group == group {
			return i
		}
	}
	return -1
}

// zoneAt is the zone that begins at token i, or -1.
func (r *reader) zoneAt(i int) int {
	for k, z := range r.zones {
		if z.From == i {
			return k
		}
	}
	return -1
}

// zoneEnd is where the last zone before token b ends, or the sentence begins.
func (r *reader) zoneEnd(b int) int {
	from := r.at.From
	for _, z := range r.zones {
		if z.To <= b {
			from = max(from, z.To)
		}
	}
	return from
}

// clauseBefore reports whether the words before token b hold a verb with
// tense: a fronted clause and no adjunct.
func (r *reader) clauseBefore(b int) bool {
	from := r.zoneEnd(b)
	if from < b && r.tag(from) == "IN" && subordinators.Has(r.Tokens[from]) && r.Tokens[from].Fold != "that" {
		// "If it fails, Ann said": what follows the condition must be a clause too.
		comma := false
		for i := from; i < b; i++ {
			comma = comma || r.Tokens[i].Fold == ","
			if comma && r.finite(i) {
				return true
			}
		}
		return false
	}
	if from < b && (r.tag(from) == "WRB" || r.tag(from) == "VBG" || r.tag(from) == "VBN") {
		comma := false
		for i := from; i < b; i++ {
			comma = comma || r.Tokens[i].Fold == ","
			if comma && r.finite(i) {
				return true
			}
		}
		return false
	}
	for i := from; i < b; i++ {
		if r.finite(i) && r.relativeStart(i) < 0 {
			return true
		}
	}
	return false
}

// participleOfSpeech: "she said before asking them" holds a report of its own.
func (r *reader) participleOfSpeech(i int) bool {
	for _, g := range r.groups {
		if g.From == i {
			return g.participle && g.frames.has("q") && r.tag(i) == "VBG"
		}
	}
	return false
}
