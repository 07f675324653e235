package server

import (
	"io"
	"slices"

	"github.com/stancegraph/stancegraph/graph/export"
	"github.com/stancegraph/stancegraph/graph/ledger"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// actorPage is an actor: who it is, where it stands, what it said.
type actorPage struct {
	actorItem
	KindLabel    string
	Group        bool // positions are those of the group with its speakers
	Aliases      []string
	Affiliations []affiliationView
	Members      []issueLink
	Clock        clock
	AsOf         schema.Day
	Rule         string
	Issues       []issueGroup
	List         []exhibit // its own statements and those that it signed, newest first
	Pager        pager     // of List
	TimelineURL  string
	NetworkURL   string
}

type affiliationView struct {
	Label, URL, Role, Since string
}

// issueGroup is an issue with the actor's positions on its propositions.
type issueGroup struct {
	Label, URL string
	Points     []standpoint
	More       int // positions that the page leaves to CellURL, the cell of the issue
	CellURL    string
}

// pointsShown is how many positions on an issue the page of an actor shows.
const pointsShown = 50

func actor(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	l := linksOf(f)
	v := actorPage{actorItem: r.actorItem(l, r.id), AsOf: r.asOf(f), Rule: r.full(f).filter.Get("rule")}
	if !v.Registered && v.Statements+v.Signed == 0 {
		return nil, r.unnamed("actor", "the list of actors is at /actors")
	}
	v.KindLabel, v.Group = kindLabel(v.Kind), v.Kind.IsGroup()
	v.TimelineURL, v.NetworkURL = l.Timeline(r.id, "", ""), l.NetworkAround(v.Label)
	if v.Group {
		v.TimelineURL, v.NetworkURL = l.Timeline("", r.id, ""), l.NetworkOfGroups()
	}
	v.Aliases, v.Affiliations = r.affiliations(l, r.id)
	v.Members = r.members(l, r.id)
	statements := append(append([]*schema.Statement{}, r.snap.OfActor(r.id)...), r.snap.SignedBy(r.id)...)
	slices.SortStableFunc(statements, func(a, b *schema.Statement) int { return ledger.CompareDates(b.Date, a.Date) })
	at := func(l links, page int) string { return place{path: links{}.Actor(r.id)}.onPage(page).at(l.kept()) }
	shown, pages, err := r.statementPage(statements, "statements-head", func(page int) string { return at(l, page) })
	if err != nil {
		return nil, err
	}
	v.List, v.Pager, v.Issues = r.exhibits(l, shown), pages, r.actorIssues(l, f, &v)
	v.Clock = r.clock(links{}.Actor(r.id), without(r.query, "page"), f, questions.Days(r.snap, v.about()), func(d schema.Day) string {
		return onDay(f, d).Actor(r.id)
	})
	return &page{
		template: "actor", title: v.Label, view: v, path: at(r.full(f), pages.Page), cite: "positions of " + v.Label + " as of " + longDay(v.AsOf),
		whole: func() any {
			return actorAnswer{v.actorItem, v.AsOf, r.snap.Version, questions.OnEach(r.snap, f, v.ID, v.Group, r.heardOn(&v)), statements}
		},
		table: func(w io.Writer) error {
			return export.CSV(w, r.snap, questions.Filter{Actors: []string{r.id}})
		},
	}, nil
}

// actorAnswer is the JSON of an actor.
type actorAnswer struct {
	actorItem
	AsOf       schema.Day           `json:"as_of"`
	Version    string               `json:"version"`
	Positions  []questions.Position `json:"positions"`
	Statements []*schema.Statement  `json:"made_or_signed"`
}

// actorIssues are the issues on which the actor is heard, each with the first of
// its positions. A group is asked with all who speak for it. What belongs to
// several issues stands under the first.
func (r *request) actorIssues(l links, f questions.Filter, v *actorPage) []issueGroup {
	heard := map[string]bool{}
	for _, id := range r.heardOn(v) {
		heard[id] = true
	}
	var list []issueGroup
	for _, i := range catalog(r.snap) {
		g := issueGroup{Label: i.Label, URL: l.Issue(i.ID), CellURL: l.Cell(questions.CellRef{Actor: v.ID, Group: v.Group, Issue: i.ID})}
		var shown []string
		for _, p := range i.Props {
			switch {
			case !heard[p.ID]:
				continue
			case len(shown) < pointsShown:
				shown = append(shown, p.ID)
			default:
				g.More++
			}
			delete(heard, p.ID)
		}
		if len(shown) > 0 {
			g.Points = r.standpoints(l, questions.OnEach(r.snap, f, v.ID, v.Group, shown))
			list = append(list, g)
		}
	}
	return list
}

// about are the statements of an actor, or of a group and all who speak for it,
// whatever else the reader filters by.
func (v *actorPage) about() questions.Filter {
	if v.Group {
		return questions.Filter{Groups: []string{v.ID}}
	}
	return questions.Filter{Actors: []string{v.ID}}
}

// heardOn are the propositions on which the actor may have a position, in the
// order of the catalog, each once.
func (r *request) heardOn(v *actorPage) []string {
	heard := map[string]bool{}
	for _, id := range questions.HeardOn(r.snap, v.ID, v.Group) {
		heard[id] = true
	}
	list := make([]string, 0, len(heard))
	for _, i := range catalog(r.snap) {
		for _, p := range i.Props {
			if heard[p.ID] {
				list = append(list, p.ID)
				delete(heard, p.ID)
			}
		}
	}
	return list
}

// affiliations are what the codebook says of an actor: its other names, and for
// whom it speaks.
func (r *request) affiliations(l links, id string) (aliases []string, held []affiliationView) {
	known, ok := r.snap.Codebook.Actor(id)
	if !ok {
		return nil, nil
	}
	for _, a := range known.Affiliations {
		held = append(held, affiliationView{r.snap.Codebook.ActorLabel(a.Group), l.Actor(a.Group), a.Role, term(a)})
	}
	return known.Aliases, held
}

// members are those who ever spoke for an actor.
func (r *request) members(l links, id string) []issueLink {
	var list []issueLink
	for _, other := range r.snap.Codebook.Actors {
		if slices.ContainsFunc(other.Affiliations, func(a schema.Affiliation) bool { return a.Group == id }) {
			list = append(list, issueLink{other.Label, l.Actor(other.ID)})
		}
	}
	return list
}

// term is the time of an affiliation in words; both days are inclusive.
func term(a schema.Affiliation) string {
	switch {
	case a.From == schema.MinDay && a.Until == schema.MaxDay:
		return ""
	case a.From == schema.MinDay:
		return "until " + longDay(a.Until)
	case a.Until == schema.MaxDay:
		return "since " + longDay(a.From)
	}
	return longDay(a.From) + " to " + longDay(a.Until)
}
