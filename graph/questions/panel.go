package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// why says why a statement does not count, as an index into Reasons plus 1; 0
// is that it counts. Up to unsure, the values are those of its standing.
type why uint8

const (
	whyFiltered why = 7 + iota
	whyLater
	whyUncertain
	whyRelayed
	whyTooFew
	whys // how many there are, with 0
)

// mayMatter reports whether such a statement counts on some date.
func (w why) mayMatter() bool { return w == 0 || w >= whyLater }

// leftOut counts statements by why.
type leftOut [whys]int32

func (l *leftOut) list() []LeftOut {
	list := []LeftOut{}
	for i, r := range Reasons {
		if n := l[i+1]; n > 0 {
			list = append(list, LeftOut{r, int(n)})
		}
	}
	return list
}

// why judges a statement on a proposition, heard from somebody.
func (z *sieve) why(i int, proposition, speaker uint32, signed bool) why {
	switch standing := z.c.Marks[i].Standing(); {
	case standing != ledger.Stands:
		return why(standing)
	case !z.plain && !(z.lets(i, proposition) && z.hears(i, speaker, signed)):
		return whyFiltered
	case z.c.Earliest[i] > z.asOf:
		return whyLater
	case z.c.Latest[i] > z.bound:
		return whyUncertain
	}
	return 0
}

// panel judges pools in numbers, one after the other: what counts of a pool is
// in ballots, why the rest does not is in left.
type panel struct {
	*sieve
	ruler   ruler
	atLeast int // counted statements that make a position, 1 or more

	cell    hearing
	ballots []ballot // newest first; those of one date in the order of IDs where somebody asks for voices
	left    leftOut
	relayed []voice // reports that do not count because another one of their utterance does
	matters bool    // some statement counts on some date
	voices  []voice
}

func newPanel(s *ledger.Snapshot, f Filter) *panel {
	p := &panel{sieve: newSieve(s, f), ruler: f.ruler(s), atLeast: max(1, f.MinStatements)}
	if f.rule() == RuleDecay {
		p.ruler.remember()
	}
	return p
}

// judge takes the next pool.
func (p *panel) judge(one hearing) {
	p.cell, p.ballots, p.left, p.relayed, p.matters = one, p.ballots[:0], leftOut{}, nil, false
	for i := one.to - 1; i >= one.from; i-- { // newest first
		p.take(mention{uint32(i), one.who})
	}
	one.from = one.to
	for m := range one.all() {
		p.take(m)
	}
	if len(one.signed)+len(one.mentions) > 0 && len(p.ballots) > 1 {
		slices.SortFunc(p.ballots, newestBallot)
	}
	if p.f.Independent && len(p.ballots) > 1 {
		p.countOnce()
	}
	if n := len(p.ballots); n < p.atLeast {
		p.left[whyTooFew] += int32(n) + p.left[whyRelayed]
		p.left[whyRelayed], p.ballots, p.relayed = 0, p.ballots[:0], nil
	}
}

func (p *panel) take(m mention) {
	i := int(m.at)
	w := p.why(i, p.cell.proposition, m.speaker(), m.signed())
	p.matters = p.matters || w.mayMatter()
	if w != 0 {
		p.left[w]++
		return
	}
	p.ballots = append(p.ballots, ballot{p.c.Earliest[i], p.c.Latest[i], p.c.Marks[i].Stance(), m.signed(), int32(i), m.speaker()})
}

// countOnce keeps the first report of every utterance.
func (p *panel) countOnce() {
	first, others := firstReports(p.s, p.counted())
	if len(others) == 0 {
		return
	}
	p.left[whyRelayed] += int32(len(others))
	p.relayed = others
	kept := 0 // the first ones are in the order of the ballots
	p.ballots = slices.DeleteFunc(p.ballots, func(b ballot) bool {
		if kept < len(first) && first[kept].at == int(b.at) {
			kept++
			return false
		}
		return true
	})
}

// counted is what counts, with texts, until the next pool is judged.
func (p *panel) counted() []voice {
	p.voices = p.voices[:0]
	for _, b := range p.ballots {
		p.voices = append(p.voices, voice{Statement: &p.s.Statements[b.at], speaker: p.c.Actors.Text(b.speaker), signed: b.signed, at: int(b.at)})
	}
	return p.voices
}

// disagree reports whether the own positions of those who are heard, by the
// same rule, have opposite signs.
func (p *panel) disagree() bool {
	if !slices.ContainsFunc(p.ballots, func(b ballot) bool { return b.speaker != p.ballots[0].speaker }) {
		return false
	}
	bySpeaker := slices.Clone(p.ballots)
	slices.SortStableFunc(bySpeaker, func(a, b ballot) int { return int(int64(a.speaker) - int64(b.speaker)) })
	var support, oppose bool
	for from := 0; from < len(bySpeaker); {
		to := from + 1
		for to < len(bySpeaker) && bySpeaker[to].speaker == bySpeaker[from].speaker {
			to++
		}
		if d := p.ruler.fold(&p.ruler, bySpeaker[from:to]); !d.mixed() {
			support, oppose = support || d.value > 0, oppose || d.value < 0
		}
		from = to
	}
	return support && oppose
}
