package network

import (
	"net/url"
	"slices"
)

// ParseSpec reads a specification from a URL query or from flags of the same
// names. A name that is not given has its default; an empty value has too, but
// for the qualifier, which is then none. Names that are not options of a
// network are left to the page.
//
// A bad value is an error of kind usage that names the option, the value and
// the values there are; all of them are reported together.
func ParseSpec(v url.Values) (Spec, error) {
	s := Defaults()
	var c checker
	for _, p := range parameters {
		values := given(p, v)
		if len(values) > 1 && !p.Many {
			c.bad(p.Name, values[1], "expected one value, found "+itoa(len(values)))
		} else if len(values) > 0 {
			p.read(&c, &s, values)
		}
	}
	if err := c.err(); err != nil {
		return s, err
	}
	return s, s.check()
}

func given(p Parameter, v url.Values) []string {
	if p.Name == "qualifier" {
		return v[p.Name]
	}
	return slices.DeleteFunc(slices.Clone(v[p.Name]), func(s string) bool { return s == "" })
}

// Values is the specification as a URL query, without what has its default.
// ParseSpec reads it back.
func (s Spec) Values() url.Values {
	v, defaults := url.Values{}, Defaults()
	for _, p := range parameters {
		if values := p.print(s); len(values) > 0 && !slices.Equal(values, p.print(defaults)) {
			v[p.Name] = values
		}
	}
	return v
}
