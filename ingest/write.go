package ingest

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/classify"
	"github.com/stancegraph/stancegraph/ingest/date"
	"github.com/stancegraph/stancegraph/ingest/grade"
	"github.com/stancegraph/stancegraph/ingest/resolve"
	"github.com/stancegraph/stancegraph/ingest/segment"
	"github.com/stancegraph/stancegraph/schema"
)

// writer turns readings into records.
type writer struct {
	codebook *schema.Codebook
	source   schema.Source
	text     *segment.Text
	said     *attribute.Analysis
	who      []resolve.Speaker
	when     []date.Dated
	reader   *classify.Reader
	memory   classify.Memory
	sides    map[string]string // new actors: the group that the text names with them
	list     []grade.Candidate // so far
}

// read codes topics of a clause.
func (w *writer) read(topics []classify.Topic, clause segment.Range) {
	for _, topic := range topics {
		readings := w.reader.Read(topic, topics, clause)
		for i := 0; i < len(topic.Else) && len(readings) == 0; i++ {
			readings = w.reader.Read(topic.Else[i], topics, clause)
		}
		for _, r := range readings {
			w.list = append(w.list, w.statements(r)...)
		}
	}
}

// statements writes a reading once for each of its holders.
func (w *writer) statements(r classify.Reading) []grade.Candidate {
	f, who := w.said.Frames[r.Frame], w.who[r.Frame]
	span := w.evidence(r)
	relays := w.relays(r)
	when := date.Reported(w.said, w.when, r.Frame, r.Outer)
	found := grade.Findings{
		Kind: f.Kind, Class: f.Word.Class, Part: f.Word.Part, Document: who.Document, Polar: r.Polar, Back: r.Topic.Back,
		Quoted: w.quoted(r.Topic.First), Anaphor: who.Anaphor, Unknown: strings.HasPrefix(who.Actors[0], schema.NewActorPrefix),
		Near: near(f.Cue, r.Topic.First), Relays: len(relays), Named: w.named(r), Sided: r.Polar,
		Example: w.example(r.Topic.First), Dated: when.Own,
	}
	mode, confidence := grade.Grade(found)
	s := schema.Statement{
		Stance: r.Stance(), Act: r.Act, Mode: mode, Via: relays, Confidence: confidence,
		Date: when.Date, DateBasis: when.Basis,
		Condition: w.text.Words(trimmed(w.text, r.Condition)), Signatories: who.Signatories, Trace: w.trace(r),
	}
	var list []grade.Candidate
	for _, actor := range who.Actors {
		list = append(list, grade.Candidate{Statement: w.record(s, actor, r.Topic.Proposition, span), Clarity: grade.Clarity(found)})
	}
	return list
}

// record fills in what every statement has.
func (w *writer) record(s schema.Statement, actor string, p *schema.Proposition, span segment.Span) schema.Statement {
	s.Doc, s.Source = w.source.Doc, w.source.ID
	s.Start, s.End = w.text.Point(span.Start), w.text.Point(span.End)
	s.Evidence = w.text.Raw[span.Start:span.End]
	s.Actor, s.OnBehalfOf = actor, w.behalf(actor, s.Date)
	s.Proposition, s.Issue = p.ID, p.Issues[0]
	s.Coder, s.Status, s.Codebook = Coder, schema.StatusProposed, w.codebook.Ref()
	s.Trace = slices.Clone(s.Trace)
	s.ID = s.DeriveID()
	return s
}

// evidence is the sentence of the topic, without outer white space; where the
// attribution is in another sentence of the quotation, the quoted one alone.
func (w *writer) evidence(r classify.Reading) segment.Span {
	s := w.text.SentenceOf(r.Topic.First)
	return w.text.Sentences[s].Span
}

// quoted reports whether the token stands in a quotation that is speech and
// not a word held at arm's length.
func (w *writer) quoted(token int) bool {
	q := w.text.QuoteOf(token)
	return q >= 0 && w.text.Quotes[q].Tokens.To-w.text.Quotes[q].Tokens.From > 4
}

// named reports whether the passage or the attribution of its quotation names
// the holder by more than a pronoun or "the statement".
func (w *writer) named(r classify.Reading) bool {
	holder := w.who[r.Frame]
	if !holder.Anaphor {
		return true
	}
	return slices.ContainsFunc(r.Outer, func(i int) bool {
		return !w.who[i].Anaphor && w.who[i].Known() && w.who[i].Actors[0] == holder.Actors[0]
	})
}

// example reports whether "including" or "such as" opens what the token stands
// in: then the stance is on what stands before.
func (w *writer) example(token int) bool {
	from := w.text.Sentences[w.text.SentenceOf(token)].Tokens.From
	for i := token - 1; i >= max(from, token-maxExample); i-- {
		switch w.text.Tokens[i].Fold {
		case "including", "e.g":
			return true
		case "such":
			return w.text.Tokens[i+1].Fold == "as"
		case "that", ":", ";", "—":
			return false
		}
	}
	return false
}

// maxExample bounds a list of examples, in tokens.
const maxExample = 8

// near reports whether the topic stands within a clause's length of the cue.
func near(cue segment.Range, topic int) bool {
	return max(topic-cue.To, cue.From-topic, 0) <= 12
}

// cell writes a cell of a table for each of the sides of its column.
func (w *writer) cell(c classify.Cell) []grade.Candidate {
	basis := schema.Statement{
		Stance: c.Stance, Act: schema.ActReport, Mode: schema.ModeNarrative, Confidence: grade.Cell,
		Date: w.source.Published, DateBasis: schema.DateArticle, Trace: append([]string{"table: row " + quote(c.Row) + ", column " + quote(c.Column)}, c.Trace...),
	}
	var list []grade.Candidate
	for _, actor := range c.Actors {
		list = append(list, grade.Candidate{Statement: w.record(basis, actor, c.Proposition, c.Span), Clarity: grade.Clarity(grade.Findings{Named: true})})
	}
	return list
}
