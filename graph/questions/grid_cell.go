package questions

import (
	"cmp"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// cell fills in a cell from the actor's own statements on a proposition, from
// up to but without to, and from those that it signed.
func (b *gridBuilder) cell(cell *GridCell, proposition uint32, from, to int, signed []ledger.Signature) {
	*cell = GridCell{Of: int32(to - from + len(signed))}
	accepted := b.made(proposition, from, to)
	if len(signed) > 0 {
		own := len(b.ballots)
		accepted += b.signedBy(signed)
		cell.signed = uint32(len(b.ballots) - own)
	}
	if b.f.Independent && len(b.ballots) > 1 {
		accepted, cell.signed = b.once()
	}
	if len(b.ballots) < b.atLeast {
		cell.signed = 0
		return
	}
	cell.N, cell.Accepted = int32(len(b.ballots)), accepted
	b.dates(cell)
	b.decision(cell)
}

// made collects the ballots of a run that count, newest first, and returns how
// many of them are accepted.
func (b *gridBuilder) made(proposition uint32, from, to int) (accepted int32) {
	b.ballots = b.ballots[:0]
	for i := to - 1; i >= from; i-- {
		if b.quickly && b.counts(i) || !b.quickly && b.why(i, proposition, b.actor, false) == 0 {
			b.ballots = append(b.ballots, ballot{b.c.Earliest[i], b.c.Latest[i], b.c.Marks[i].Stance(), false, int32(i), b.actor})
			accepted += b.c.Marks[i].AcceptedOne()
		}
	}
	return accepted
}

// signedBy is made for what the actor signed: it finds each a place among the
// ballots.
func (b *gridBuilder) signedBy(signed []ledger.Signature) (accepted int32) {
	for _, one := range signed {
		if b.signs(one) {
			signed := ballot{one.Earliest, one.Latest, one.Mark.Stance(), true, int32(one.Statement), b.actor}
			at, _ := slices.BinarySearchFunc(b.ballots, signed, newestBallot)
			b.ballots = slices.Insert(b.ballots, at, signed)
			accepted += one.Mark.AcceptedOne()
		}
	}
	return accepted
}

// once keeps the first report of every utterance, and returns how many of those
// kept are accepted, and signed.
func (b *gridBuilder) once() (accepted int32, signed uint32) {
	voices := make([]voice, len(b.ballots))
	for i, one := range b.ballots {
		voices[i] = voice{Statement: &b.s.Statements[one.at], speaker: b.c.Actors.Text(b.actor), signed: one.signed, at: int(one.at)}
	}
	first, _ := firstReports(b.s, voices)
	b.ballots = b.ballots[:0]
	for _, v := range first {
		b.ballots = append(b.ballots, ballot{v.Date.Earliest(), v.Date.Latest(), v.Stance, v.signed, int32(v.at), b.actor})
		accepted += b.c.Marks[v.at].AcceptedOne()
		signed += uint32(one(v.signed))
	}
	return accepted, signed
}

// newestBallot orders ballots as newestFirst orders voices, but for the order
// among those of one date, which no rule minds.
func newestBallot(a, b ballot) int {
	switch {
	case a.undated() || b.undated():
		return cmp.Compare(undatedLast(a), undatedLast(b))
	case a.latest != b.latest:
		return cmp.Compare(b.latest, a.latest)
	}
	return cmp.Compare(b.earliest, a.earliest)
}

func undatedLast(b ballot) int {
	if b.undated() {
		return 1
	}
	return 0
}

func (b *gridBuilder) dates(cell *GridCell) {
	oldest := len(b.ballots) - 1
	for oldest >= 0 && b.ballots[oldest].undated() {
		oldest--
	}
	cell.First, cell.Last = schema.MaxDay, schema.MaxDay
	if oldest >= 0 {
		cell.First, cell.Last = b.ballots[oldest].earliest, b.ballots[0].latest
	}
}

func (b *gridBuilder) decision(cell *GridCell) {
	d := b.ruler.fold(&b.ruler, b.ballots)
	cell.value = d.value
	// The newest is first and what has no date is last: where neither may be
	// after the as-of date, nothing is possible.
	if last := b.ballots[len(b.ballots)-1]; cell.signed == 0 && b.ballots[0].latest <= b.asOf && last.latest <= b.asOf {
		return
	}
	asSignatory := uint32(asSignatoryFlag)
	for i, one := range b.ballots {
		if d.by(i, one) {
			if one.latest > b.asOf {
				cell.signed |= possibleFlag
			}
			if !one.signed {
				asSignatory = 0
			}
		}
	}
	cell.signed |= asSignatory
}
