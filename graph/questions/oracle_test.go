package questions_test

import (
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/graph/ledger/ledgertest"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// oracle answers by folding over all statements, straight from the package
// comment and without an index. It is slow and meant to be read.
type oracle struct {
	ledgertest.Corpus
	f    questions.Filter
	asOf schema.Day
	// standing is why a statement never counts, by ID; it asks nothing of the filter.
	standing map[string]questions.Reason
}

func newOracle(c ledgertest.Corpus, f questions.Filter) oracle {
	o := oracle{Corpus: c, f: f, asOf: schema.MinDay, standing: map[string]questions.Reason{}}
	for _, st := range c.Statements {
		o.standing[st.ID] = o.retired(st)
		if !st.Date.IsZero() && st.Date.Latest() > o.asOf {
			o.asOf = st.Date.Latest()
		}
	}
	if f.AsOf != nil {
		o.asOf = *f.AsOf
	}
	return o
}

// heard is a statement in a pool.
type heard struct {
	schema.Statement
	speaker string
	signed  bool
}

// pool is everything that bears on where somebody stands.
func (o oracle) pool(who string, group bool, proposition string) []heard {
	var pool []heard
	for _, st := range o.Statements {
		if st.Proposition != proposition {
			continue
		}
		made := st.Actor == who || group && (o.in(st.Actor, who, st.Date) || st.OnBehalfOf == who || st.OnBehalfOf != "" && o.in(st.OnBehalfOf, who, st.Date))
		switch {
		case made:
			pool = append(pool, heard{st, st.Actor, false})
		case slices.Contains(st.Signatories, who):
			pool = append(pool, heard{st, who, true})
		}
	}
	return pool
}

// in reports membership on the last day of a date, at any distance; of an
// undated statement, on any day.
func (o oracle) in(actor, group string, d schema.Date) bool {
	a, ok := o.Codebook.Actor(actor)
	return ok && slices.ContainsFunc(a.Affiliations, func(f schema.Affiliation) bool {
		holds := d.IsZero() || f.From <= d.Latest() && d.Latest() <= f.Until
		return holds && (f.Group == group || o.in(f.Group, group, d))
	})
}

func (o oracle) source(id string) (schema.Source, bool) {
	for _, src := range o.Sources {
		if src.ID == id {
			return src, true
		}
	}
	return schema.Source{}, false
}

// retired is why review or recoding keeps a statement from counting.
func (o oracle) retired(st schema.Statement) questions.Reason {
	if st.Status == schema.StatusRejected {
		return questions.ReasonRejected
	}
	for _, other := range o.Statements {
		if other.Revises == st.ID && other.Status != schema.StatusRejected {
			return questions.ReasonRevised
		}
	}
	if st.Status == schema.StatusAccepted {
		return ""
	}
	src, _ := o.source(st.Source)
	for _, e := range src.Extracted {
		if strings.HasPrefix(e, st.CoderName()+"/") && e != st.Coder+" "+st.Codebook {
			return questions.ReasonSuperseded
		}
	}
	if src.Status == schema.SourceCoded {
		return questions.ReasonNotTaken
	}
	for _, other := range o.Statements {
		if other.Status == schema.StatusAccepted && other.Actor == st.Actor && other.Proposition == st.Proposition && other.Overlaps(&st) {
			return questions.ReasonStoodFor
		}
	}
	if st.Reason != "" {
		return questions.ReasonUnsure
	}
	return ""
}

// reason is why a statement of a pool does not count; "" when it does.
func (o oracle) reason(h heard) questions.Reason {
	switch {
	case o.standing[h.ID] != "":
		return o.standing[h.ID]
	case !o.passes(h):
		return questions.ReasonFiltered
	case h.Date.Earliest() > o.asOf:
		return questions.ReasonLater
	case o.f.Certain && h.Date.Latest() > o.asOf:
		return questions.ReasonUncertain
	}
	return ""
}

func (o oracle) passes(h heard) bool {
	f := o.f
	allows := func(asked, excluded []string, has func(string) bool) bool {
		return (len(asked) == 0 || slices.ContainsFunc(asked, has)) && !slices.ContainsFunc(excluded, has)
	}
	is := func(value string) func(string) bool { return func(v string) bool { return v == value } }
	p, _ := o.Codebook.Proposition(h.Proposition)
	src, known := o.source(h.Source)
	doc := h.Doc
	if known {
		doc = src.Doc
	}
	year := questions.Undated
	if !h.Date.IsZero() {
		year = h.Date.Latest().String()[:4]
	}
	return allows(f.Actors, f.Not.Actors, is(h.speaker)) &&
		allows(f.Groups, f.Not.Groups, func(g string) bool {
			return h.speaker == g || o.in(h.speaker, g, h.Date) || !h.signed && h.OnBehalfOf != "" && (h.OnBehalfOf == g || o.in(h.OnBehalfOf, g, h.Date))
		}) &&
		allows(f.Issues, f.Not.Issues, func(v string) bool { return slices.Contains(p.Issues, v) }) &&
		allows(f.Propositions, f.Not.Propositions, is(h.Proposition)) && allows(f.Modes, f.Not.Modes, is(string(h.Mode))) &&
		allows(f.Statuses, f.Not.Statuses, is(string(h.Status))) && allows(f.Acts, f.Not.Acts, is(string(h.Act))) && allows(f.Years, f.Not.Years, is(year)) &&
		allows(f.Stances, f.Not.Stances, func(v string) bool { return strings.TrimPrefix(h.Stance.String(), "+") == v }) &&
		allows(f.Coders, f.Not.Coders, func(v string) bool { return v == h.Coder || v == h.CoderName() }) &&
		allows(f.Sources, f.Not.Sources, func(v string) bool { return v == h.Source || v == doc }) && allows(f.Outlets, f.Not.Outlets, is(src.Outlet)) &&
		h.Confidence >= f.MinConfidence &&
		(f.KnownBy == nil || !src.Published.IsZero() && src.Published.Latest() <= *f.KnownBy) &&
		(f.From == nil || h.Date.Latest() >= *f.From) && (f.Until == nil || h.Date.Earliest() <= *f.Until)
}
