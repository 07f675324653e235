package attribute

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
)

// addComplements notes what a plural or general head is "of" or "from":
// "leaders from Norvia, Estia and Galt".
func addComplements(tokens []lexis.Token, list []Nominal) {
	for i := range list {
		if list[i].Nature == Name || list[i].Nature == Pronoun {
			continue
		}
		end := list[i].To
		for j := i + 1; j < len(list); j++ {
			gap := tokens[end:list[j].From]
			if !(j == i+1 && isComplementGap(gap)) && !(j > i+1 && isListGap(gap)) {
				break
			}
			if list[i].Complement.Empty() {
				list[i].Complement.From = list[j].From
			}
			list[i].Complement.To, end = list[j].To, list[j].To
		}
	}
}

var complementWords = lexis.NewWords("of from for in at signed by jointly issued released the major multiple several many some various all leading other , ( on behalf including such as like")

func isComplementGap(gap []lexis.Token) bool {
	preposition := false
	for _, t := range gap {
		if t.Fold == "of" || t.Fold == "from" || t.Fold == "by" || t.Fold == "including" || t.Fold == "behalf" || t.Fold == "as" {
			preposition = true
		}
		if !complementWords.Has(t) {
			return false
		}
	}
	return preposition
}

var listWords = lexis.NewWords("and , or the as well & leaders officials from of senior top other")

func isListGap(gap []lexis.Token) bool {
	for _, t := range gap {
		if !listWords.Has(t) {
			return false
		}
	}
	return len(gap) > 0
}
