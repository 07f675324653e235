package network

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// filter is what the specification says about the values of one variable.
type filter struct {
	column Column
	values map[string]bool
	only   bool // keep these values, else leave them out
}

func (f filter) passes(event int) bool {
	return f.values[f.column.Values[event]] == f.only
}

// readFilters gathers excludes and only, one filter for each variable, and the
// type of statement.
func (p *plan) readFilters() error {
	if err := p.gather(p.spec.Excludes, false); err != nil {
		return err
	}
	if err := p.gather(p.spec.Only, true); err != nil {
		return err
	}
	return p.ofType()
}

// defaultType is the type that DNA computes networks of unless it is told
// otherwise.
const defaultType = "DNA Statement"

// ofType keeps one type of statement. It is tried before anything is loaded:
// DNA loads one type.
func (p *plan) ofType() error {
	wanted := p.spec.StatementType
	if types, ok := p.table.column(StatementType); ok && wanted == "" && p.spec.Compat && slices.Contains(types.Values, defaultType) {
		wanted = defaultType
	}
	if wanted == "" {
		return nil
	}
	c, err := p.table.Column(StatementType)
	c.Document = true
	if err == nil {
		p.add(filter{c, map[string]bool{wanted: true}, true}, StatementType)
	}
	return err
}

func (p *plan) gather(pairs []Pair, only bool) error {
	var done []string
	for _, pair := range pairs {
		if slices.Contains(done, pair.Variable) {
			continue
		}
		done = append(done, pair.Variable)
		c, err := p.table.Column(pair.Variable)
		if err != nil {
			return err
		}
		p.add(filter{c, valuesOf(pairs, pair.Variable, c.Kind), only}, pair.Variable)
	}
	return nil
}

func valuesOf(pairs []Pair, variable string, k Kind) map[string]bool {
	values := map[string]bool{}
	for _, p := range pairs {
		if p.Variable == variable {
			values[spelling(k, p.Value)] = true
		}
	}
	return values
}

// spelling is a value as columns spell it: +1 is the stance 1.
func spelling(k Kind, value string) string {
	if k == Text {
		return value
	}
	return strings.TrimPrefix(value, "+")
}

// add keeps a filter, and warns of values that nothing has.
func (p *plan) add(f filter, variable string) {
	p.filters = append(p.filters, f)
	absent := map[string]bool{}
	for v := range f.values {
		absent[v] = true
	}
	for _, v := range f.column.Values {
		delete(absent, v)
	}
	for _, v := range sortedKeys(absent) {
		p.warnings = append(p.warnings, fmt.Sprintf("no statement has %s %q", variable, v))
	}
}

// passes reports whether an event passes the filters that are asked about.
func (p *plan) passes(event int, which func(filter) bool) bool {
	for _, f := range p.filters {
		if which(f) && !f.passes(event) {
			return false
		}
	}
	return true
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
