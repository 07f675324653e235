package classify

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// PointBack returns what a clause of sentence s without a topic of its own
// points back to: by "this request" and the like, by "it" as an object, by "do
// so", by a verb of answering, or by a noun that named a topic before. The
// topics stand where the words stand that point.
func (m *Memory) PointBack(t *segment.Text, a *attribute.Analysis, s int, clause segment.Range) []Topic {
	if len(m.last) > 0 && s-m.at <= maxPointer {
		near := s-m.at <= 1
		same := near && m.block == t.Sentences[s].Block
		if list := m.described(t, s, clause); len(list) > 0 {
			return list
		}
		at, ok := pointer(t, clause, same, near)
		if !ok && same {
			at, ok = object(t, a, s, clause)
		}
		if ok {
			return moved(m.last, at)
		}
		return nil
	}
	return m.described(t, s, clause)
}

// maxPointer is how many sentences later "this plan" still means what was
// talked about last: paragraphs of news are short.
const maxPointer = 2

// moved puts topics where the words stand that point back to them.
func moved(topics []Topic, at segment.Range) []Topic {
	var list []Topic
	for _, topic := range topics {
		topic.First, topic.Last = at.From, at.To-1
		topic.inside = []segment.Range{at}
		topic.all, topic.far, topic.Else = topic.inside, 0, nil
		if !topic.Back {
			topic.Words = append([]string{"points back"}, topic.Words...)
		}
		topic.Back = true
		list = append(list, topic)
	}
	return list
}

// pointers are the nouns by which news English names what was said before.
var pointers = lexis.NewWords("request demand proposal plan offer idea call suggestion condition step move measure decision debate discussion initiative notion draft scheme goal prospect")

// occasions are what "this" or "such" points back to; "the meeting" is any.
var occasions = lexis.NewWords("meeting summit talks negotiations contacts event activities dialogue visit encounter")

// things are the nouns by which one paragraph takes up the talk of the one
// before; "the plan" is the plan that was named, wherever that was.
var things = lexis.NewWords("idea suggestion request demand call condition notion move step prospect")

// answers are the verbs whose topic is what was said before.
var answers = lexis.NewWords("responded replied answered countered")

// pointer is the place of the words that point back. "The plan" and answers
// point to the sentence before alone, "this plan" farther.
func pointer(t *segment.Text, clause segment.Range, same, near bool) (segment.Range, bool) {
	for i := clause.From; i+1 < clause.To; i++ {
		w := t.Tokens[i].Fold
		next := i + 1
		if w == "such" && (t.Tokens[next].Fold == "a" || t.Tokens[next].Fold == "an") && next+1 < clause.To {
			next++
		}
		noun := t.Tokens[next]
		if demonstrative.Has(t.Tokens[i]) && (pointers.Has(noun) || occasions.Has(noun)) || w == "the" && (same && pointers.Has(noun) || near && things.Has(noun)) || same && w == "do" && t.Tokens[next].Fold == "so" {
			return segment.Range{From: i, To: next + 1}, true
		}
		if same && answers.Has(t.Tokens[i]) && t.QuoteOf(i) < 0 {
			return answered(t, i, clause)
		}
	}
	return segment.Range{}, false
}

var demonstrative = lexis.NewWords("this that these such")

// object is "it", "them" or "one" right after a word that takes a side.
func object(t *segment.Text, a *attribute.Analysis, s int, clause segment.Range) (segment.Range, bool) {
	first, _ := slices.BinarySearchFunc(a.Frames, s, func(f attribute.Frame, s int) int { return f.Sentence - s })
	for i := first; i < len(a.Frames) && a.Frames[i].Sentence == s; i++ {
		f := &a.Frames[i]
		if f.Word.Class == lexis.Speech || !clause.Contains(f.Cue) {
			continue
		}
		if i := f.Cue.To; i < clause.To && objects.Has(t.Tokens[i]) {
			return segment.Range{From: i, To: i + 1}, true
		}
		if strings.HasSuffix(f.Word.Phrase, " it down") {
			return f.Cue, true
		}
	}
	return segment.Range{}, false
}

var objects = lexis.NewWords("it them one")

// answered is the last word of "responded ..., indicating readiness": the
// topic belongs behind the words that take a side.
func answered(t *segment.Text, i int, clause segment.Range) (segment.Range, bool) {
	for j := i + 1; j < clause.To; j++ {
		if readiness.Has(t.Tokens[j]) {
			return segment.Range{From: j, To: j + 1}, true
		}
	}
	return segment.Range{}, false
}

var readiness = lexis.NewWords("readiness willingness openness approval agreement support opposition refusal rejection reluctance interest caution")
