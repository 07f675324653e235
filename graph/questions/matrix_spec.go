package questions

import (
	"net/url"
	"strconv"
)

// ParseMatrixSpec reads which matrix is asked for from a URL query or from flags
// of the same names: rows, columns and page. Where the filter asks for one
// issue, that is opened. Errors are of kind usage.
func ParseMatrixSpec(v url.Values, f Filter) (MatrixSpec, error) {
	spec := MatrixSpec{Rows: RowsGroups}
	if len(f.Issues) == 1 {
		spec.Issue = f.Issues[0]
	}
	r := &reader{}
	for _, p := range []struct {
		name string
		read func(value string)
	}{
		{"rows", func(value string) { spec.Rows = Rows(oneOf([]Rows{RowsGroups, RowsActors})(r, value)) }},
		{"columns", func(value string) { spec.Columns = r.count([]string{value}) }},
		{"page", func(value string) { spec.Page = r.count([]string{value}) }},
	} {
		r.name = p.name
		switch value := v.Get(p.name); {
		case len(v[p.name]) > 1:
			r.bad(v[p.name][1], "expected one value, found "+strconv.Itoa(len(v[p.name])))
		case value != "":
			p.read(value)
		}
	}
	return spec, r.err()
}

// Values is what ParseMatrixSpec reads, without what is the default.
func (spec MatrixSpec) Values() url.Values {
	v := url.Values{}
	if spec.Rows == RowsActors {
		v.Set("rows", string(spec.Rows))
	}
	for name, n := range map[string]int{"columns": spec.Columns, "page": spec.Page} {
		if n > 0 {
			v.Set(name, strconv.Itoa(n))
		}
	}
	return v
}
