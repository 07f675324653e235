package classify

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// pointers are the nouns by which news English names what was said before.
var pointers = lexis.NewWords("request demand proposal plan offer idea call suggestion condition step move measure")

// answers are the verbs whose topic is what was said before.
var answers = lexis.NewWords("responded replied answered countered")

// PointBack returns the topics of the sentence before as those of sentence s,
// when it points back to them: by "this request" and the like, or by a verb of
// answering. They stand where the pointer stands.
func PointBack(t *segment.Text, s int, before []Topic) []Topic {
	at, ok := pointer(t, t.Sentences[s].Tokens)
	if !ok || len(before) == 0 {
		return nil
	}
	var list []Topic
	for _, topic := range before {
		topic.First, topic.Last = at.From, at.To-1
		topic.inside = []segment.Range{at}
		topic.all, topic.far = topic.inside, 0
		topic.Words = append([]string{"points back"}, topic.Words...)
		list = append(list, topic)
	}
	return list
}

// pointer is the place of the words that point back.
func pointer(t *segment.Text, sentence segment.Range) (segment.Range, bool) {
	for i := sentence.From; i+1 < sentence.To; i++ {
		w := t.Tokens[i].Fold
		if (w == "this" || w == "that" || w == "these" || w == "such") && pointers.Has(t.Tokens[i+1]) {
			return segment.Range{From: i, To: i + 2}, true
		}
		if answers.Has(t.Tokens[i]) && t.QuoteOf(i) < 0 {
			return answered(t, i, sentence)
		}
	}
	return segment.Range{}, false
}

// answered is the last word of "responded ..., indicating readiness": the
// topic belongs behind the words that take a side.
func answered(t *segment.Text, i int, sentence segment.Range) (segment.Range, bool) {
	for j := i + 1; j < sentence.To; j++ {
		if readiness.Has(t.Tokens[j]) {
			return segment.Range{From: j, To: j + 1}, true
		}
	}
	return segment.Range{}, false
}

var readiness = lexis.NewWords("readiness willingness openness approval agreement support opposition refusal rejection reluctance interest caution")
