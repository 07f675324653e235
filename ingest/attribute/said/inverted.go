package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// inverted is the subject behind its verb. English puts it there after
// quoted or fronted speech alone, with a verb of speech in a simple tense.
func (r *reader) inverted(k int) segment.Range {
	g := r.groups[k]
	b := g.From - 1
	if !g.frames.has("q") || g.To-g.From > 2 || b <= r.at.From || g.To >= r.at.To || g.quoted >= 0 && !r.closesQuote(b) {
		return segment.Range{}
	}
	if !r.closesQuote(b) && r.Tokens[b].Fold != "," && !r.Tokens[b].Dash() || r.tag(g.head) == "VBG" || g.frames.has("m") {
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
