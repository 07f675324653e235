package graph

import (
	"context"
	"fmt"

	"github.com/stancegraph/stancegraph/graph/quads"
	"github.com/stancegraph/stancegraph/schema"
)

// Decision is what a person decided about a statement: to accept it, to reject
// it with a reason, to revise it, which leaves it as it is and adds another in
// its place, or to take a decision back.
type Decision struct {
	ID       string
	Reviewer string
	Accept   bool
	Reopen   bool              // make it a proposal again, as if nobody had decided
	Reason   string            // of a rejection, which needs one; of a proposal, what its coder left open
	Revision *schema.Statement // the corrected statement; its ID and status are set by Review
}

// Review applies decisions: all of them, or none when one has a problem. To
// decide the same again changes nothing.
//
// Errors are of kind input with all problems, io.
func (s *Store) Review(ctx context.Context, decisions []Decision) (Report, error) {
	var report Report
	err := s.write(ctx, fmt.Sprintf("%d decisions", len(decisions)), func(c *change) error {
		r := reviewer{b: batch{contents: s.contents}}
		for i := range decisions {
			r.take(&decisions[i])
		}
		if err := r.b.check(r.revisions); err != nil {
			return err
		}
		if err := r.b.problems.Err("correct the decisions above; nothing was written"); err != nil {
			return err
		}
		for _, st := range r.decided {
			c.putStatement(s.contents.statements[st.ID], &quads.StatementRecord{Statement: st}, &report)
		}
		s.putStatements(c, r.revisions, &report)
		return nil
	})
	if err != nil {
		return Report{}, err
	}
	return report, nil
}

// reviewer turns decisions into the statements as they are to be.
type reviewer struct {
	b         batch
	decided   []schema.Statement
	revisions []schema.Statement
	taken     map[string]bool
}

func (r *reviewer) problem(d *Decision, field, expected string) {
	r.b.problems = append(r.b.problems, schema.Problem{Record: d.ID, Field: field, Expected: expected})
}

func (r *reviewer) take(d *Decision) {
	if r.taken == nil {
		r.taken = map[string]bool{}
	}
	record, ok := r.b.contents.statements[d.ID]
	switch {
	case !ok, r.b.contents.hidden(record.Import):
		r.problem(d, "id", "the ID of a statement of the store")
		return
	case r.taken[d.ID]:
		r.problem(d, "id", "two decisions about one statement; keep one")
	case d.Reviewer == "":
		r.problem(d, "reviewer", "expected who decided")
	case d.Accept && d.Revision != nil:
		r.problem(d, "decision", "expected to accept or to revise, not both")
	case d.Reopen && (d.Accept || d.Revision != nil):
		r.problem(d, "decision", "expected to decide or to take a decision back, not both")
	case !d.Accept && !d.Reopen && d.Revision == nil && d.Reason == "":
		r.problem(d, "reason", "expected why the statement was rejected")
	}
	r.taken[d.ID] = true
	if d.Revision != nil {
		r.revisions = append(r.revisions, revision(d))
		return
	}
	st := record.Statement
	switch {
	case d.Accept:
		st.Status, st.Reviewer, st.Reason = schema.StatusAccepted, d.Reviewer, ""
	case d.Reopen:
		st.Status, st.Reviewer, st.Reason = schema.StatusProposed, "", d.Reason
	default:
		st.Status, st.Reviewer, st.Reason = schema.StatusRejected, d.Reviewer, d.Reason
	}
	r.decided = append(r.decided, st)
}

// revision is the statement that takes the place of another. Its coder is the
// reviewer where the decision names no other.
func revision(d *Decision) schema.Statement {
	st := *d.Revision
	st.Revises, st.Status = d.ID, schema.StatusAccepted
	if st.Coder == "" {
		st.Coder = d.Reviewer
	}
	if st.Reason == "" {
		st.Reason = d.Reason
	}
	st.ID = ""
	return st
}
