package questions

import (
	"iter"

	"github.com/stancegraph/stancegraph/graph/ledger"
)

// line is one row and one proposition with the pool of the pair: all that a
// timeline, a shift or one side of a comparison is computed from.
type line struct {
	*holder
	group       bool
	issue       string
	proposition string
	pool        hearing
}

// roll is who and what the lines of a question are about.
type roll struct {
	c        *ledger.Columns
	f        Filter
	rows     Rows
	holders  []holder
	subjects []subject
}

func newRoll(s *ledger.Snapshot, f Filter, rows Rows) *roll {
	return &roll{s.Columns(), f, rows, holdersOf(s, rows), subjectsOf(s, f)}
}

// spot is where a line stands in a roll.
type spot struct{ row, subject int32 }

// linesOf yields every pair of a row and a proposition that the filter does not
// exclude by name, whether or not a statement on it passes: by row, and by
// proposition in the order of the codebook. Where the filter names groups, only
// these are rows of groups: what a state says also enters the pool of its
// alliance, and that was not asked for.
func linesOf(s *ledger.Snapshot, f Filter, rows Rows) iter.Seq[line] {
	return func(yield func(line) bool) {
		for _, l := range newRoll(s, f, rows).all() {
			if !yield(l) {
				return
			}
		}
	}
}

// all yields the lines with their places.
func (r *roll) all() iter.Seq2[spot, line] {
	at := make([]int32, r.c.Propositions.Len()) // among the subjects, plus 1
	for i, one := range r.subjects {
		at[one.code] = int32(i) + 1
	}
	return func(yield func(spot, line) bool) {
		var pools []hearing
		pool := make([]int32, len(r.subjects)) // among the pools, plus 1
		for row := range r.holders {
			h := &r.holders[row]
			if !r.f.asksFor(r.rows, h.id) {
				continue
			}
			pools = pools[:0]
			clear(pool)
			h.hearings(r.c, func(one hearing) {
				if k := at[one.proposition]; k > 0 {
					pools = append(pools, one)
					pool[k-1] = int32(len(pools))
				}
			})
			for i, k := range pool {
				if k > 0 && !yield(spot{int32(row), int32(i)}, r.line(h, i, pools[k-1])) {
					return
				}
			}
		}
	}
}

// most is how many lines there are at most.
func (r *roll) most() int {
	n := 0
	for i := range r.holders {
		if h := &r.holders[i]; r.f.asksFor(r.rows, h.id) {
			n += min(h.most(r.c), len(r.subjects))
		}
	}
	return n
}

func (r *roll) line(h *holder, subject int, pool hearing) line {
	return line{h, r.rows == RowsGroups, r.subjects[subject].issue, r.subjects[subject].id, pool}
}

// at is the line of a spot.
func (r *roll) at(p spot) line {
	h := &r.holders[p.row]
	return r.line(h, int(p.subject), h.hearing(r.c, r.subjects[p.subject].code))
}

// asksFor reports whether somebody may be a row. Of actors that are not named no
// statement would pass, so they need no pool.
func (f Filter) asksFor(rows Rows, who string) bool {
	if rows == RowsActors {
		return allowed(f.Actors, f.Not.Actors, who)
	}
	return allowed(f.Groups, f.Not.Groups, who)
}

// subject is a proposition that has a statement, under the issue that it is
// listed by.
type subject struct {
	issue, id string
	code      uint32
	first     bool // of its issues, it is the one that comes first
}

// subjectsOf are the propositions of the issues that the filter names, each
// once: under the first of its issues that is asked for.
func subjectsOf(s *ledger.Snapshot, f Filter) []subject {
	var list []subject
	anyIssue := !asks(f.Issues, f.Not.Issues)
	for _, one := range allSubjects(s) {
		if (anyIssue && one.first || !anyIssue && askedIssue(s, f, one.id) == one.issue) && allowed(f.Propositions, f.Not.Propositions, one.id) {
			list = append(list, one)
		}
	}
	return list
}

// allSubjects are the propositions under each of their issues, in the order of
// the codebook.
func allSubjects(s *ledger.Snapshot) []subject {
	type key struct{}
	return s.Derived(key{}, func() any {
		var list []subject
		for _, issue := range issueColumns(s) {
			for _, p := range propositionColumns(s, issue.ID) {
				if code, ok := s.Columns().Propositions.Code(p.ID); ok {
					list = append(list, subject{issue.ID, p.ID, code, issuesOfProposition(s, p.ID)[0] == issue.ID})
				}
			}
		}
		return list
	}).([]subject)
}

func askedIssue(s *ledger.Snapshot, f Filter, proposition string) string {
	for _, issue := range issuesOfProposition(s, proposition) {
		if allowed(f.Issues, f.Not.Issues, issue) {
			return issue
		}
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

// asked is the position on a line before anybody has looked for it.
func (l line) asked() Position {
	return Position{Actor: l.id, Group: l.group, Issue: l.issue, Proposition: l.proposition}
}

// voiceOf is a statement of a pool with its texts.
func voiceOf(s *ledger.Snapshot, m mention) voice {
	return voice{Statement: &s.Statements[m.at], speaker: s.Columns().Actors.Text(m.speaker()), signed: m.signed(), at: int(m.at)}
}

// checkRows is the error of a filter or of rows that do not exist.
func checkRows(s *ledger.Snapshot, f Filter, rows Rows) error {
	return MatrixSpec{Rows: rows}.check(s, f)
}
