package server

import (
	"html/template"
	"io"

	"github.com/stancegraph/stancegraph/graph/picture"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// timelineShown is how many rows of the table one page shows.
const timelineShown = 50

// timelineView is the page of positions over time: a picture, and the table
// that says the same.
type timelineView struct {
	Begin     bool
	Selection selection
	Title     string
	Timeline  questions.Timeline
	Groups    bool
	Period    string
	Picture   template.HTML
	Unshown   *problem // why there is no picture
	YearURL   string   // the same by year, which needs fewer marks
	Rows      []timelineRow
	Pager     pager
	Parts     *parts // to choose from where there are too many statements
}

// timeline is how positions went, of an actor over propositions, of a
// proposition over actors, or of an issue.
func timeline(r *request) (*page, error) {
	f, spec, at, err := r.timelineQuestion()
	var t questions.Timeline
	if err == nil {
		if r.shape == formatHTML {
			if parts := r.timelineParts(f); parts != nil {
				return r.partedTimeline(f, spec, parts), nil
			}
		}
		t, err = questions.BuildTimeline(r.snap, f, spec)
	}
	if err != nil {
		v := timelineView{Selection: r.brokenSelection(place{path: "/timeline"}, err, r.timelineFields()...)}
		return nil, unread(err, "timeline", v)
	}
	p := r.timelinePlace(spec)
	v := timelineView{
		Begin: len(r.snap.Statements) == 0, Selection: r.selection(p, f, r.timelineFields()...), Timeline: t,
		Title: picture.TimelineTitle(t, r.snap.Codebook), Groups: t.Rows == questions.RowsGroups, Period: string(t.Period),
		YearURL: p.with("period", string(questions.PeriodYear)).at(f.Values()),
	}
	v.Selection.Views = otherViews(p, f, t.Rows)
	v.Pager = pagerOf(at, timelineShown, timelineLength(t), "rows", func(page int) string { return p.onPage(page).at(f.Values()) })
	v.Rows = r.timelineRows(linksOf(f), t, v.Pager.From-1, v.Pager.To)
	answer := &page{
		template: "timeline", title: v.Title, data: t, path: p.with("rows", string(t.Rows)).onPage(at).at(r.full(f).filter),
		cite:  v.Title + ", positions until " + longDay(t.AsOf) + " by the rule " + t.Rule,
		table: func(w io.Writer) error { return writeTimeline(w, t) },
	}
	if len(t.Lines) > 0 {
		answer.draw = r.drawTimeline(v.Title, f, t)
		if v.Picture, err = inline(answer.draw, "timeline"); err != nil {
			v.Unshown, answer.draw = tell(err), nil
		}
	}
	answer.view = v
	return answer, nil
}

func (r *request) timelinePlace(spec questions.TimelineSpec) place {
	return place{path: "/timeline"}.asked(r.query, "rows").with("period", string(spec.Period))
}

// timelineQuestion reads what is asked, and on which page of the rows.
func (r *request) timelineQuestion() (f questions.Filter, spec questions.TimelineSpec, page int, err error) {
	if f, err = r.filter(); err != nil {
		return f, spec, 0, err
	}
	if spec.Rows, err = r.rowsOr(f); err != nil {
		return f, spec, 0, err
	}
	period, err := r.oneOf("period", termsOf(questions.PeriodLengths)...)
	if err != nil {
		return f, spec, 0, err
	}
	if page, err = r.whole("page", 1, 1); err != nil {
		return f, spec, 0, err
	}
	spec.Period = questions.Period(period)
	if n := sum(questions.Days(r.snap, f)); n > maxTimeline && r.shape.isPicture() {
		return f, spec, 0, schema.Errorf(schema.KindUsage, "choose an actor, an issue or a proposition; the JSON and the CSV have all of it",
			"%s are too many for one timeline in a picture, which takes %s", count(n, "statement"), thousands(maxTimeline))
	}
	return f, spec, page, nil
}

// maxTimeline is how many statements a page goes through for a timeline: of more
// nobody reads the rows.
const maxTimeline = 20_000

// timelineParts are the actors of whom most is known, one each; nil where the
// page takes all statements.
func (r *request) timelineParts(f questions.Filter) *parts {
	n := sum(questions.Days(r.snap, f))
	if n <= maxTimeline {
		return nil
	}
	list := &parts{Of: "timeline", Statements: n, Most: maxTimeline}
	facets, _ := questions.Facets(r.snap, f) // the filter has been read: there is nothing left to be wrong with it
	for _, facet := range facets.Facets {
		if facet.Name != "actor" || len(f.Actors) == 1 {
			continue
		}
		for _, one := range facet.Values {
			if one.Of > maxTimeline || one.Excluded || len(list.List) == timelinePartsShown {
				continue
			}
			f.Actors = []string{one.Value}
			list.List = append(list.List, part{Label: one.Label, From: schema.MinDay, Statements: one.Of, URL: place{path: "/timeline"}.at(f.Values())})
		}
	}
	return list
}

// timelinePartsShown is how many actors are offered.
const timelinePartsShown = 20

// partedTimeline is the page that has parts to choose from. There is no picture
// of all; the JSON and the CSV have it.
func (r *request) partedTimeline(f questions.Filter, spec questions.TimelineSpec, parts *parts) *page {
	p := r.timelinePlace(spec)
	v := timelineView{Selection: r.selection(p, f, r.timelineFields()...), Parts: parts}
	v.Selection.Views = otherViews(p, f, spec.Rows)
	return &page{
		template: "timeline", title: "Positions over time", view: v, path: p.with("rows", string(spec.Rows)).at(r.full(f).filter),
		table: func(w io.Writer) error {
			t, err := questions.BuildTimeline(r.snap, f, spec)
			if err != nil {
				return err
			}
			return writeTimeline(w, t)
		},
	}
}

func (r *request) drawTimeline(title string, f questions.Filter, t questions.Timeline) drawing {
	return func(c picture.Caption, whole func(string) string) (*picture.Scene, error) {
		c.Title, c.Sentence = title, picture.TimelineSentence(t, f, r.snap.Codebook)
		return picture.Timeline(t, r.snap, c, pictureLinks(linksOf(f), whole))
	}
}

func (r *request) timelineFields() []field {
	rows := rowsField(r.query)
	if len(r.query["actor"]) > 0 { // whose rows are then their own, where nothing is said
		rows = choice("rows", "Rows", r.query, optionWords[string(questions.RowsActors)], []string{string(questions.RowsGroups)})
	}
	return append(r.aboutFields(), rows,
		choice("period", "Statements", r.query, "each at its day", termsOf(questions.PeriodLengths)))
}

// aboutFields choose an actor, an issue and a proposition. Where the filter
// names several of a kind, they are chips, and no one field can show them.
func (r *request) aboutFields() []field {
	var list []field
	for _, about := range []struct {
		name, label, unset string
		all                []option
	}{
		{"actor", "Actor", "everybody", r.actorOptions()},
		{"issue", "Issue", "all issues", r.issueOptions()},
		{"proposition", "Proposition", "all propositions", r.propositionOptions()},
	} {
		if len(r.query[about.name]) > 1 {
			continue
		}
		list = append(list, pick(about.name, about.label, r.query, about.unset, about.all))
	}
	return list
}
