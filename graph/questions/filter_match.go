package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// matches reports whether a statement passes the filter, dates against the
// as-of day aside. Who is heard in it is the voice's speaker: somebody who
// signed a joint statement is found by his or her own name.
func (f Filter) matches(s *ledger.Snapshot, v voice) bool {
	return f.matchesSpeaker(s, v) && f.matchesCoding(v.Statement) && f.matchesConfidence(v.Statement) && f.matchesSubject(s.Codebook, v.Statement) &&
		f.matchesSource(s.Sources[v.Source], v.Statement) && f.matchesStance(v.Stance) && f.matchesDate(v.Date)
}

func (f Filter) matchesSpeaker(s *ledger.Snapshot, v voice) bool {
	return allowed(f.Actors, f.Not.Actors, v.speaker) && (!f.asksGroups() || allowed(f.Groups, f.Not.Groups, v.groups(s.Codebook)...))
}

func (f Filter) asksGroups() bool { return len(f.Groups)+len(f.Not.Groups) > 0 }

func (f Filter) matchesCoding(st *schema.Statement) bool {
	return allowed(f.Modes, f.Not.Modes, string(st.Mode)) && allowed(f.Statuses, f.Not.Statuses, string(st.Status)) &&
		allowed(f.Acts, f.Not.Acts, string(st.Act)) && allowed(f.Coders, f.Not.Coders, st.Coder, st.CoderName())
}

func (f Filter) matchesConfidence(st *schema.Statement) bool { return st.Confidence >= f.MinConfidence }

func (f Filter) matchesSubject(cb *schema.Codebook, st *schema.Statement) bool {
	return allowed(f.Propositions, f.Not.Propositions, st.Proposition) && allowed(f.Issues, f.Not.Issues, issuesOf(cb, st)...)
}

// matchesSource takes the source of a statement; nil where only a citation of
// it is known, which has no outlet and no date of publication.
func (f Filter) matchesSource(src *schema.Source, st *schema.Statement) bool {
	var outlet string
	var published schema.Date
	doc := st.Doc
	if src != nil {
		outlet, published, doc = src.Outlet, src.Published, cmp.Or(src.Doc, st.Doc)
	}
	return allowed(f.Sources, f.Not.Sources, st.Source, doc) && allowed(f.Outlets, f.Not.Outlets, outlet) &&
		(f.KnownBy == nil || published.Latest() <= *f.KnownBy)
}

func (f Filter) matchesStance(stance schema.Stance) bool {
	return len(f.Stances)+len(f.Not.Stances) == 0 || allowed(f.Stances, f.Not.Stances, stanceName(stance))
}

// matchesDate lets through what may be from a day inside the window, and is of
// the year that is asked for.
func (f Filter) matchesDate(d schema.Date) bool {
	return (f.From == nil || d.Latest() >= *f.From) && (f.Until == nil || d.Earliest() <= *f.Until) &&
		(len(f.Years)+len(f.Not.Years) == 0 || allowed(f.Years, f.Not.Years, yearOf(d.Latest())))
}

// allowed reports whether one of the values, which are all names of one thing,
// is listed in what is asked for, where anything is, and none in what is
// excluded.
func allowed(asked, excluded []string, values ...string) bool {
	isIn := func(list []string) bool {
		return slices.ContainsFunc(list, func(one string) bool { return slices.Contains(values, one) })
	}
	return (len(asked) == 0 || isIn(asked)) && !isIn(excluded)
}
