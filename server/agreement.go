package server

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// agreementView is the page of how far coders agree: all pairs of them, or one
// pair in full.
type agreementView struct {
	Begin       bool
	Selection   selection
	Coders      int
	Pairs       []coderPair
	Pair        *questions.AgreementReport // the one that is shown in full
	Parts       []agreedRow                // all issues together, then each
	BySource    []agreedRow                // those with most units of both first
	MoreSources int
	UnitsURL    string // every unit of the pair, as CSV
	Stances     []schema.Stance
	Differences []codingDifference
	Pager       pager
}

// coderPair is two coders in the list of all.
type coderPair struct {
	questions.AgreementReport
	URL string
}

// agreedRow is agreement on one issue or source; the first row is on all issues.
type agreedRow struct {
	Label, URL string
	questions.Agreed
}

// codingDifference is one unit with two stances.
type codingDifference struct {
	Actor, ActorURL, Subject, SubjectURL string
	Facing                               facing
}

// agreementAnswer is the JSON of the page.
type agreementAnswer struct {
	Agreement []questions.AgreementReport `json:"agreement"`
	Version   string                      `json:"version"` // data version
}

// agreement compares coders, a program with its version as one of them.
func agreement(r *request) (*page, error) {
	p := place{path: "/agreement", timeless: true}
	fields := coderFields(r)
	f, list, at, err := r.agreements()
	if err != nil {
		v := agreementView{Selection: r.brokenSelection(p, err, fields...)}
		return nil, unread(err, "agreement", v)
	}
	p = p.asked(r.query, "left", "right")
	l := linksOf(f)
	v := agreementView{Begin: len(r.snap.Statements) == 0, Selection: r.selection(p, f, fields...), Coders: len(r.snap.Coders()), Stances: schema.Stances[:], Pager: pagerOf(1, changesShown, 0, "units", nil)}
	for _, one := range list {
		v.Pairs = append(v.Pairs, coderPair{one, p.with("left", one.Left).with("right", one.Right).at(l.filter)})
	}
	title := "Agreement of coders"
	write := func(w io.Writer) error { return writeAgreements(w, list) }
	if of := r.query.Get("table"); of != "" || r.query.Get("left") != "" {
		units, err := questions.CodedUnits(r.snap, f, r.query.Get("left"), r.query.Get("right"))
		if err != nil {
			return nil, err
		}
		r.fillPair(&v, l, p, list[0], units, at)
		title = list[0].Left + " and " + list[0].Right
		if of != "" {
			p, write = p.with("table", of), func(w io.Writer) error { return writeUnits(w, list[0], units) }
		}
	}
	return &page{
		template: "agreement", title: title, view: v, data: agreementAnswer{list, r.snap.Version}, path: p.onPage(at).at(r.full(f).filter), cite: "agreement of coders",
		table: write,
	}, nil
}

func (r *request) agreements() (f questions.Filter, list []questions.AgreementReport, page int, err error) {
	if f, err = r.filter(); err != nil {
		return f, nil, 0, err
	}
	if page, err = r.whole("page", 1, 1); err != nil {
		return f, nil, 0, err
	}
	left, right := r.query.Get("left"), r.query.Get("right")
	of, err := r.oneOf("table", "units")
	switch {
	case err != nil:
	case of != "" && left == "" && right == "":
		err = schema.Errorf(schema.KindUsage, "choose two coders, or leave out table", "the table of units is one of two coders")
	case left == "" && right == "":
		list, err = questions.Agreements(r.snap, f)
	case left == "" || right == "":
		err = schema.Errorf(schema.KindUsage, "choose the other coder, too, or none for all pairs", "one coder alone cannot be compared")
	default:
		list = make([]questions.AgreementReport, 1)
		list[0], err = questions.Agreement(r.snap, f, left, right)
	}
	return f, list, page, err
}

func coderFields(r *request) []field {
	coders := r.snap.Coders()
	return []field{choice("left", "One coder", r.query, "all pairs", coders), choice("right", "The other", r.query, "all pairs", coders)}
}

func (r *request) fillPair(v *agreementView, l links, p place, one questions.AgreementReport, units []questions.CodedUnit, at int) {
	v.Pair = &one
	v.Parts = []agreedRow{{Label: "All issues", Agreed: one.Agreed}}
	for _, issue := range one.Issues {
		v.Parts = append(v.Parts, agreedRow{issue.Label, l.Issue(issue.Issue), issue.Agreed})
	}
	sources := questions.AgreementBySource(units)
	slices.SortStableFunc(sources, func(a, b questions.SourceAgreement) int { return cmp.Compare(b.Units.Common, a.Units.Common) })
	v.MoreSources = max(0, len(sources)-changesShown)
	for _, of := range sources[:len(sources)-v.MoreSources] {
		row := agreedRow{Label: shortID(of.Source), Agreed: of.Agreed}
		if src, ok := r.snap.Sources[of.Source]; ok {
			row.Label, row.URL = src.Heading(), l.Source(src.ID)
		}
		v.BySource = append(v.BySource, row)
	}
	v.UnitsURL = inFormat(p.with("table", "units").at(l.filter), formatCSV)
	v.Pager = pagerOf(at, changesShown, len(one.Differences), "units", func(page int) string { return p.onPage(page).at(l.filter) })
	for _, d := range one.Differences[v.Pager.From-1 : v.Pager.To] {
		st := d.Left.Statement
		v.Differences = append(v.Differences, codingDifference{
			Actor: r.snap.Codebook.ActorLabel(st.Actor), ActorURL: l.Actor(st.Actor),
			Subject: r.snap.Codebook.PropositionLabel(st.Proposition), SubjectURL: l.Proposition(st.Proposition),
			Facing: facing{LeftLabel: one.Left, RightLabel: one.Right, Left: r.passages(l, []questions.Passage{d.Left}), Right: r.passages(l, []questions.Passage{d.Right})},
		})
	}
}

// coefficientWords prints a measure of agreement, or that there is none.
func coefficientWords(a questions.Coefficient) string {
	if a.Value == nil {
		return "undefined"
	}
	return strconv.FormatFloat(*a.Value, 'f', 3, 64)
}
