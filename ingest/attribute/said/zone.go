package said

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

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

// headInverted is the subject of "Said Ann: “…”", where the verb opens the
// sentence.
func (r *reader) headInverted(g group) segment.Range {
	if g.From != r.at.From || !g.frames.has("q") || r.tag(g.head) == "VBG" {
		return segment.Range{}
	}
	to := r.phraseAfter(g.To)
	if to > g.To && to < r.at.To && r.Tokens[to].Fold == ":" {
		return segment.Range{From: g.To, To: to}
	}
	return segment.Range{}
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

// inverted is the subject behind its verb. English puts it there after
// quoted or fronted speech alone, with a verb of speech in a simple tense.
func (r *reader) inverted(k int) segment.Range {
	g := r.groups[k]
	b := g.From - 1
	if !g.frames.has("q") || g.To-g.From > 2 || b <= r.at.From || g.To >= r.at.To || g.quoted >= 0 && !r.closesQuote(b) {
		return segment.Range{}
	}
	if !r.closesQuote(b) && r.Tokens[b].Fold != "," && !isDash(r.Tokens[b]) || r.tag(g.head) == "VBG" || g.frames.has("m") {
		return segment.Range{}
	}
	if s := r.sub[k]; !r.closesQuote(b) && !s.Empty() && s.From > r.at.From && r.closesQuote(s.From-1) {
		return segment.Range{} // "…," Ann Lee, the minister, told them
	}
	to := r.phraseAfter(g.To)
	if to <= g.To || to < r.at.To && (r.finite(to) || r.tag(to) == "VBN" && !r.closesQuote(b)) {
		return segment.Range{}
	}
	if !r.closesQuote(b) && !r.clauseBefore(b) {
		return segment.Range{}
	}
	return segment.Range{From: g.To, To: to}
}

// phraseAfter is the end of the noun phrase that begins at token i, with its
// attachments by "of" and the like and one apposition: "Ann Lee, the head of
// the council". It is i where no noun phrase begins there.
func (r *reader) phraseAfter(i int) int {
	end := r.chunkAfter(i)
	if end == i {
		return i
	}
	for end < r.at.To {
		t := r.Tokens[end]
		next := r.chunkAfter(end + 1)
		switch {
		case t.Fold == "(":
			for end < r.at.To && r.Tokens[end].Fold != ")" {
				end++
			}
			end = min(end+1, r.at.To)
			continue
		case (t.Fold == "of" || t.Fold == "and" || t.Fold == "for" || t.Fold == "at" || t.Fold == "in" || t.Fold == "with" || t.Fold == "from") && next > end+1 && !r.timeAt(end+1) && (next >= r.at.To || !r.finite(next)):
			end = next
			continue
		case t.Fold == "," && next > end+1 && r.apposition(end+1, next):
			end = next
			continue
		case t.Fold == "," && end+1 < r.at.To && (r.Tokens[end+1].Fold == "who" || r.Tokens[end+1].Fold == "whose"):
			return r.clauseStop(end + 1)
		}
		break
	}
	return end
}

// clauseStop is the next comma or the end of the sentence's words.
func (r *reader) clauseStop(i int) int {
	for i < r.at.To && r.Tokens[i].Fold != "," && !r.opensQuote(i) {
		i++
	}
	return r.trim(i)
}

func (r *reader) timeAt(i int) bool {
	return i < r.at.To && (timeWords.Has(r.Tokens[i]) || r.tag(i) == "CD" || i+1 < r.at.To && timeWords.Has(r.Tokens[i+1]))
}

// apposition reports whether the phrase after a comma describes the one
// before: it begins with an article, possessive or plain noun.
func (r *reader) apposition(i, to int) bool {
	if to < r.at.To && r.finite(to) {
		return false
	}
	t := r.tag(i)
	return !r.timeAt(i) && (t == "DT" || t == "PRP$" || strings.HasPrefix(t, "NN") || t == "JJ" || t == "CD")
}

// chunkAfter is the end of the run of noun phrase words that begins at i.
func (r *reader) chunkAfter(i int) int {
	end := i
	for end+1 < r.at.To && end < i+3 && r.tag(end) == "RB" && (r.tag(end+1) == "RB" || strings.HasPrefix(r.tag(end+1), "JJ") || r.tag(end+1) == "CD") {
		end++ // "far fewer papers", "nearly 30 ministers"
	}
	start := end
	for end < r.at.To && r.nominal(end) && !r.opensQuote(end) && (end == i || r.tag(end) != "PRP" || r.tag(end-1) == "DT") {
		if end > start && r.tag(end) == "DT" {
			break
		}
		end++
		for end+1 < r.at.To && r.Tokens[end].Fold == "." && end-i > 0 && len(r.Tokens[end-1].Text) <= 3 && r.nominal(end+1) {
			end++
		}
	}
	if end == start {
		return i
	}
	return end
}

// trails reports whether group k with its subject before it stands behind
// what it reports, or in the middle of it.
func (r *reader) trails(k int) bool {
	g, s := r.groups[k], r.sub[k]
	if s.Empty() || s.From <= r.at.From || s.To > g.From || g.participle {
		return false
	}
	b := s.From - 1
	if r.Tokens[b].Fold == "as" && b > r.at.From {
		b-- // "…, as Ann said"
	}
	t := r.Tokens[b]
	if !r.closesQuote(b) && t.Fold != "," && !isDash(t) && t.Fold != "?" {
		return false
	}
	if g.quoted >= 0 && r.QuoteOf(b) == g.quoted {
		return false
	}
	if !r.closesQuote(b) && r.leadsTo(g) {
		return false
	}
	if r.closesQuote(b) && r.stopInside(b) {
		// A mark inside the quotation parts it from what follows, whatever
		// adjunct stands behind the verb.
		return g.To >= r.at.To || r.Tokens[g.To].Fold != "that" && !r.opensQuote(g.To)
	}
	return r.endsAfter(g) && (r.closesQuote(b) || r.clauseBefore(b) || r.interrupts(g) || r.endsSentence(g, b))
}

// endsSentence: in "Storm Kills Two, Police Say" the verb of a title is too
// short to be told; what stands before the comma is no adjunct.
func (r *reader) endsSentence(g group, b int) bool {
	switch r.tag(r.zoneEnd(b)) {
	case "IN", "RB", "WRB", "VBG", "VBN", "TO":
		return false
	}
	return g.frames.has("q") && (g.To >= r.at.To || g.To == r.at.To-1 && r.Tokens[g.To].Kind == lexis.Mark)
}

// leadsTo reports whether a quotation that begins with a capital follows the
// verb after a comma: what is quoted is a sentence, and what stands before the
// attribution is not part of it.
func (r *reader) leadsTo(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	return end+2 < r.at.To && r.Tokens[end].Fold == "," && r.opensQuote(end+1) && r.Tokens[min(r.Quotes[r.QuoteOf(end+1)].Tokens.From, len(r.Tokens)-1)].Capital()
}

// interrupts reports whether commas enclose an attribution early in its
// clause: "The ban, she said, has failed".
func (r *reader) interrupts(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	if end+1 >= r.at.To || r.Tokens[end].Fold != "," {
		return false
	}
	for i := end + 1; i < r.at.To && r.Tokens[i].Fold != ","; i++ {
		if r.finite(i) {
			return g.frames.has("q") || g.frames.has("t")
		}
	}
	return false
}

// addresseeEnd is the token after whoever is told, for verbs that take one.
func (r *reader) addresseeEnd(g group) int {
	if !g.frames.has("a") {
		return g.To
	}
	end := g.To
	for end < r.at.To && r.nominal(end) && r.QuoteOf(end) == g.quoted {
		end++
	}
	for end+1 < r.at.To && (r.Tokens[end].Fold == "of" || r.Tokens[end].Fold == "at") && r.nominal(end+1) {
		end = r.chunkAfter(end + 1)
	}
	return end
}

// endsAfter reports whether no complement follows the verb: the sentence or
// a comma does, or an adjunct of time or place and then one of them.
func (r *reader) endsAfter(g group) bool {
	end := r.adjunctEnd(r.addresseeEnd(g))
	for i := g.To; i < end; i++ {
		if r.finite(i) || r.Tokens[i].Fold == "that" || r.opensQuote(i) {
			return false
		}
	}
	return end >= r.at.To || r.participleOfSpeech(end) || r.Tokens[end].Kind == lexis.Mark && r.Tokens[end].Fold != ":"
}

// adjunctEnd is the next comma, dash or end of the sentence after token i, if
// what stands between is an adjunct: it begins with a preposition, an adverb,
// a participle or a time.
func (r *reader) adjunctEnd(i int) int {
	if i >= r.at.To {
		return i
	}
	t := r.tag(i)
	starts := t == "IN" || t == "TO" || t == "RB" || t == "VBG" || t == "VBN" || t == "WRB" || t == "JJR" || t == "CC" || r.timeAt(i) || r.Tokens[i].Fold == "this" || r.Tokens[i].Fold == "last" || r.Tokens[i].Fold == "via"
	if !starts {
		return i
	}
	for i < r.at.To && r.Tokens[i].Fold != "," && r.Tokens[i].Fold != ":" && r.Tokens[i].Fold != ";" && !isDash(r.Tokens[i]) && !r.opensQuote(i) {
		if r.Tokens[i].Kind == lexis.Mark && i+1 >= r.at.To || r.participleOfSpeech(i) {
			break
		}
		i++
	}
	return i
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
