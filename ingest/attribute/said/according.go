package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// accordingTo makes the attributions of "according to Ann, …", "…, according
// to Ann" and of the like: "in the words of Ann", "in Ann's view".
func (r *reader) accordingTo() {
	for i := r.at.From; i+2 < r.at.To; i++ {
		from, source := r.credits(i)
		if source.Empty() {
			continue
		}
		cue := segment.Range{From: i, To: from}
		r.credited(cue, source)
	}
}

// credits is where the phrase of credit at i ends, and who it credits.
func (r *reader) credits(i int) (int, segment.Range) {
	w, next := r.Tokens[i].Fold, r.Tokens[i+1].Fold
	from := 0
	switch {
	case w == "according" && next == "to":
		from = i + 2
	case w == "in" && next == "the" && i+4 < r.at.To && r.Tokens[i+2].Fold == "words" && r.Tokens[i+3].Fold == "of":
		from = i + 4
	case w == "per" && r.leads(i):
		from = i + 1
	default:
		return 0, segment.Range{}
	}
	return from, segment.Range{From: from, To: r.phraseAfter(from)}
}

// leads reports whether token i opens the sentence or stands after a comma.
func (r *reader) leads(i int) bool { return i == r.at.From || r.Tokens[i-1].Fold == "," }

// credited adds the attribution: the content is the rest of the clause, before
// the phrase or, where it opens the sentence, behind it.
func (r *reader) credited(cue, source segment.Range) {
	content := segment.Range{}
	if cue.From <= r.at.From+1 {
		i := source.To
		for i < r.at.To && r.Tokens[i].Fold != "," {
			i++
		}
		if i+1 < r.at.To {
			content = segment.Range{From: i + 1, To: r.end(i+1, clause)}
		}
	} else {
		content = r.before(cue.From)
	}
	if content.Empty() {
		return
	}
	r.zones = append(r.zones, zone{segment.Range{From: cue.From, To: source.To}, -1})
	r.speaker = r.add(Attribution{Source: []segment.Range{source}, Cue: []segment.Range{cue}, Content: []segment.Range{content}})
	r.take(content)
}
