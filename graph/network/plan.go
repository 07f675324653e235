package network

// plan is a specification made ready on a table: its columns, and which
// statements count.
type plan struct {
	table    *Table
	spec     Spec // as it is carried out
	warnings []string
	span     span

	row, col  Column
	qualifier *Column // nil: none
	filters   []filter

	loaded []int // events of the range, in order
	kept   []int // those that count, in order
	left   Left
	levels []level // of the loaded events; not used for a document variable
}

// Left says how many statements a network leaves out, each for the first
// reason that holds.
type Left struct {
	Review    int `json:"review"`     // rejected, revised, superseded: not in the table
	Range     int `json:"range"`      // before from or after until
	Document  int `json:"document"`   // of a document or of a type that is filtered out
	Excluded  int `json:"excluded"`   // with an excluded value
	Empty     int `json:"empty"`      // without a value of variable 1, variable 2 or the qualifier
	Duplicate int `json:"duplicates"` // saying again what one that counts says
}

func newPlan(t *Table, s Spec) (*plan, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	p := &plan{table: t, left: Left{Review: t.NotInUse}}
	var err error
	if p.spec, p.warnings, err = s.fit(); err != nil {
		return nil, err
	}
	if err := p.columns(); err != nil {
		return nil, err
	}
	p.span = rangeOf(t, p.spec)
	p.load()
	p.keep()
	if p.qualifier != nil {
		p.levels = levelsOf(*p.qualifier, p.loaded)
	}
	return p, nil
}

func (p *plan) columns() (err error) {
	if p.row, err = p.table.Column(p.spec.Var1); err != nil {
		return err
	}
	if p.col, err = p.table.Column(p.spec.Var2); err != nil {
		return err
	}
	if p.spec.Qualifier != "" {
		q, err := p.table.Column(p.spec.Qualifier)
		if err != nil {
			return err
		}
		p.qualifier = &q
	}
	return p.readFilters()
}

// levelsFor are the levels of a matrix of some events.
func (p *plan) levelsFor(events []int) []level {
	levels := p.levels
	switch {
	case p.qualifier == nil:
		return []level{{}}
	case p.qualifier.Document:
		levels = levelsOf(*p.qualifier, events)
	}
	if p.spec.Aggregation == Ignore {
		levels = withMissing(levels, p.qualifier.Kind)
	}
	return levels
}

// labelSource are the events whose values are the labels of a matrix.
func (p *plan) labelSource(events []int) []int {
	if p.spec.Isolates {
		return p.loaded
	}
	return events
}
