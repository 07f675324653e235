package questions

import (
	"iter"
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

// line is one row and one proposition with the pool of the pair: all that a
// timeline, a shift or one side of a comparison is computed from.
type line struct {
	who         string
	label       string
	group       bool
	issue       string
	proposition string
	pool        []voice
}

// lines returns the pairs on which a statement passes the filter on some as-of
// date, by row and by proposition in the order of the codebook.
func lines(s *ledger.Snapshot, f Filter, rows Rows) []line {
	return slices.DeleteFunc(allLines(s, f, rows), func(l line) bool { return !judge(s, f, l.pool).matters() })
}

// allLines returns every pair of a row and a proposition that the filter does
// not exclude by name, whether or not a statement on it passes. Where the
// filter names groups, only these are rows of groups: what a state says also
// enters the pool of its alliance, and that was not asked for.
func allLines(s *ledger.Snapshot, f Filter, rows Rows) []line {
	byRow := map[string][]line{}
	for _, c := range askedPropositions(s, f) {
		for who, voices := range poolsOn(s, rows, c.proposition, func(who string) bool { return f.asksFor(rows, who) }) {
			byRow[who] = append(byRow[who], line{who, s.Codebook.ActorLabel(who), rows == RowsGroups, c.issue, c.proposition, voices})
		}
	}
	var list []line
	for _, who := range inOrder(s, slices.Collect(maps.Keys(byRow))) {
		list = append(list, byRow[who]...)
	}
	return list
}

// asksFor reports whether somebody may be a row. Of actors that are not named no
// statement would pass, so they need no pool.
func (f Filter) asksFor(rows Rows, who string) bool {
	if rows == RowsActors {
		return allowed(f.Actors, f.Not.Actors, who)
	}
	return allowed(f.Groups, f.Not.Groups, who)
}

// asked is a proposition under the issue that it is listed by.
type asked struct{ issue, proposition string }

// askedPropositions are those of the issues that the filter names, each once:
// under the first of its issues that is asked for.
func askedPropositions(s *ledger.Snapshot, f Filter) []asked {
	var list []asked
	for _, issue := range issueColumns(s) {
		for _, p := range propositionColumns(s, issue.ID) {
			if askedIssue(s, f, p.ID) == issue.ID && allowed(f.Propositions, f.Not.Propositions, p.ID) {
				list = append(list, asked{issue.ID, p.ID})
			}
		}
	}
	return list
}

func askedIssue(s *ledger.Snapshot, f Filter, proposition string) string {
	issues := issuesOfProposition(s, proposition)
	if i := slices.IndexFunc(issues, func(issue string) bool { return allowed(f.Issues, f.Not.Issues, issue) }); i >= 0 {
		return issues[i]
	}
	return ""
}

// issuesOfProposition are those that the codebook gives it, else the one that
// records print.
func issuesOfProposition(s *ledger.Snapshot, proposition string) []string {
	if p, ok := s.Codebook.Proposition(proposition); ok {
		return p.Issues
	}
	return []string{firstIssue(s, proposition)}
}

// poolsOn returns the pools of the rows that are wanted on one proposition.
func poolsOn(s *ledger.Snapshot, rows Rows, proposition string, wanted func(who string) bool) map[string][]voice {
	all := map[string][]voice{}
	for at, st := range statementsOn(s, proposition) {
		for _, who := range hearers(s.Codebook, st, rows) {
			if !wanted(who) {
				continue
			}
			if v, ok := hear(s.Codebook, st, who, rows == RowsGroups); ok {
				v.at = at
				all[who] = append(all[who], v)
			}
		}
	}
	return all
}

// statementsOn yields the statements on a proposition with their places, by
// actor and date.
func statementsOn(s *ledger.Snapshot, proposition string) iter.Seq2[int, *schema.Statement] {
	return func(yield func(int, *schema.Statement) bool) {
		c := s.Columns()
		p, ok := c.Propositions.Code(proposition)
		if !ok {
			return
		}
		for _, run := range c.OnProposition(p) {
			for i, to := c.Bounds(int(run)); i < to; i++ {
				if !yield(i, &s.Statements[i]) {
					return
				}
			}
		}
	}
}

// position is where the row stands on the proposition, and the voices that
// decide it.
func (l line) position(s *ledger.Snapshot, f Filter) (Position, []voice) {
	return l.decide(s, f, judge(s, f, l.pool))
}

func (l line) decide(s *ledger.Snapshot, f Filter, v verdict) (Position, []voice) {
	p := position(s, f, Position{Actor: l.who, Group: l.group, Issue: l.issue, Proposition: l.proposition}, v)
	decides := make(map[string]bool, len(p.Deciding)) // there may be thousands
	for _, id := range p.Deciding {
		decides[id] = true
	}
	deciding := slices.DeleteFunc(slices.Clone(v.counted), func(one voice) bool { return !decides[one.ID] })
	return p, deciding
}

// checkRows is the error of a filter or of rows that do not exist.
func checkRows(s *ledger.Snapshot, f Filter, rows Rows) error {
	return MatrixSpec{Rows: rows}.check(s, f)
}
