package questions

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// stage is the position after all that was said up to a date, in the order of
// statements.
type stage struct {
	date  schema.Date
	stand Stand
}

// stages returns the positions of a line from the oldest date to the newest,
// one for every date, and how many dates only code earlier passages again.
// Undated statements take no part.
func (l voicedLine) stages(s *ledger.Snapshot, f Filter) (stages []stage, recoded int) {
	dated := slices.DeleteFunc(slices.Clone(l.counted), func(v voice) bool { return v.Date.IsZero() })
	slices.SortStableFunc(dated, func(a, b voice) int { return -newestFirst(a, b) })
	for from := 0; from < len(dated); {
		to := from + 1
		for to < len(dated) && ledger.CompareDates(dated[from].Date, dated[to].Date) == 0 {
			to++
		}
		if allRecode(dated[from:to], dated[:from]) {
			recoded++
			dated = slices.Delete(dated, from, to)
			continue
		}
		stages = append(stages, l.stage(s, f, dated[:to], dated[from:to]))
		from = to
	}
	return stages, recoded
}

// stage is the position on what was said so far, brought about by what was said
// on the last date of it.
func (l voicedLine) stage(s *ledger.Snapshot, f Filter, soFar, last []voice) stage {
	p, _ := l.decide(s, f, verdict{counted: slices.Clone(soFar)})
	evidence := slices.Clone(last)
	slices.SortFunc(evidence, newestFirst)
	return stage{last[0].Date, standOf(p, last[0].Date, passagesOf(s, f, evidence))}
}

// allRecode reports whether every statement codes the passage of an earlier
// one again.
func allRecode(now, earlier []voice) bool {
	return !slices.ContainsFunc(now, func(v voice) bool {
		return !slices.ContainsFunc(earlier, func(e voice) bool { return recodes(v.Statement, e.Statement) })
	})
}
