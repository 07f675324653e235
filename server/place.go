package server

import (
	"net/url"
	"slices"
	"strconv"
)

// place is a question page with its own parameters, those that the filter does
// not know: what stands in the rows, their order, what is compared.
type place struct {
	path     string
	own      url.Values
	timeless bool // the page is not about one day: it has no as-of field
}

// query is the place's own parameters with those of a filter.
func (p place) query(filter url.Values) url.Values {
	q := copied(filter)
	for k, v := range p.own {
		q[k] = v
	}
	return q
}

// at is the address of the page with another filter.
func (p place) at(filter url.Values) string { return address(p.path, p.query(filter)) }

// withAll is the place with all values of one parameter of its own.
func (p place) withAll(name string, values []string) place {
	p = p.with(name, "")
	if len(values) > 0 {
		p.own[name] = slices.Clone(values)
	}
	return p
}

// toggled is the place with a value added to a list of its own, or taken out.
func (p place) toggled(name, value string) place {
	if list := p.own[name]; !slices.Contains(list, value) {
		return p.withAll(name, append(slices.Clone(list), value))
	}
	return p.withAll(name, slices.DeleteFunc(slices.Clone(p.own[name]), func(v string) bool { return v == value }))
}

// asked is the place with parameters of its own as a query has them.
func (p place) asked(query url.Values, names ...string) place {
	for _, name := range names {
		p = p.with(name, query.Get(name))
	}
	return p
}

// with is the place with one parameter of its own changed; "" takes it away.
func (p place) with(name, value string) place {
	p.own = copied(p.own)
	p.own.Del(name)
	if value != "" {
		p.own.Set(name, value)
	}
	return p
}

// onPage is the place of another page of its list; the first is left unsaid.
func (p place) onPage(page int) place {
	if page <= 1 {
		return p.with("page", "")
	}
	return p.with("page", strconv.Itoa(page))
}
