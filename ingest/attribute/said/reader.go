package said

import (
	"github.com/stancegraph/stancegraph/ingest/segment"
)

// reader analyses one sentence.
type reader struct {
	*finder
	at     segment.Range
	groups []group
	zones  []zone          // attributions in brackets of commas or behind their content
	sub    []segment.Range // subject of every group, found so far
	limit  int             // where the clause of the verb being read ends
}

func (f *finder) sentence(s int) {
	r := &reader{finder: f, at: f.Sentences[s].Tokens}
	r.at.From = r.AfterDateline(s)
	r.limit = r.at.To
	r.findGroups()
	r.sub = make([]segment.Range, len(r.groups))
	for k := range r.groups {
		r.sub[k] = r.subject(k)
	}
	r.throughVehicle()
	r.findZones()
	r.accordingTo()
	for k := range r.groups {
		r.verb(k)
	}
	r.nounCues()
	r.adjectiveCues()
	r.announcement()
	r.markedWords()
	r.quotesWithoutCue()
}

// verb makes the attribution of one verb group, by the first construction that
// fits.
func (r *reader) verb(k int) {
	g := r.groups[k]
	r.limit = r.clauseEnd(k)
	defer func() { r.limit = r.at.To }()
	if z := r.zoneOf(k); z >= 0 {
		r.trailing(k, r.zones[z])
		return
	}
	if g.passive {
		r.passive(k)
		return
	}
	c := r.complement(k)
	switch {
	case g.infinitive && r.purpose(g), r.imperative(k):
	case !c.Empty():
		r.report(k, c)
	case r.announces(g):
		r.waiting = r.announce(k)
	}
}

// report adds the attribution of a verb whose content stands behind it.
func (r *reader) report(k int, content segment.Range) {
	g := r.groups[k]
	a := Attribution{Cue: []segment.Range{g.Range}, Content: []segment.Range{content}}
	if s := r.sub[k]; !s.Empty() {
		a.Source = []segment.Range{s}
	}
	n := r.add(a)
	r.take(content)
	if g.frames.has("q") && g.quoted < 0 && !r.quotedHere() {
		r.speaker = n
	}
}
