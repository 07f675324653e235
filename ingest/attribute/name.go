package attribute

import (
	"strings"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

func isName(t lexis.Token) bool {
	return t.Kind == lexis.Word && t.Capital() && (!neverName.Has(t) || isAcronym(t.Text)) && !strings.HasPrefix(t.Fold, "'")
}

// isAcronym reports whether a word is written in capitals: "US", "WHO". One
// letter and words of shouting are not told apart; both are rare.
func isAcronym(s string) bool {
	return len(s) > 1 && s == strings.ToUpper(s)
}

// nameAt reads a run of capitalised words, the nouns in lower case that follow
// it ("Finance Ministry spokesman", "Kremlin officials") and a name after that
// ("spokesman Lee").
func nameAt(tokens []lexis.Token, i int, r segment.Range) Nominal {
	n := Nominal{Range: segment.Range{From: i, To: nameEnd(tokens, i, r.To)}}
	if head, ok := nouns()[tokens[n.To-1].Fold]; ok {
		n.Nature = head
	}
	for n.To < r.To && !ends(tokens[n.To]) {
		last := headEnd(tokens, n.To, r.To)
		if last < 0 || predicate(tokens[n.To:last]) {
			break
		}
		n.Nature, n.To = nouns()[tokens[last].Fold], last+1
		if n.To < r.To && isName(tokens[n.To]) && n.Nature != Document {
			n.Nature, n.To = Name, nameEnd(tokens, n.To, r.To)
		}
	}
	return n.finish(tokens, r)
}

// predicate reports whether a name is followed by its verb and no longer part
// of a phrase: a form in -ed, or one in -s of a verb that we know.
func predicate(words []lexis.Token) bool {
	for i, w := range words {
		if i == 0 && strings.HasSuffix(w.Fold, "ed") || strings.HasSuffix(w.Fold, "s") && lexis.English().Begins(w) {
			return true
		}
	}
	return false
}

func nameEnd(tokens []lexis.Token, i, to int) int {
	end := i + 1
	for end < to {
		switch {
		case isName(tokens[end]):
			end++
		case end+1 < to && insideName.Has(tokens[end]) && !people(tokens[end-1]) && tokens[end].Fold != "and" && tokens[end].Fold != "for" && bridges(tokens, end, to) > 0:
			end = bridges(tokens, end, to)
		case tokens[end].Kind == lexis.Mark && tokens[end].Text == "." && initial(tokens[end-1]) && end+1 < to && isName(tokens[end+1]):
			end += 2
		default:
			return end
		}
	}
	return end
}

// people reports whether a word heads a phrase for several people: "Leaders of
// Norvia" is no name, as "Bank of Norvia" is.
func people(t lexis.Token) bool {
	nature, head := nouns()[t.Fold]
	return head && nature == Person && strings.HasSuffix(t.Fold, "s")
}

// bridges is the end of "of the" and the like when a name follows it directly.
func bridges(tokens []lexis.Token, i, to int) int {
	j := i
	for j < to && j < i+2 && insideName.Has(tokens[j]) && !tokens[j].Capital() {
		j++
	}
	if j < to && isName(tokens[j]) && !(tokens[i].Fold == "the") {
		return j + 1
	}
	return 0
}

func initial(t lexis.Token) bool {
	return len(t.Text) == 1 || nameTitles.Has(t)
}

var nameTitles = lexis.NewWords("mr mrs ms dr prof gen sen rep gov lt col maj sgt capt adm rev st")

// ends reports whether a phrase cannot go on with the next token.
func ends(next lexis.Token) bool {
	return next.Kind != lexis.Word || strings.HasPrefix(next.Fold, "'")
}
