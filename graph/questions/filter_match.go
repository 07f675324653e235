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
		f.matchesSource(s.Sources[v.Source], v.Statement) && f.matchesWindow(v.Date)
}

func (f Filter) matchesSpeaker(s *ledger.Snapshot, v voice) bool {
	if !listed(f.Actors, v.speaker) {
		return false
	}
	return len(f.Groups) == 0 || slices.ContainsFunc(f.Groups, func(g string) bool { return v.speaksFor(s.Codebook, g) })
}

func (f Filter) matchesCoding(st *schema.Statement) bool {
	return listed(f.Modes, string(st.Mode)) && listed(f.Statuses, string(st.Status)) &&
		(listed(f.Coders, st.Coder) || listed(f.Coders, st.CoderName()))
}

func (f Filter) matchesConfidence(st *schema.Statement) bool { return st.Confidence >= f.MinConfidence }

func (f Filter) matchesSubject(cb *schema.Codebook, st *schema.Statement) bool {
	if !listed(f.Propositions, st.Proposition) {
		return false
	}
	return len(f.Issues) == 0 || slices.ContainsFunc(issuesOf(cb, st), func(i string) bool { return slices.Contains(f.Issues, i) })
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
	return (listed(f.Sources, st.Source) || listed(f.Sources, doc)) && listed(f.Outlets, outlet) &&
		(f.KnownBy == nil || published.Latest() <= *f.KnownBy)
}

// matchesWindow lets through what may be from a day inside the window.
func (f Filter) matchesWindow(d schema.Date) bool {
	return (f.From == nil || d.Latest() >= *f.From) && (f.Until == nil || d.Earliest() <= *f.Until)
}

// listed reports whether a list is empty, which asks for everything, or has
// the value.
func listed(list []string, value string) bool {
	return len(list) == 0 || slices.Contains(list, value)
}
