package server

import (
	"cmp"
	"io"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/schema"
)

// actorItem is an actor in a list.
type actorItem struct {
	ID         string           `json:"id"`
	Label      string           `json:"label"`
	Kind       schema.ActorKind `json:"kind"`
	Registered bool             `json:"registered"`
	Statements int              `json:"statements"`
	Signed     int              `json:"signed"`
	URL        string           `json:"-"`
}

// actorsPage is the list of actors by kind.
type actorsPage struct {
	Kinds  []kindGroup
	Silent []actorItem // in the codebook, without a statement
}

type kindGroup struct {
	Label string
	Items []actorItem
}

// kindLabels are the heads of the list, in its order.
var kindLabels = []struct {
	kind  schema.ActorKind
	label string
}{
	{schema.KindState, "States"}, {schema.KindBloc, "Blocs"}, {schema.KindOrganisation, "Organisations"},
	{schema.KindOffice, "Offices"}, {schema.KindPerson, "Persons"}, {schema.KindAnonymous, "Unnamed"},
	{schema.KindAnalyst, "Analysts"}, {"", "Not in the codebook"},
}

// actorsAnswer is the JSON of the list of actors.
type actorsAnswer struct {
	Actors  []actorItem `json:"actors"`
	Version string      `json:"version"`
}

// actors is the list of everybody the codebook or a statement names.
func actors(r *request) (*page, error) {
	f, err := r.filter(naming...)
	if err != nil {
		return nil, err
	}
	l := linksOf(f)
	list := r.actorItems(l)
	return &page{
		template: "actors", title: "Actors", view: byKind(list), path: l.Actors(),
		data:  actorsAnswer{list, r.snap.Version},
		table: func(w io.Writer) error { return writeActors(w, list) },
	}, nil
}

// actorItems are the actors of the codebook in its order, then those that only
// statements name, by label.
func (r *request) actorItems(l links) []actorItem {
	list := []actorItem{}
	for _, a := range r.snap.Codebook.Actors {
		list = append(list, r.actorItem(l, a.ID))
	}
	registered := len(list)
	for _, id := range slices.Compact(slices.Sorted(slices.Values(slices.Concat(r.snap.Actors(), r.snap.Signers())))) {
		if _, known := r.snap.Codebook.Actor(id); !known {
			list = append(list, r.actorItem(l, id))
		}
	}
	slices.SortStableFunc(list[registered:], func(a, b actorItem) int { return cmp.Compare(a.Label, b.Label) })
	return list
}

func (r *request) actorItem(l links, id string) actorItem {
	item := actorItem{
		ID: id, Label: r.snap.Codebook.ActorLabel(id), URL: l.Actor(id),
		Statements: r.snap.CountOfActor(id), Signed: r.snap.CountSignedBy(id),
	}
	if a, known := r.snap.Codebook.Actor(id); known {
		item.Kind, item.Registered = a.Kind, true
	}
	return item
}

// byKind puts the actors under heads; those without a statement stand apart.
func byKind(list []actorItem) actorsPage {
	var v actorsPage
	for _, k := range kindLabels {
		g := kindGroup{Label: k.label}
		for _, a := range list {
			if a.Kind == k.kind && a.Statements+a.Signed > 0 {
				g.Items = append(g.Items, a)
			}
		}
		if len(g.Items) > 0 {
			v.Kinds = append(v.Kinds, g)
		}
	}
	for _, a := range list {
		if a.Statements+a.Signed == 0 {
			v.Silent = append(v.Silent, a)
		}
	}
	return v
}

func writeActors(w io.Writer, list []actorItem) error {
	t := table{head: []string{"id", "label", "kind", "registered", "statements", "signed"}}
	for _, a := range list {
		t.rows = append(t.rows, []string{a.ID, a.Label, string(a.Kind), strconv.FormatBool(a.Registered), strconv.Itoa(a.Statements), strconv.Itoa(a.Signed)})
	}
	return t.write(w)
}
