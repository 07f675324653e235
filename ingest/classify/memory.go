package classify

import (
	"slices"

	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// Memory is what a text was about so far, for the words that point back.
type Memory struct {
	last  []Topic // of the last clause that has any
	block int     // where that clause stands
	at    int     // its sentence
	named []named // what definite descriptions may mean, latest last
}

// named is a topic that a noun of its wording can call up again.
type named struct {
	topics   []Topic
	head     string // lemma of that noun
	sentence int
}

// How many sentences later a noun still calls up its topic: with "the" or
// "this", and alone.
const (
	maxDefinite = 10
	maxBare     = 1
)

// Remember keeps the topics of a clause of sentence s.
func (m *Memory) Remember(t *segment.Text, s int, topics []Topic) {
	if len(topics) == 0 {
		return
	}
	m.last, m.block, m.at = topics, t.Sentences[s].Block, s
	for _, topic := range topics {
		if head := headOf(topic); head != "" && !topic.Back {
			m.named = append(m.named, named{meantBy(topic, topics), head, s})
		}
	}
	if n := len(m.named); n > 4*maxDefinite {
		m.named = slices.Clone(m.named[n-maxDefinite:])
	}
}

// meantBy are a topic and what its noun is about: "the proposal" of "a proposal
// for a yearly quota" means the quota too.
func meantBy(topic Topic, topics []Topic) []Topic {
	list := []Topic{topic}
	for _, o := range topics {
		if o.Proposition != topic.Proposition && o.First > topic.Last && o.First-topic.Last <= reach {
			list = append(list, o)
		}
	}
	return list
}

// headOf is the last word of a cue that is a phrase of its own: "plan" of
// "28-point plan". A cue of one word, a name or one that needs a second phrase
// says too little to be meant by its noun alone.
func headOf(t Topic) string {
	if len(t.Words) != 1 || t.Proposition.Accusation {
		return ""
	}
	words := lexis.Tokenize(t.Words[0])
	last := words[len(words)-1]
	if len(words) < 2 || last.Capital() || len(last.Fold) < 4 {
		return ""
	}
	return noun(last)
}

// noun is the lemma of a noun; the nouns for plans stand for one another.
func noun(t lexis.Token) string {
	if plans.Has(t) {
		return "plan"
	}
	return t.Lemma
}

var plans = lexis.NewWords("plan plans proposal proposals draft drafts initiative blueprint")

// described finds a noun that named a topic before: with "the" or "this" some
// sentences later, alone in the next one.
func (m *Memory) described(t *segment.Text, s int, clause segment.Range) []Topic {
	for i := clause.From; i < clause.To && len(m.named) > 0; i++ {
		if t.Tokens[i].Kind != lexis.Word || t.Tokens[i].Capital() {
			continue
		}
		reach := maxBare
		if i > clause.From && definite.Has(t.Tokens[i-1]) {
			reach = maxDefinite
		}
		for k := len(m.named) - 1; k >= 0 && s-m.named[k].sentence <= reach; k-- {
			if n := m.named[k]; n.head == noun(t.Tokens[i]) {
				return moved(n.topics, segment.Range{From: i, To: i + 1})
			}
		}
	}
	return nil
}

var definite = lexis.NewWords("the this that these those such a an")
