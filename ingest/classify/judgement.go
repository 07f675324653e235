package classify

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// judges reports whether a judgement is about the topic: after it with a
// copula ("the ban is unacceptable"), or right before it ("it is essential
// that the ban", "an unacceptable ban").
func judges(t *segment.Text, topic Topic, m lexis.Found, lo int) bool {
	if m.First > topic.Last {
		if m.First-topic.Last <= 4 && m.Class == lexis.Judging && calledSo(t, topic, lo-2) {
			return true
		}
		from := pastInset(t, topic.Last+1, m.First)
		return m.First-from < 10 && !barred(t, from, m.First) && (m.Class == lexis.Reproach || hasCopula(t, from, m.First))
	}
	return m.Class == lexis.Judging && m.Last < topic.First && m.First >= lo && topic.First-m.Last <= reach && m.First > 0 && !comma(t, m.Last+1, topic.First)
}

// pastInset is token i, or where the sentence goes on after what two commas set
// in there: "the ban, she said on Monday, would be harmful".
func pastInset(t *segment.Text, i, to int) int {
	if i >= to || t.Tokens[i].Fold != "," {
		return i
	}
	if end := commaAt(t, i+1, min(to, i+maxInset)); end < min(to, i+maxInset) {
		return end + 1
	}
	return i
}

// calledSo reports whether a verb of naming stands before the topic: "called the
// ban premature" needs no copula.
func calledSo(t *segment.Text, topic Topic, lo int) bool {
	for i := topic.First - 1; i >= max(lo, topic.First-5, 0); i-- {
		if naming.Has(t.Tokens[i]) {
			return true
		}
	}
	return false
}

var naming = lexis.NewWords("called calling calls call deemed considers considered labelled branded finds found described describes describing denounced dismissed")

func hasCopula(t *segment.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if copula.Has(t.Tokens[i]) {
			return true
		}
	}
	return false
}

// judgedNext reports whether a judgement follows a negation at once.
func judgedNext(marks []lexis.Found, m lexis.Found) bool {
	for _, n := range marks {
		if (n.Class == lexis.Judging || n.Class == lexis.Estimate) && n.First > m.Last && n.First-m.Last <= 2 {
			return true
		}
	}
	return false
}

// impossible reports whether a hedge is negated: what "could not" come is
// excluded and not doubted.
func impossible(t *segment.Text, m lexis.Found) bool {
	if m.Last+1 >= len(t.Tokens) {
		return false
	}
	next := t.Tokens[m.Last+1].Fold
	return m.Phrase == "could" && (next == "not" || next == "n't")
}

func negatedBefore(marks []lexis.Found, m lexis.Found) bool {
	for _, n := range marks {
		if n.Class == lexis.Not && n.Last < m.First && m.First-n.Last <= 2 {
			return true
		}
	}
	return false
}
