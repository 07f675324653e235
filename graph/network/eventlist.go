package network

// Listed is one statement of an event list, with the values of the variables
// that name it.
type Listed struct {
	ID     string            `json:"id"`
	Time   Clock             `json:"time,omitzero"` // the first instant it may be from
	Doc    string            `json:"doc"`
	Start  int               `json:"start"`
	End    int               `json:"end"`
	Values map[string]string `json:"values"` // of every variable
}

// List returns the statements that count, in order, with all their variables.
// It keeps those with empty values. The error is that of Compute.
func List(t *Table, s Spec) ([]Listed, error) {
	s.Network = EventList
	p, err := newPlan(t, s)
	if err != nil {
		return nil, err
	}
	columns := map[string]Column{}
	for _, name := range t.Names() {
		if columns[name], err = t.Column(name); err != nil {
			return nil, err
		}
	}
	listed := make([]Listed, len(p.kept))
	for i, e := range p.kept {
		listed[i] = t.listed(e, columns)
	}
	return listed, nil
}

func (t *Table) listed(e int, columns map[string]Column) Listed {
	event := t.Events[e]
	l := Listed{ID: event.ID, Time: Clock{event.First}, Doc: event.Doc, Start: event.Start, End: event.End, Values: map[string]string{}}
	for name, c := range columns {
		l.Values[name] = c.Values[e]
	}
	return l
}
