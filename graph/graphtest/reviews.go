package graphtest

import (
	"testing"

	"github.com/stancegraph/stancegraph/graph"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/schema"
)

func testReview(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(9, 4)
	s.put(src, statements)
	corrected := statements[2]
	corrected.Stance, corrected.Coder, corrected.Status = schema.Undecided, "", ""
	decisions := []graph.Decision{
		{ID: statements[0].ID, Reviewer: "Bea", Accept: true},
		{ID: statements[1].ID, Reviewer: "Bea", Reason: "about another lake"},
		{ID: statements[2].ID, Reviewer: "Bea", Revision: &corrected, Reason: "she left it open"},
	}
	s.want("report", s.review(decisions...), graph.Report{Added: 1, Updated: 2})
	s.want("the same again", s.review(decisions...), graph.Report{Known: 3})
	s.reopen()
	accepted, rejected := s.statement(statements[0].ID), s.statement(statements[1].ID)
	s.want("accepted", accepted.Status, schema.StatusAccepted)
	s.want("by", accepted.Reviewer, "Bea")
	s.want("rejected", rejected.Status, schema.StatusRejected)
	s.want("because", rejected.Reason, "about another lake")

	corrected.Revises, corrected.Coder, corrected.Status, corrected.Reason = statements[2].ID, "Bea", schema.StatusAccepted, "she left it open"
	corrected.ID = corrected.DeriveID()
	s.want("the revision", record(t, s.statement(corrected.ID)), record(t, corrected))
	s.want("the revised", record(t, s.statement(statements[2].ID)), record(t, statements[2]))
	snap := s.store.Snapshot()
	old, _ := snap.Statement(statements[2].ID)
	s.want("its standing", snap.Standing(old), ledger.Revised)

	s.want("a change of mind", s.review(graph.Decision{ID: statements[1].ID, Reviewer: "Kim", Accept: true}), graph.Report{Updated: 1})
	rejected = s.statement(statements[1].ID)
	s.want("its reason", rejected.Reason, "")
	s.want("its reviewer", rejected.Reviewer, "Kim")

	s.want("taken back", s.review(graph.Decision{ID: statements[1].ID, Reviewer: "Kim", Reopen: true, Reason: "who speaks?"}), graph.Report{Updated: 1})
	open := s.statement(statements[1].ID)
	s.want("its status", open.Status, schema.StatusProposed)
	s.want("its reviewer", open.Reviewer, "")
	s.want("what is open", open.Reason, "who speaks?")
	s.done()
}

func testBadDecisions(t *testing.T, s *suite) {
	s.putCodebook()
	src, statements := Article(10, 3)
	s.put(src, statements)
	before := NQuads(t, s.store)
	wrong := statements[1]
	wrong.Actor = "nobody"
	good := graph.Decision{ID: statements[0].ID, Reviewer: "Bea", Accept: true}
	for name, bad := range map[string]graph.Decision{
		"about nothing":         {ID: "00000000-0000-5000-8000-000000000000", Reviewer: "Bea", Accept: true},
		"by nobody":             {ID: statements[1].ID, Accept: true},
		"without a reason":      {ID: statements[1].ID, Reviewer: "Bea"},
		"two things at once":    {ID: statements[1].ID, Reviewer: "Bea", Accept: true, Revision: &statements[1]},
		"decided and reopened":  {ID: statements[1].ID, Reviewer: "Bea", Accept: true, Reopen: true},
		"twice about the same":  {ID: statements[0].ID, Reviewer: "Bea", Reason: "no"},
		"a revision that fails": {ID: statements[1].ID, Reviewer: "Bea", Revision: &wrong},
	} {
		_, err := s.store.Review(s.ctx, []graph.Decision{good, bad})
		s.wantError(name, err, schema.KindInput)
	}
	s.want("export", Difference(before, NQuads(t, s.store)), "")
	s.done()
}
