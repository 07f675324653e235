package server

import (
	"io"
	"strconv"
	"strings"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// conflictsView is the page of statements that contradict each other.
type conflictsView struct {
	Begin     bool
	Selection selection
	List      questions.ConflictList
	Conflicts []conflictView
	Pager     pager
}

// conflictView is one pair, with a sentence on who contradicts whom.
type conflictView struct {
	questions.Conflict
	Who, WhoURL string
	How         string // what follows the name: "contradicts itself in two reports on"
	Subject     string
	SubjectURL  string
	Apart       string
	Facing      facing
}

// conflictVerbs say what is in conflict. Two speakers have no one name in
// front: the sentence then begins with "Speakers for".
var conflictVerbs = map[questions.ConflictKind]string{
	questions.ConflictTextTable:  "is for and against in one source, in its own voice and as it reports others, on",
	questions.ConflictOneReport:  "is reported for and against in one source on",
	questions.ConflictTwoReports: "is reported for and against by two sources on",
	questions.ConflictSignatory:  "signed one thing and said another on",
	questions.ConflictSpeakers:   "contradict each other on",
}

// conflicts lists pairs of statements for and against one proposition.
func conflicts(r *request) (*page, error) {
	p := place{path: "/conflicts"}
	f, list, at, err := r.conflictList()
	if err != nil {
		v := conflictsView{Selection: r.brokenSelection(p, err, conflictFields(r)...)}
		return nil, unread(err, "conflicts", v)
	}
	p = p.asked(r.query, "window", "kind")
	l := linksOf(f)
	v := conflictsView{
		Begin: len(r.snap.Statements) == 0, Selection: r.selection(p, f, conflictFields(r)...), List: list,
		Pager: pagerOf(at, changesShown, len(list.Conflicts), "conflicts", func(page int) string { return p.onPage(page).at(l.filter) }),
	}
	for _, one := range list.Conflicts[v.Pager.From-1 : v.Pager.To] {
		v.Conflicts = append(v.Conflicts, r.conflictView(l, one))
	}
	return &page{
		template: "conflicts", title: "Conflicts", view: v, data: list, path: p.with("window", strconv.Itoa(list.Window)).onPage(at).at(r.full(f).filter),
		cite:  "statements in conflict at most " + count(list.Window, "day") + " apart, until " + longDay(list.AsOf),
		table: func(w io.Writer) error { return writeConflicts(w, list) },
	}, nil
}

func (r *request) conflictList() (f questions.Filter, list questions.ConflictList, page int, err error) {
	if f, err = r.filter(); err != nil {
		return f, list, 0, err
	}
	var spec questions.ConflictSpec
	if spec.Window, err = r.whole("window", questions.DefaultWindow, 0); err != nil {
		return f, list, 0, err
	}
	kind, err := r.oneOf("kind", termsOf(questions.ConflictKinds)...)
	if err != nil {
		return f, list, 0, err
	}
	if page, err = r.whole("page", 1, 1); err != nil {
		return f, list, 0, err
	}
	if list, err = questions.Conflicts(r.snap, f, spec); err != nil || kind == "" {
		return f, list, page, err
	}
	some := []questions.Conflict{}
	for _, one := range list.Conflicts {
		if string(one.Kind) == kind {
			some = append(some, one)
		}
	}
	list.Conflicts = some
	return f, list, page, nil
}

func conflictFields(r *request) []field {
	window := numberField("window", "Days apart, at most", r.query, "")
	if window.Value == "" {
		window.Value = strconv.Itoa(questions.DefaultWindow)
	}
	return []field{choice("kind", "Kind", r.query, "all kinds", termsOf(questions.ConflictKinds)), window}
}

func (r *request) conflictView(l links, c questions.Conflict) conflictView {
	cb := r.snap.Codebook
	v := conflictView{
		Conflict: c, Who: cb.ActorLabel(c.Actor), WhoURL: l.Actor(c.Actor), How: conflictVerbs[c.Kind],
		Subject: cb.PropositionLabel(c.Proposition), SubjectURL: l.Proposition(c.Proposition),
		Facing: facing{Left: r.passages(l, []questions.Passage{c.First}), Right: r.passages(l, []questions.Passage{c.Second})},
	}
	if c.Kind == questions.ConflictSpeakers {
		names := make([]string, len(c.Groups))
		for i, g := range c.Groups {
			names[i] = cb.ActorLabel(g)
		}
		v.Who, v.WhoURL = "Two speakers for "+strings.Join(names, " and "), l.Actor(c.Groups[0])
	}
	v.Apart = "on overlapping dates"
	if c.Days > 0 {
		v.Apart = count(c.Days, "day") + " apart"
	}
	return v
}

// writeConflicts prints one pair a row.
func writeConflicts(w io.Writer, list questions.ConflictList) error {
	t := table{head: []string{
		"kind", "actor", "groups", "issue", "proposition", "days", "possible",
		"first_statement", "first_actor", "first_stance", "first_date", "first_outlet", "first_evidence",
		"second_statement", "second_actor", "second_stance", "second_date", "second_outlet", "second_evidence",
	}}
	for _, c := range list.Conflicts {
		row := []string{string(c.Kind), c.Actor, strings.Join(c.Groups, " "), c.Issue, c.Proposition, strconv.Itoa(c.Days), strconv.FormatBool(c.Possible)}
		t.rows = append(t.rows, append(append(row, passageFields(c.First)...), passageFields(c.Second)...))
	}
	return t.write(w)
}

func passageFields(p questions.Passage) []string {
	st := p.Statement
	return []string{st.ID, st.Actor, strconv.FormatFloat(st.Stance.Value(), 'f', -1, 64), st.Date.String(), p.Outlet, st.Evidence}
}
