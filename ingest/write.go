package ingest

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/ingest/attribute"
	"github.com/stancegraph/stancegraph/ingest/classify"
	"github.com/stancegraph/stancegraph/ingest/date"
	"github.com/stancegraph/stancegraph/ingest/grade"
	"github.com/stancegraph/stancegraph/ingest/lexis"
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
	sides    map[string]string  // new actors: the group that the text names with them
	list     []schema.Statement // so far
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

// speaksFor reports whether a person speaks for a group on the article's day.
func (w *writer) speaksFor(actor, group string) bool {
	if side, ok := w.sides[actor]; ok {
		return side == group
	}
	a, ok := w.codebook.Actor(actor)
	if !ok || a.Kind.IsGroup() {
		return false
	}
	return w.codebook.BelongsTo(actor, group, w.day())
}

// together reports whether two actors speak for one group by default.
func (w *writer) together(a, b string) bool {
	x, y := w.behalf(a, w.source.Published), w.behalf(b, w.source.Published)
	return x != "" && x == y
}

func (w *writer) day() schema.Day {
	if w.source.Published.IsZero() {
		return 0
	}
	return w.source.Published.Latest()
}

// statements writes a reading once for each of its holders.
func (w *writer) statements(r classify.Reading) []schema.Statement {
	f, who := w.said.Frames[r.Frame], w.who[r.Frame]
	span := w.evidence(r)
	relays := w.relays(r)
	mode, confidence := grade.Grade(grade.Findings{
		Kind: f.Kind, Class: f.Word.Class, Part: f.Word.Part, Document: who.Document, Polar: r.Polar, Back: r.Topic.Back,
		Quoted: w.quoted(r.Topic.First), Anaphor: who.Anaphor, Unknown: strings.HasPrefix(who.Actors[0], schema.NewActorPrefix),
		Near: near(f.Cue, r.Topic.First), Relays: len(relays),
	})
	when := date.Reported(w.said, w.when, r.Frame, r.Outer)
	s := schema.Statement{
		Stance: r.Stance(), Act: r.Act, Mode: mode, Via: relays, Confidence: confidence,
		Date: when.Date, DateBasis: when.Basis,
		Condition: w.text.Words(trimmed(w.text, r.Condition)), Signatories: who.Signatories, Trace: w.trace(r),
	}
	var list []schema.Statement
	for _, actor := range who.Actors {
		list = append(list, w.record(s, actor, r.Topic.Proposition, span))
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

// behalf is the first affiliation that holds on the day: whom a person speaks
// for by default.
func (w *writer) behalf(actor string, on schema.Date) string {
	if side, ok := w.sides[actor]; ok {
		return side
	}
	a, ok := w.codebook.Actor(actor)
	if !ok || a.Kind.IsGroup() {
		return ""
	}
	day := w.day()
	if !on.IsZero() {
		day = on.Latest()
	}
	if held := w.codebook.AffiliationsOn(actor, day); len(held) > 0 {
		return held[0].Group
	}
	return ""
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

// near reports whether the topic stands within a clause's length of the cue.
func near(cue segment.Range, topic int) bool {
	return max(topic-cue.To, cue.From-topic, 0) <= 12
}

// relays are those who stand between the holder and the article, nearest
// first: other speakers around the frame, and whom "according to" credits.
func (w *writer) relays(r classify.Reading) []string {
	var list []string
	for _, i := range r.Outer {
		f := w.said.Frames[i]
		if f.Word.Class != lexis.Speech || len(f.Holders) == 0 || w.who[i].Words == "" {
			continue
		}
		words := w.who[i].Words
		if w.who[i].Known() && w.who[i].Actors[0] == w.who[r.Frame].Actors[0] || w.who[i].Anaphor && !w.who[i].Known() || slices.Contains(list, words) {
			continue
		}
		list = append(list, words)
	}
	return list
}

func trimmed(t *segment.Text, r segment.Range) segment.Range {
	for !r.Empty() && t.Tokens[r.To-1].Kind == lexis.Mark {
		r.To--
	}
	return r
}

// trace tells how the stance came about, in the order of the stages.
func (w *writer) trace(r classify.Reading) []string {
	f := w.said.Frames[r.Frame]
	list := []string{
		"cue: " + strings.Join(r.Topic.Words, " + "),
		"attribution: " + string(f.Kind) + " " + quote(w.text.Words(f.Cue)),
		"holder: " + quote(w.who[r.Frame].Words),
	}
	if len(r.Words) > 0 {
		list = append(list, "stance: "+strings.Join(r.Words, ", "))
	} else {
		list = append(list, "stance: asserted, no word takes a side")
	}
	if r.Topic.Sign < 0 {
		list = append(list, "direction: the cue's wording is against the proposition")
	}
	if printed := w.who[r.Frame].Misprinted; printed != "" {
		list = append(list, "printed role "+quote(printed)+" is not the register's on this day")
	}
	return append(list, date.Reported(w.said, w.when, r.Frame, r.Outer).Rule)
}

func quote(s string) string { return "'" + s + "'" }

// cell writes a cell of a table for each of the sides of its column.
func (w *writer) cell(c classify.Cell) []schema.Statement {
	basis := schema.Statement{
		Stance: c.Stance, Act: schema.ActReport, Mode: schema.ModeNarrative, Confidence: grade.Cell,
		Date: w.source.Published, DateBasis: schema.DateArticle, Trace: append([]string{"table: row " + quote(c.Row) + ", column " + quote(c.Column)}, c.Trace...),
	}
	var list []schema.Statement
	for _, actor := range c.Actors {
		list = append(list, w.record(basis, actor, c.Proposition, c.Span))
	}
	return list
}

// lost writes the stances whose holders are not resolved, except where the same
// passage gives a sure statement on the proposition.
func (w *writer) lost(sure []schema.Statement) []schema.Statement {
	var list []schema.Statement
	for _, r := range w.reader.Lost {
		words := w.who[r.Frame].Words
		w.who[r.Frame].Actors = []string{schema.NewActorPrefix + words}
		s := w.statements(r)[0]
		w.who[r.Frame].Actors = nil
		s.Confidence, s.Reason = grade.Open, "holder "+quote(words)+" is not resolved"
		if !slices.ContainsFunc(sure, func(o schema.Statement) bool { return o.Proposition == s.Proposition && o.Start < s.End && s.Start < o.End }) {
			list = append(list, s)
		}
	}
	return grade.Once(list)
}
