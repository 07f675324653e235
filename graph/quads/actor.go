package quads

import (
	"strconv"

	"github.com/cayleygraph/quad"

	"github.com/stancegraph/stancegraph/schema"
)

var classOfKind = map[schema.ActorKind]quad.IRI{
	schema.KindPerson:       foafPerson,
	schema.KindAnalyst:      foafPerson,
	schema.KindAnonymous:    foafAgent,
	schema.KindOrganisation: orgOrganization,
	schema.KindBloc:         orgCollaboration,
	schema.KindOffice:       orgPost,
	schema.KindState:        schemaCountry,
}

func (c *concepts) actor(a *schema.Actor) {
	subject := ActorIRI(a.ID)
	if class, ok := classOfKind[a.Kind]; ok {
		c.add(subject, rdfType, class)
	}
	c.add(subject, ownKind, text(string(a.Kind))...)
	c.labels(subject, a.Label, "", "")
	for _, alias := range a.Aliases {
		c.add(subject, skosAltLabel, text(alias)...)
	}
	for i, f := range a.Affiliations {
		c.membership(subject, i, f)
	}
}

// membership is a node of its own, because it has a time and a role: a person
// with a fixed title would be wrong on most days.
func (c *concepts) membership(actor quad.IRI, i int, f schema.Affiliation) {
	node := actor + quad.IRI("#membership-"+strconv.Itoa(i+1))
	c.add(node, rdfType, orgMembership)
	c.add(node, orgMember, actor)
	c.add(node, orgHasOrganization, ref(baseActor, f.Group)...)
	c.add(node, ownRole, text(f.Role)...)
	c.add(node, ownFrom, day(f.From)...)
	c.add(node, ownUntil, day(f.Until)...)
}
