package questions_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// oracle answers a position by folding over all statements, straight from the
// package comment and without an index. It is slow and meant to be read.
type oracle struct {
	cb         *schema.Codebook
	sources    []schema.Source
	statements []schema.Statement
	f          questions.Filter
}

func (o oracle) position(who string, group bool, proposition string) (n, of int, value float64, band questions.Band) {
	var counted []schema.Statement
	for _, st := range o.statements {
		made := st.Actor == who || group && (o.in(st.Actor, who, st.Date) || st.OnBehalfOf == who || st.OnBehalfOf != "" && o.in(st.OnBehalfOf, who, st.Date))
		if st.Proposition != proposition || !made && !slices.Contains(st.Signatories, who) {
			continue
		}
		of++
		voice := who
		if made {
			voice = st.Actor
		}
		if o.stands(st) && o.passes(st, voice, made) && o.inTime(st) {
			counted = append(counted, st)
		}
	}
	if len(counted) == 0 || len(counted) < o.f.MinStatements {
		return 0, of, 0, questions.BandNone
	}
	value, band = latestOf(counted)
	return len(counted), of, value, band
}

func latestOf(counted []schema.Statement) (float64, questions.Band) {
	last := counted[0].Date
	for _, st := range counted {
		if last.IsZero() || !st.Date.IsZero() && (st.Date.Latest() > last.Latest() || st.Date.Latest() == last.Latest() && st.Date.Earliest() > last.Earliest()) {
			last = st.Date
		}
	}
	var sum, n, plus, minus float64
	for _, st := range counted {
		if st.Date.IsZero() != last.IsZero() || st.Date.Latest() != last.Latest() || st.Date.Earliest() != last.Earliest() {
			continue
		}
		sum, n = sum+st.Stance.Value(), n+1
		plus, minus = plus+max(0, st.Stance.Value()), minus+min(0, st.Stance.Value())
	}
	if plus > 0 && minus < 0 {
		return 0, questions.BandMixed
	}
	v := sum / n
	bands := []questions.Band{questions.BandOppose, questions.BandConditionalOppose, questions.BandUndecided, questions.BandConditionalSupport, questions.BandSupport}
	at := 2
	for _, edge := range []float64{0.25, 0.75} {
		if v >= edge {
			at++
		}
		if v <= -edge {
			at--
		}
	}
	return v, bands[at]
}

// in reports membership on the last day of a date, at any distance; of an
// undated statement, on any day.
func (o oracle) in(actor, group string, d schema.Date) bool {
	a, ok := o.cb.Actor(actor)
	return ok && slices.ContainsFunc(a.Affiliations, func(f schema.Affiliation) bool {
		holds := d.IsZero() || f.From <= d.Latest() && d.Latest() <= f.Until
		return holds && (f.Group == group || o.in(f.Group, group, d))
	})
}

func (o oracle) source(id string) schema.Source {
	for _, src := range o.sources {
		if src.ID == id {
			return src
		}
	}
	return schema.Source{}
}

func (o oracle) stands(st schema.Statement) bool {
	if st.Status == schema.StatusRejected {
		return false
	}
	for _, other := range o.statements {
		if other.Revises == st.ID && other.Status != schema.StatusRejected {
			return false
		}
	}
	if st.Status == schema.StatusAccepted {
		return true
	}
	src := o.source(st.Source)
	for _, e := range src.Extracted {
		if strings.HasPrefix(e, st.CoderName()+"/") && e != st.Coder+" "+st.Codebook {
			return false
		}
	}
	for _, other := range o.statements {
		if other.Status == schema.StatusAccepted && other.Actor == st.Actor && other.Proposition == st.Proposition && other.Overlaps(&st) {
			return false
		}
	}
	return src.Status != schema.SourceCoded
}

func (o oracle) passes(st schema.Statement, voice string, made bool) bool {
	f := o.f
	allows := func(list []string, has func(string) bool) bool {
		return len(list) == 0 || slices.ContainsFunc(list, has)
	}
	p, _ := o.cb.Proposition(st.Proposition)
	published := o.source(st.Source).Published
	return allows(f.Actors, func(v string) bool { return v == voice }) &&
		allows(f.Groups, func(g string) bool {
			return voice == g || o.in(voice, g, st.Date) || made && st.OnBehalfOf != "" && (st.OnBehalfOf == g || o.in(st.OnBehalfOf, g, st.Date))
		}) &&
		allows(f.Issues, func(v string) bool { return slices.Contains(p.Issues, v) }) &&
		allows(f.Propositions, func(v string) bool { return v == st.Proposition }) &&
		allows(f.Modes, func(v string) bool { return v == string(st.Mode) }) &&
		allows(f.Statuses, func(v string) bool { return v == string(st.Status) }) &&
		st.Confidence >= f.MinConfidence &&
		(f.KnownBy == nil || !published.IsZero() && published.Latest() <= *f.KnownBy) &&
		(f.From == nil || st.Date.Latest() >= *f.From) && (f.Until == nil || st.Date.Earliest() <= *f.Until)
}

func (o oracle) inTime(st schema.Statement) bool {
	asOf := schema.MinDay
	if o.f.AsOf != nil {
		asOf = *o.f.AsOf
	} else {
		for _, other := range o.statements {
			if !other.Date.IsZero() {
				asOf = max(asOf, other.Date.Latest())
			}
		}
	}
	return st.Date.Earliest() <= asOf && (!o.f.Certain || st.Date.Latest() <= asOf)
}

// Every position equals that of the oracle, on drawn corpora and filters.
func TestPositionsEqualTheOracle(t *testing.T) {
	t.Parallel()
	cb := lakeDispute(t)
	rapid.Check(t, func(t *rapid.T) {
		sources, statements := corpus(t, cb)
		f := anyFilter(t)
		s, o := ledger.Build(cb, sources, statements), oracle{cb, sources, statements, f}
		for _, who := range someActors {
			for _, proposition := range somePropositions {
				for _, group := range []bool{false, true} {
					p := questions.On(s, f, who, group, proposition)
					n, of, value, band := o.position(who, group, proposition)
					if p.N != n || p.Of != of || p.Band != band || p.Value != nil && *p.Value != value {
						t.Fatalf("%s (group %v) on %s: got %d of %d, %s %v; want %d of %d, %s %g", who, group, proposition, p.N, p.Of, p.Band, p.Value, n, of, band, value)
					}
				}
			}
		}
	})
}
