package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// stage is the position after all that was said up to a date, in the order of
// statements.
type stage struct {
	date   schema.Date
	stand  Stand
	counts schema.Day // from which its statements count
	next   schema.Day // from which the first statement of the later stages may count; MaxDay where there is none
}

// stages returns the positions of a line from the oldest date to the newest,
// one for every date, and how many dates only code earlier passages again.
// Undated statements take no part.
func (l voicedLine) stages(p *panel, earlier *recodings) (stages []stage, recoded int) {
	earlier.clear()
	ruler := p.ruler
	var soFar course
	for to := len(l.ballots); to > 0; {
		from := to - 1
		for from > 0 && newestBallot(l.ballots[from-1], l.ballots[from]) == 0 {
			from--
		}
		last := l.ballots[from:to]
		to = from
		if last[0].undated() {
			continue
		}
		if !slices.ContainsFunc(last, func(b ballot) bool { return !earlier.again(b) }) {
			recoded++
			continue
		}
		for _, b := range last {
			earlier.add(b)
			soFar.take(b)
			if b.latest <= ruler.asOf {
				soFar.close(&ruler, b)
			}
		}
		stages = append(stages, p.stage(last, ruler.follow(&ruler, &soFar)))
	}
	next := schema.MaxDay
	for i := range slices.Backward(stages) {
		stages[i].next, next = next, min(next, stages[i].counts)
	}
	return stages, recoded
}

// stage is the position on what was said so far, brought about by what was said
// on the last date of it.
func (p *panel) stage(last []ballot, d decision) stage {
	evidence := make([]Passage, len(last))
	for i, b := range last {
		evidence[i] = passageOf(p.s, p.f, voiceOf(p.s, b.mention()))
	}
	now := Position{Band: BandMixed}
	if !d.mixed() {
		now.Value, now.Band = &d.value, bandOf(d.value)
	}
	date := p.s.Statements[last[len(last)-1].at].Date
	return stage{date: date, stand: standOf(now, date, evidence), counts: p.countsFrom(last[0])}
}
