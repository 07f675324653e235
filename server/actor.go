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
	Unlisted     int       // older ones that the page leaves to the exports
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

// listed is how many statements a page shows; exports have all.
const listed = 200

func actor(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	l := linksOf(f)
	v := actorPage{actorItem: r.actorItem(l, r.id), AsOf: r.asOf(f), Rule: r.full(f).filter.Get("rule")}
	if !v.Registered && v.Statements+v.Signed == 0 {
		return nil, missing("actor", r.id, "the list of actors is at /actors")
	}
	v.KindLabel, v.Group = kindLabel(v.Kind), v.Kind.IsGroup()
	v.TimelineURL, v.NetworkURL = l.Timeline(r.id, "", ""), l.Network(v.Label, false)
	if v.Group {
		v.TimelineURL, v.NetworkURL = l.Timeline("", r.id, ""), l.Network("", true)
	}
	v.Aliases, v.Affiliations = r.affiliations(l, r.id)
	v.Members = r.members(l, r.id)
	statements := append(append([]*schema.Statement{}, r.snap.OfActor(r.id)...), r.snap.SignedBy(r.id)...)
	slices.SortStableFunc(statements, func(a, b *schema.Statement) int { return ledger.CompareDates(b.Date, a.Date) })
	v.List = r.exhibits(l, statements[:min(len(statements), listed)])
	v.Unlisted = len(statements) - len(v.List)
	positions := r.actorPositions(l, f, &v)
	v.Clock = r.clock(links{}.Actor(r.id), r.query, f, statementDays(r.snap, v.about()), func(d schema.Day) string {
		there := f
		there.AsOf = &d
		return linksOf(there).Actor(r.id)
	})
	return &page{
		template: "actor", title: v.Label, view: v, path: r.full(f).Actor(r.id), cite: "positions of " + v.Label + " as of " + longDay(v.AsOf),
		data: actorAnswer{v.actorItem, v.AsOf, r.snap.Version, positions, statements},
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

// actorPositions fills in the positions by issue and returns them in a row, all
// of them for files and programs. A group is asked with all who speak for it.
func (r *request) actorPositions(l links, f questions.Filter, v *actorPage) []questions.Position {
	all := []questions.Position{}
	seen := map[string]bool{}
	heard := r.heardOn(v)
	for _, i := range catalog(r.snap) {
		g := issueGroup{Label: i.Label, URL: l.Issue(i.ID), CellURL: l.Cell(questions.CellRef{Actor: v.ID, Group: v.Group, Issue: i.ID})}
		for _, p := range i.Props {
			if !heard[p.ID] || seen[p.ID] {
				continue
			}
			if r.shape == formatHTML && len(g.Points) == pointsShown {
				g.More++
				continue
			}
			on := questions.On(r.snap, f, r.id, v.Group, p.ID)
			if on.Of == 0 {
				continue
			}
			seen[p.ID] = true
			all, g.Points = append(all, on), append(g.Points, r.standpoint(l, on))
		}
		if len(g.Points) > 0 {
			v.Issues = append(v.Issues, g)
		}
	}
	return all
}

// about are the statements of an actor, or of a group and all who speak for it,
// whatever else the reader filters by.
func (v *actorPage) about() questions.Filter {
	if v.Group {
		return questions.Filter{Groups: []string{v.ID}}
	}
	return questions.Filter{Actors: []string{v.ID}}
}

// heardOn are the propositions on which the actor may have a position.
func (r *request) heardOn(v *actorPage) map[string]bool {
	heard := map[string]bool{}
	for _, st := range questions.Select(r.snap, v.about()) {
		heard[st.Proposition] = true
	}
	return heard
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
