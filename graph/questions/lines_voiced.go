package questions

import (
	"slices"
	"strings"
)

// voicedLine is a line on which something counts as of the last day.
type voicedLine struct {
	line
	ballots []ballot // what counts, newest first, those of one date by ID
	left    leftOut  // why the rest does not
}

// voiced is the lines on which something counts.
type voiced struct {
	lines   []voicedLine
	undated int // statements without a date that count, each once, however many rows hear them
	relayed int // reports that do not because another one of their utterance does, likewise
}

// voicedLines judges every line once.
func voicedLines(p *panel, rows Rows) voiced {
	var v voiced
	var all []ballot
	undated, relayed := map[int]bool{}, map[int]bool{}
	for l := range linesOf(p.s, p.f, rows) {
		if p.judge(l.pool); len(p.ballots) == 0 {
			continue
		}
		from := len(all)
		all = append(all, p.ballots...)
		one := voicedLine{l, all[from:len(all):len(all)], p.left}
		p.sortByID(one.ballots)
		for _, b := range slices.Backward(one.ballots) {
			if !b.undated() {
				break
			}
			undated[int(b.at)] = true
		}
		for _, report := range p.relayed {
			relayed[report.at] = true
		}
		v.lines = append(v.lines, one)
	}
	v.undated, v.relayed = len(undated), len(relayed)
	return v
}

// sortByID sorts ballots that are newest first, those of one date by ID.
func (p *panel) sortByID(ballots []ballot) {
	for from := 0; from < len(ballots); {
		to := from + 1
		for to < len(ballots) && newestBallot(ballots[from], ballots[to]) == 0 {
			to++
		}
		if to-from > 1 {
			slices.SortFunc(ballots[from:to], func(a, b ballot) int { return strings.Compare(p.s.Statements[a.at].ID, p.s.Statements[b.at].ID) })
		}
		from = to
	}
}
