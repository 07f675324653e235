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

// without are the values of a query but for one.
func without(q url.Values, name, value string) url.Values {
	q = copied(q)
	if q[name] = slices.DeleteFunc(q[name], func(v string) bool { return v == value }); len(q[name]) == 0 {
		q.Del(name)
	}
	return q
}

func added(q url.Values, name, value string) url.Values { q.Add(name, value); return q }
