package server

import (
	"fmt"
	"io"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// changesShown is how many changes, with their passages, one page shows.
const changesShown = 50

// shiftsView is the page of changes of position, as sentences.
type shiftsView struct {
	Begin     bool
	Selection selection
	List      questions.ShiftList
	Of        int // shifts of the kind that is asked for
	Groups    []shiftGroup
	Pager     pager
}

// shiftGroup is who changed, with the changes.
type shiftGroup struct {
	Label, URL string
	Shifts     []shiftView
}

// shiftView is one change of position.
type shiftView struct {
	questions.Shift
	Does          string // "reversed its position on"
	Subject       string // label of the proposition
	SubjectURL    string
	Before, After *sign
	BeforeValue   string
	AfterValue    string
	When, Apart   string // the day in words; the days between
	Condition     string // that came with it
	Facing        facing
}

// shiftVerbs say what somebody did to a position.
var shiftVerbs = map[questions.ShiftKind]string{
	questions.ShiftNew:           "took a position on",
	questions.ShiftReversed:      "reversed the position on",
	questions.ShiftConditioned:   "put a condition on",
	questions.ShiftUnconditioned: "dropped the condition on",
	questions.ShiftSoftened:      "softened on",
	questions.ShiftHardened:      "hardened on",
	questions.ShiftReaffirmed:    "reaffirmed the position on",
	questions.ShiftSilent:        "fell silent on",
}

// shifts lists changes of position, each with what was said before and after.
func shifts(r *request) (*page, error) {
	p := place{path: "/shifts"}
	f, list, at, err := r.shiftList()
	if err != nil {
		v := shiftsView{Selection: r.brokenSelection(p, err, shiftFields(r)...)}
		return nil, unread(err, "shifts", v)
	}
	p = p.asked(r.query, "rows", "kind")
	l := linksOf(f)
	v := shiftsView{
		Begin: len(r.snap.Statements) == 0, Selection: r.selection(p, f, shiftFields(r)...), List: list, Of: len(list.Shifts),
		Pager: pagerOf(at, changesShown, len(list.Shifts), "shifts", func(page int) string { return p.onPage(page).at(l.filter) }),
	}
	for _, one := range list.Shifts[v.Pager.From-1 : v.Pager.To] {
		last := len(v.Groups) - 1
		if last < 0 || v.Groups[last].URL != l.Actor(one.Actor) {
			v.Groups, last = append(v.Groups, shiftGroup{Label: one.Label, URL: l.Actor(one.Actor)}), last+1
		}
		v.Groups[last].Shifts = append(v.Groups[last].Shifts, r.shiftView(l, one))
	}
	return &page{
		template: "shifts", title: "Changes of position", view: v, data: list, path: p.with("rows", string(list.Rows)).onPage(at).at(r.full(f).filter),
		cite:  "changes of position until " + longDay(list.AsOf) + " by the rule " + list.Rule,
		table: func(w io.Writer) error { return writeShifts(w, list) },
	}, nil
}

// shiftList reads the question and answers it. "Reaffirmed" is a kind that is
// only listed where it is asked for.
func (r *request) shiftList() (f questions.Filter, list questions.ShiftList, page int, err error) {
	if f, err = r.filter(); err != nil {
		return f, list, 0, err
	}
	spec := questions.ShiftSpec{}
	if spec.Rows, err = r.rowsOr(f); err != nil {
		return f, list, 0, err
	}
	kind, err := r.oneOf("kind", termsOf(questions.ShiftKinds)...)
	if err != nil {
		return f, list, 0, err
	}
	if page, err = r.whole("page", 1, 1); err != nil {
		return f, list, 0, err
	}
	spec.Reaffirmed = kind == string(questions.ShiftReaffirmed)
	if list, err = questions.Shifts(r.snap, f, spec); err != nil || kind == "" {
		return f, list, page, err
	}
	some := []questions.Shift{}
	for _, one := range list.Shifts {
		if string(one.Kind) == kind {
			some = append(some, one)
		}
	}
	list.Shifts = some
	return f, list, page, nil
}

func shiftFields(r *request) []field {
	return []field{rowsField(r.query), choice("kind", "Kind", r.query, "all but reaffirmed", termsOf(questions.ShiftKinds))}
}

func (r *request) shiftView(l links, s questions.Shift) shiftView {
	v := shiftView{
		Shift: s, Does: shiftVerbs[s.Kind], Subject: r.snap.Codebook.PropositionLabel(s.Proposition), SubjectURL: l.Proposition(s.Proposition),
		When: longDay(s.Day), Apart: apart(s),
	}
	if s.Before != nil {
		v.Before, v.BeforeValue = drawn(s.Before.Band), valueOf(s.Before.Value)
		v.Facing.Left = r.passages(l, s.Before.Evidence)
	}
	if s.After != nil {
		v.After, v.AfterValue, v.When = drawn(s.After.Band), valueOf(s.After.Value), longDate(s.After.Date)
		v.Condition, v.Facing.Right = s.After.Condition, r.passages(l, s.After.Evidence)
	}
	if s.Before != nil && s.After != nil { // one side alone is neither
		v.Facing.LeftLabel, v.Facing.RightLabel = "Before", "After"
	}
	return v
}

// apart is the time between two statements, or as much as their dates say.
func apart(s questions.Shift) string {
	switch {
	case s.Days == nil:
		return ""
	case s.Kind == questions.ShiftSilent:
		return count(*s.Days, "day")
	case s.AtMost == nil:
		return count(*s.AtLeast, "day") + " or more"
	case *s.AtLeast != *s.AtMost:
		return fmt.Sprintf("%d to %s", *s.AtLeast, count(*s.AtMost, "day"))
	}
	return count(*s.Days, "day")
}

// writeShifts prints one change a row, with the sentences of both sides.
func writeShifts(w io.Writer, list questions.ShiftList) error {
	t := table{head: []string{
		"actor", "label", "group", "issue", "proposition", "kind", "day", "days", "possible",
		"before_date", "before_value", "before_band", "before_statements", "before_evidence",
		"after_date", "after_value", "after_band", "after_statements", "after_evidence",
	}}
	for _, s := range list.Shifts {
		row := []string{
			s.Actor, s.Label, strconv.FormatBool(s.Group), s.Issue, s.Proposition, string(s.Kind), dayField(s.Day), wholeField(s.Days), strconv.FormatBool(s.Possible),
		}
		t.rows = append(t.rows, append(append(row, standFields(s.Before)...), standFields(s.After)...))
	}
	return t.write(w)
}

func standFields(s *questions.Stand) []string {
	if s == nil {
		return make([]string, 5)
	}
	return []string{s.Date.String(), numberOf(s.Value), string(s.Band), passageIDs(s.Evidence), quotations(s.Evidence)}
}
