package said

import (
	"github.com/stancegraph/stancegraph/ingest/lexis"
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

// zone is a trailing or parenthetical attribution: what stands there belongs
// to no content around it.
type zone struct {
	segment.Range
	group int
}

func (f *finder) sentence(s int) {
	r := &reader{finder: f, at: f.Sentences[s].Tokens}
	r.at.From = r.afterDateline(s)
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
	case g.infinitive && r.purpose(g):
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

// quotedHere reports whether the last speaker has been quoted in this sentence:
// "…," she said, stressing that …: the next quotation is hers and no stress.
func (r *reader) quotedHere() bool {
	if r.speaker < 0 {
		return false
	}
	a := r.list[r.speaker]
	return len(a.Cue) > 0 && a.Cue[0].From >= r.at.From && len(a.Content) > 0 && r.holdsQuote(a.Content[0])
}

// take marks the quotations that begin in a content as accounted for. One that
// began before it holds the whole report and stays to be accounted for.
func (f *finder) take(c segment.Range) {
	for i := c.From; i < c.To; i++ {
		q := f.QuoteOf(i)
		if q < 0 {
			continue
		}
		if f.wholeQuote(q).From >= c.From {
			f.taken[q] = true
		}
		i = max(i, f.Quotes[q].Tokens.To)
	}
}

func (r *reader) holdsQuote(c segment.Range) bool {
	for i := c.From; i < c.To; i++ {
		if r.QuoteOf(i) >= 0 {
			return true
		}
	}
	return false
}

// wholeQuote is a quotation with its marks.
func (f *finder) wholeQuote(q int) segment.Range { return f.QuoteRange(q) }

// stopInside reports whether the quotation around token i ends with a mark of
// its own, a comma or a full stop.
func (f *finder) stopInside(i int) bool {
	last := f.Quotes[f.QuoteOf(i)].Tokens.To - 1
	return last > 0 && f.Tokens[last].Kind == lexis.Mark
}

func isDash(t lexis.Token) bool {
	return t.Kind == lexis.Mark && (t.Text == "—" || t.Text == "–" || t.Text == "―" || t.Text == "-")
}
