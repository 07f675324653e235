package said

import (
	"strings"
)

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

// apposition reports whether the phrase after a comma describes the one
// before: it begins with an article, possessive or plain noun.
func (r *reader) apposition(i, to int) bool {
	if to < r.at.To && r.finite(to) {
		return false
	}
	t := r.tag(i)
	return !r.timeAt(i) && (t == "DT" || t == "PRP$" || strings.HasPrefix(t, "NN") || t == "JJ" || t == "CD")
}

// clauseStop is the next comma or the end of the sentence's words.
func (r *reader) clauseStop(i int) int {
	for i < r.at.To && r.Tokens[i].Fold != "," && !r.opensQuote(i) {
		i++
	}
	return r.trim(i)
}
