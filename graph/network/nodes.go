package network

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stancegraph/stancegraph/schema"
)

// actors is a column of labels of actors.
func (c *coding) actors(of func(*record) string) Column {
	return c.labelled(of, func(id string) string {
		return cmp.Or(c.codebook.ActorLabel(id), id)
	})
}

// propositions is a column of labels of propositions.
func (c *coding) propositions() Column {
	of := func(r *record) string {
		if r.st == nil {
			return ""
		}
		return r.st.Proposition
	}
	return c.labelled(of, c.codebook.PropositionLabel)
}

// labelled turns IDs into labels. Where two IDs have one label, both get the ID
// behind it: two people of one name are two nodes.
func (c *coding) labelled(of func(*record) string, label func(id string) string) Column {
	column := c.each(Text, of)
	labels, owners := map[string]string{}, map[string]int{}
	for _, id := range column.Values {
		if _, ok := labels[id]; !ok && id != "" {
			labels[id] = label(id)
			owners[labels[id]]++
		}
	}
	for id, l := range labels {
		if owners[l] > 1 {
			labels[id] = l + " (" + mark(id) + ")"
		}
	}
	for i, id := range column.Values {
		column.Values[i] = labels[id]
	}
	return column
}

// mark tells an ID from others of its label.
func mark(id string) string {
	if strings.HasPrefix(id, schema.NewActorPrefix) {
		return "unregistered"
	}
	return id
}

// personOf is the actor, unless it is a group. Of an actor that nobody has
// registered nothing says that it is one.
func (c *coding) personOf(r *record) string {
	if c.isGroup(r.speaker) {
		return ""
	}
	return r.speaker
}

// groupOf is whom the actor speaks for, or the actor that is a group itself. Who
// signs speaks for nobody else.
func (c *coding) groupOf(r *record) string {
	switch {
	case r.st != nil && !r.signed && r.st.OnBehalfOf != "":
		return r.st.OnBehalfOf
	case c.isGroup(r.speaker):
		return r.speaker
	}
	return ""
}

func (c *coding) isGroup(id string) bool {
	a, ok := c.codebook.Actor(id)
	return ok && a.Kind.IsGroup()
}

var documentNames = []string{"author", "source", "outlet", "section", "type", "id", "title", "lang"}

// document returns a property of documents: what the import says of it, else
// what the source has.
func (c *coding) document(name string) (Column, bool) {
	if _, imported := c.kinds[documentKey+name]; !imported && !slices.Contains(documentNames, name) {
		return Column{}, false
	}
	column := c.each(Text, func(r *record) string {
		v, ok := r.variables[documentKey+cmp.Or(map[string]string{"outlet": "source"}[name], name)]
		if ok || r.source == nil {
			return v
		}
		return sourceProperty(r, name)
	})
	column.Document = true
	return column, true
}

// sourceProperty is what a source knows. An import that numbers documents says
// of itself what type they are of, or that they are of none.
func sourceProperty(r *record, name string) string {
	switch name {
	case "title":
		return r.source.Title
	case "author":
		return r.source.Author
	case "source", "outlet":
		return r.source.Outlet
	case "lang":
		return r.source.Lang
	case "id":
		return r.source.Doc
	case "type":
		if r.variables[documentID] == "" {
			return r.source.Kind
		}
	}
	return ""
}
