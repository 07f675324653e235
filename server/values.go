package server

import (
	"net/url"
	"slices"
)

func copied(q url.Values) url.Values {
	c := url.Values{}
	for k, v := range q {
		c[k] = append([]string(nil), v...)
	}
	return c
}

func set(q url.Values, key, value string) url.Values { q.Set(key, value); return q }

// without is a query without some of its parameters.
func without(q url.Values, names ...string) url.Values {
	q = copied(q)
	for _, name := range names {
		q.Del(name)
	}
	return q
}

// withoutValue is a query without one value of a parameter.
func withoutValue(q url.Values, name, value string) url.Values {
	q = copied(q)
	if q[name] = slices.DeleteFunc(q[name], func(v string) bool { return v == value }); len(q[name]) == 0 {
		q.Del(name)
	}
	return q
}

func added(q url.Values, name, value string) url.Values { q.Add(name, value); return q }
