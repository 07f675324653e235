package classify

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// provided handles conditions: after the topic they weaken the stance; a topic
// inside one is a condition itself.
func (l *local) provided(t *segment.Text, topic Topic, clause segment.Range, lo int, m lexis.Found) {
	last, first := topic.ends()
	switch {
	case temporal(t, m, clause):
	case requiring[m.Phrase] && m.First > topic.Last && m.Last < first && !comma(t, m.Last+1, first):
		l.required, l.polar, l.sign = true, true, topic.Sign // "no talks unless the ban is verified"
	case m.First > max(topic.Last, last):
		l.weight = 0.5
		l.condition = segment.Range{From: m.First, To: clause.To}
	case !comma(t, m.Last+1, topic.First):
		needed := requiring[m.Phrase] || m.Phrase == "if" && l.threat && refused(t, m.Last+1, topic.First)
		l.ifAt = m.First
		l.unreal = l.unreal || unreal[m.Phrase] && !needed
		if needed && topic.Proposition.Accusation {
			l.unreal = true // "until they are serious": that they are not is not said
		}
		if needed {
			l.required, l.polar, l.sign = true, true, topic.Sign
		}
	case m.First >= lo:
		l.weight = 0.5
		l.condition = segment.Range{From: m.First, To: commaAt(t, m.Last+1, topic.First)}
		l.ifTo = l.condition.To
	}
}

// inverted sees a condition without "if": "Should Bob refuse, there will be a
// ban".
func (l *local) inverted(t *segment.Text, topic Topic, clause segment.Range) {
	if !inverting.Has(t.Tokens[clause.From]) || !t.Tokens[clause.From].Capital() {
		return
	}
	if end := commaAt(t, clause.From, topic.First); end < topic.First {
		l.weight, l.ifTo = 0.5, end
		l.condition = segment.Range{From: clause.From, To: end}
	}
}

var inverting = lexis.NewWords("should were had")

// unreal are the conditions that leave open what stands in them. The others
// ("only after", "unless") name what must come first.
var (
	requiring = map[string]bool{"unless": true, "until": true, "only if": true, "only after": true, "only when": true, "only once": true, "provided that": true,
		"in exchange for": true, "in return for": true} // what is had in exchange is asked for
	unreal = lexis.NewWords("if whether assuming")
)

// refused reports whether what stands in a condition is that somebody does not
// do it. Whoever threatens "if they refuse to leave" demands that they leave.
func refused(t *segment.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if refusals.Has(t.Tokens[i]) {
			return true
		}
	}
	return false
}

var refusals = lexis.NewWords("not n't refuse refuses refused fail fails failed reject rejects rejected decline declines declined")

// temporal reports whether "until" only says when: "until his visit last week",
// "until 3 May". A condition is a clause.
func temporal(t *segment.Text, m lexis.Found, clause segment.Range) bool {
	if m.Phrase != "until" || m.Last+1 >= clause.To {
		return false
	}
	next := t.Tokens[m.Last+1]
	return next.Kind == lexis.Number || times.Has(next)
}

var times = lexis.NewWords(`his her their its last this now recently then today yesterday early late mid monday tuesday wednesday thursday
	friday saturday sunday january february march april May june july august september october november december`)
