package network

import (
	"regexp"
	"slices"
	"time"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// FromLedger makes a table of the statements of a filter (questions.Select),
// of which those count that review leaves standing. A joint statement is one
// event for its actor and one for each other who signed it.
//
// Variables, by the names of this project or of DNA:
//
//	actor                       who made the statement
//	person                      the actor, unless it is a group
//	organization, on_behalf_of  whom it spoke for, or the actor that is a group
//	proposition, concept        what it is about
//	stance, agreement           for or against; agreement is 0 and 1 while no
//	                            statement is between
//	issue, act, mode, coder, condition
//	author, source, outlet, section, type, id, title, lang
//	                            of the document; also as document.author and so on
//
// and every key of Statement.Variables, which comes before a name above where
// all statements that lack the key have the same kind of value by that name.
// Labels that two actors or two propositions share get their IDs behind them.
//
// Passages are what an import could not make statements of, and DNA counts.
func FromLedger(s *ledger.Snapshot, statements []*schema.Statement, passages ...Passage) *Table {
	c := &coding{codebook: s.Codebook, kinds: map[string]Kind{}}
	t := &Table{column: c.column, names: c.names, Documents: documentTimes(s)}
	for _, st := range statements {
		if s.Standing(st) != ledger.Stands {
			t.NotInUse++
			continue
		}
		c.addStatement(st, s.Sources[st.Source])
	}
	for _, p := range passages {
		c.addPassage(p, s.Sources[p.Source])
	}
	c.declareKinds()
	for i := range c.records {
		t.Events = append(t.Events, c.records[i].event())
	}
	return t
}

// Passage is a coded passage that is no statement: a note, a statement without
// a concept. Its values are all in Variables, under the names they had.
type Passage struct {
	ID         string
	Source     string
	Start, End int
	Date       schema.Date
	Variables  map[string]string
}

// PassagesOf are the annotations of a snapshot: what is coded and is no
// statement. Notes are left out: they are about what was coded.
func PassagesOf(s *ledger.Snapshot) []Passage {
	list := make([]Passage, 0, len(s.Annotations))
	for i := range s.Annotations {
		if a := &s.Annotations[i]; !a.IsNote() {
			list = append(list, Passage{ID: a.ID, Source: a.Source, Start: a.Start, End: a.End, Date: a.Date, Variables: a.Variables})
		}
	}
	return list
}

// record is one event before it is one.
type record struct {
	id        string
	st        *schema.Statement // nil: a passage
	speaker   string            // the actor, or who signed
	signed    bool
	source    *schema.Source // nil where only a citation is known
	sourceID  string
	start     int
	end       int
	date      schema.Date
	variables map[string]string
}

func (c *coding) addStatement(st *schema.Statement, src *schema.Source) {
	r := record{id: st.ID, st: st, speaker: st.Actor, source: src, sourceID: st.Source, start: st.Start, end: st.End, date: st.Date, variables: st.Variables}
	c.records = append(c.records, r)
	for i, signer := range st.Signatories {
		if signer != st.Actor && !slices.Contains(st.Signatories[:i], signer) {
			joint := r
			joint.speaker, joint.signed = signer, true
			c.records = append(c.records, joint)
		}
	}
	for _, twin := range twinsOf(st.Variables) {
		again := r
		again.id, again.variables = st.ID+"#"+twin[statementID], twin
		c.records = append(c.records, again)
	}
}

func (c *coding) addPassage(p Passage, src *schema.Source) {
	c.records = append(c.records, record{id: p.ID, source: src, sourceID: p.Source, start: p.Start, end: p.End, date: p.Date, variables: p.Variables})
}

func (r *record) event() Event {
	e := Event{ID: r.id, Doc: r.doc(), Start: r.start, End: r.end, Rank: r.variables[statementID]}
	e.First, e.Last = instants(r.date, r.variables[documentTime])
	if start, stop, ok := outside(r.variables); ok {
		e.Start, e.End = start, stop
	}
	return e
}

// doc tells documents apart. DNA has documents of one text, which are one
// source here.
func (r *record) doc() string {
	switch id := r.variables[documentID]; {
	case id != "":
		return id + " " + r.sourceID
	case r.source != nil:
		return r.source.Doc + " " + r.sourceID
	}
	return r.sourceID
}

// instants are the first and last instant that a date may mean. A day is its
// midnight, as in DNA, unless the time of day is known.
func instants(d schema.Date, clock string) (first, last time.Time) {
	if e := d.Earliest(); e != schema.MinDay {
		first = e.Time()
	}
	if l := d.Latest(); l != schema.MaxDay {
		last = l.Time()
	}
	if t, err := time.Parse(time.TimeOnly, clock); err == nil && first.Equal(last) {
		first = first.Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second)
		last = first
	}
	return first, last
}

// dnaDates finds the instants in the date rule of a source that DNA dated; a
// source has only a day.
var dnaDates = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d`)

// documentTimes are the instants of all documents: the range of what is left
// open reaches from the first to the last.
func documentTimes(s *ledger.Snapshot) []time.Time {
	var times []time.Time
	for _, src := range s.SourceList() {
		exact := dnaDates.FindAllString(src.DateRule, -1)
		for _, text := range exact {
			if t, err := time.Parse(layoutSecond, text); err == nil {
				times = append(times, t)
			}
		}
		if first, last := instants(src.Published, ""); len(exact) == 0 {
			times = append(times, known(first, last)...)
		}
	}
	return times
}

func known(times ...time.Time) []time.Time {
	return slices.DeleteFunc(times, time.Time.IsZero)
}
