package questions

import (
	"maps"
	"slices"

	"github.com/stancegraph/stancegraph/schema"
)

// columns heads the table with those asked for or, by default, with every
// group that the matrix has a row of.
func (t *tableBuilder) columns(spec TableSpec) error {
	if len(spec.Who) == 0 {
		return t.everyGroup()
	}
	for _, c := range spec.Who {
		a, registered := t.s.Codebook.Actor(c.Actor)
		if !registered && !slices.Contains(t.s.Actors(), c.Actor) {
			return schema.Errorf(schema.KindUsage, "name actors or groups by the IDs of the codebook",
				"column %q: no actor of this ID%s", c.Actor, schema.DidYouMean(c.Actor, maps.Keys(actorNames(t.s))))
		}
		head := TableHead{Actor: c.Actor, Group: registered && a.Kind.IsGroup(), Label: t.s.Codebook.ActorLabel(c.Actor), AsOf: t.AsOf}
		if c.AsOf != nil {
			head.AsOf = *c.AsOf
		}
		t.Columns = append(t.Columns, head)
	}
	return nil
}

func (t *tableBuilder) everyGroup() error {
	m, err := BuildMatrix(t.s, t.f, MatrixSpec{Rows: RowsGroups, Brief: true})
	if err != nil {
		return err
	}
	for _, r := range m.Rows {
		t.Columns = append(t.Columns, TableHead{Actor: r.ID, Group: true, Label: r.Label, AsOf: t.AsOf})
	}
	return nil
}

// issues are the rows asked for, in that order, or all of the codebook.
func (t *tableBuilder) issues(spec TableSpec) ([]*schema.Issue, error) {
	cb := t.s.Codebook
	var rows []*schema.Issue
	for _, id := range spec.Issues {
		i, ok := cb.Issue(id)
		if !ok {
			return nil, schema.Errorf(schema.KindUsage, "name issues by the IDs of the codebook",
				"row %q: no issue of this ID%s", id, schema.DidYouMean(id, maps.Keys(issueNames(t.s))))
		}
		rows = append(rows, i)
	}
	if len(spec.Issues) == 0 {
		for i := range cb.Issues {
			rows = append(rows, &cb.Issues[i])
		}
	}
	return rows, nil
}
