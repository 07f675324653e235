package ledger

import (
	"maps"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// Standing says whether review and recoding leave a statement standing. It
// depends on the store alone, never on a question.
type Standing uint8

// The standings, in the order in which they are tried; the first that applies
// is the one a statement has.
const (
	Stands     Standing = iota
	Rejected            // rejected in review
	Revised             // a statement that is not rejected revises it
	Superseded          // proposed, and the program has a newer extraction of the source
	NotTaken            // proposed, and the source is coded
	StoodFor            // proposed, and an accepted statement on the same evidence stands for it
	Unsure              // proposed with a reason: the program leaves it to a person
)

// Standing returns the standing of a statement of this snapshot. A statement
// that is not in it stands.
func (s *Snapshot) Standing(st *schema.Statement) Standing {
	i, ok := s.place(st)
	if !ok {
		return Stands
	}
	return s.columns.Marks[i].Standing()
}

// review is what people decided, by what it bears on.
type review struct {
	revised map[string]int // how many statements that are not rejected revise another, by the ID of that
	// accepted are the accepted statements of the run at hand by source: what
	// stands for a proposal has its actor, its proposition and its source.
	accepted map[string][]*schema.Statement
}

// revises is the ID of the statement that another revises; "" for none.
func revises(st *schema.Statement) string {
	if st.Status == schema.StatusRejected || st.Revises == st.ID {
		return ""
	}
	return st.Revises
}

// judge marks statements with their standings: those of the runs in which
// something has come or gone, or has been revised or no longer is.
func (m *merge) judge(s *Snapshot) {
	s.revised = maps.Clone(m.old.revised)
	count := func(st *schema.Statement, by int) {
		id := revises(st)
		if id == "" {
			return
		}
		if s.revised[id] += by; s.revised[id] == 0 {
			delete(s.revised, id)
		}
		if i, ok := s.find(id); ok {
			m.runs.touched[s.columns.runAt(i)] = true
		}
	}
	for _, i := range m.left {
		count(&m.old.Statements[i], -1)
	}
	for _, st := range m.fresh {
		count(st, +1)
	}
	r := review{s.revised, map[string][]*schema.Statement{}}
	for run, touched := range m.runs.touched {
		if touched {
			s.judgeRun(run, &r)
		}
	}
	for k, one := range s.columns.signed {
		s.columns.signed[k].Mark = s.columns.Marks[one.Statement]
	}
}

func (s *Snapshot) judgeRun(run int, r *review) {
	from, to := s.columns.Bounds(run)
	r.take(s.Statements[from:to])
	for i := from; i < to; i++ {
		s.columns.Marks[i] = s.columns.Marks[i].with(s.judgeOne(&s.Statements[i], r))
	}
}

// take collects the accepted statements of a run that has proposals.
func (r *review) take(run []schema.Statement) {
	clear(r.accepted)
	proposed := false
	for i := range run {
		proposed = proposed || run[i].Status == schema.StatusProposed
	}
	for i := 0; proposed && i < len(run); i++ {
		if st := &run[i]; st.Status == schema.StatusAccepted {
			r.accepted[st.Source] = append(r.accepted[st.Source], st)
		}
	}
}

func (s *Snapshot) judgeOne(st *schema.Statement, r *review) Standing {
	switch {
	case st.Status == schema.StatusRejected:
		return Rejected
	case r.revised[st.ID] > 0:
		return Revised
	case st.Status != schema.StatusProposed:
		return Stands
	}
	src, ok := s.Sources[st.Source]
	switch {
	case ok && IsSuperseded(st, src.Extracted):
		return Superseded
	case ok && src.Status == schema.SourceCoded:
		return NotTaken
	case slices.ContainsFunc(r.accepted[st.Source], st.Overlaps):
		// An accepted one that was revised since still stands for it: the
		// person who revised it knew the passage.
		return StoodFor
	case st.Reason != "":
		return Unsure
	}
	return Stands
}

// IsSuperseded reports whether a statement is a proposal of an older run than
// the current one. extracted lists the current extraction of each coder on the
// statement's source, "coder/version codebook/version"; only entries of the
// same coder and codebook are compared, whatever their versions.
func IsSuperseded(st *schema.Statement, extracted []string) bool {
	if st.Status != schema.StatusProposed {
		return false
	}
	same, current := false, false
	for _, e := range extracted {
		coder, codebook := SplitExtraction(e)
		if WithoutVersion(coder) == st.CoderName() && WithoutVersion(codebook) == st.CodebookName() {
			same = true
			current = current || coder == st.Coder && codebook == st.Codebook
		}
	}
	return same && !current
}

// SplitExtraction splits an entry of schema.Source.Extracted into its coder
// and codebook. A coder's name may contain spaces, a codebook's may not.
func SplitExtraction(entry string) (coder, codebook string) {
	i := strings.LastIndexByte(entry, ' ')
	if i < 0 {
		return entry, ""
	}
	return entry[:i], entry[i+1:]
}

// WithoutVersion is the name of a coder or codebook: "rules" of "rules/1.2".
func WithoutVersion(s string) string {
	name, _, _ := strings.Cut(s, "/")
	return name
}

// SameExtractor reports whether two entries of schema.Source.Extracted are of
// one coder and one codebook, whatever the versions: the later replaces the
// earlier.
func SameExtractor(a, b string) bool {
	coderA, codebookA := SplitExtraction(a)
	coderB, codebookB := SplitExtraction(b)
	return WithoutVersion(coderA) == WithoutVersion(coderB) && WithoutVersion(codebookA) == WithoutVersion(codebookB)
}
