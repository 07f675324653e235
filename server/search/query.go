package search

import (
	"slices"
	"strings"
)

// Query is what to look for. The zero value finds nothing.
type Query struct {
	must  []phrase
	never []phrase

	begin, barred []string // the same as Words gives them, for names
}

// phrase is words that follow each other, by their stems.
type phrase []string

// Parse reads what a person typed; it cannot fail. "all words", "\"these words
// together\"", "-without".
func Parse(text string) Query {
	var q Query
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		bare, negated := strings.CutPrefix(text, "-")
		part := bare
		if rest, quoted := cutQuote(bare); quoted {
			part, text, _ = strings.Cut(rest, "\"")
		} else if i := strings.IndexAny(bare, " \t\n\""); i >= 0 {
			part, text = bare[:i], bare[i:]
		} else {
			text = ""
		}
		p := phraseOf(part)
		switch {
		case len(p) == 0:
		case negated:
			q.never, q.barred = append(q.never, p), append(q.barred, Words(part)...)
		default:
			q.must, q.begin = append(q.must, p), append(q.begin, Words(part)...)
		}
	}
	return q
}

// cutQuote takes a quotation mark, straight or curly, off the front, and makes
// the one that closes it straight.
func cutQuote(text string) (rest string, quoted bool) {
	for _, mark := range []string{"\"", "\u201c", "\u201e", "\u00ab"} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return strings.NewReplacer("\u201d", "\"", "\u201c", "\"", "\u00bb", "\"").Replace(rest), true
		}
	}
	return text, false
}

func phraseOf(text string) phrase {
	var p phrase
	for w := range words(text) {
		p = append(p, stem(w.folded))
	}
	return p
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.must) == 0 }

// terms are all stems that must occur, each once.
func (q Query) terms() []string {
	var list []string
	for _, p := range q.must {
		list = append(list, p...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// admits reports whether the phrases of more than one word occur in a text
// that has all the words, and those after a minus do not.
func (q Query) admits(fields []string) bool {
	for _, p := range q.must {
		if len(p) > 1 && !occurs(p, fields) {
			return false
		}
	}
	return !slices.ContainsFunc(q.never, func(p phrase) bool { return occurs(p, fields) })
}

func occurs(p phrase, fields []string) bool {
	return slices.ContainsFunc(fields, func(text string) bool {
		var last []string
		for w := range words(text) {
			if last = append(last, stem(w.folded)); len(last) > len(p) {
				last = last[1:]
			}
			if slices.Equal(last, p) {
				return true
			}
		}
		return false
	})
}
