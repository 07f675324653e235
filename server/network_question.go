package server

import (
	"net/url"
	"slices"
	"strconv"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
	"github.com/stancegraph/stancegraph/schema"
)

// networkQuestion is what a network is asked for.
type networkQuestion struct {
	filter      questions.Filter
	spec        network.Spec
	ego         string
	minTie      float64
	seed        uint64
	communities bool
	page        int
	place       place // with the specification written out
}

// networkQuestion reads the query. What is not said is what the page is for, and
// not what the program DNA would take: actors and propositions by stance.
func (r *request) networkQuestion() (q networkQuestion, err error) {
	values := r.networkValues()
	if q.spec, err = network.ParseSpec(values); err != nil {
		return q, err
	}
	switch {
	case q.spec.Network == network.EventList:
		return q, schema.Errorf(schema.KindUsage, "take twomode or onemode here, or /search for statements", "network %q: a page shows no event list", q.spec.Network)
	case q.spec.TimeWindow != network.WindowNo:
		return q, schema.Errorf(schema.KindUsage, "leave time-window out, and say from and until", "a time window makes many networks, and a page shows one")
	}
	if q.filter, err = r.filter(notOfNetworks...); err != nil {
		return q, err
	}
	q.ego = r.query.Get("ego")
	if err = r.networkNumbers(&q); err != nil {
		return q, err
	}
	q.place = place{path: "/network", own: values}.asked(r.query, "ego", "min-tie", "communities", "seed")
	return q, nil
}

// notOfNetworks are the parameters of the filter that say nothing about single
// statements, and those that a network reads otherwise.
var notOfNetworks = []string{"from", "until", "rule", "half-life", "stale", "min-statements"}

// whole is the place with what is the default of the page, too.
func (q networkQuestion) whole() place {
	communities := "no"
	if q.communities {
		communities = "yes"
	}
	return q.place.with("communities", communities).with("seed", strconv.FormatUint(q.seed, 10))
}

func (r *request) networkNumbers(q *networkQuestion) error {
	if text := r.query.Get("min-tie"); text != "" {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || !(v >= 0) {
			return schema.Errorf(schema.KindUsage, "write a number such as min-tie=0.5", "min-tie=%q: expected a number from 0 on", text)
		}
		q.minTie = v
	}
	seed, err := r.whole("seed", 1, 0)
	if err != nil {
		return err
	}
	q.seed = uint64(seed)
	if q.page, err = r.whole("page", 1, 1); err != nil {
		return err
	}
	shown, err := r.oneOf("communities", "yes", "no")
	// Modularity is for ties of agreement; of others it says nothing.
	q.communities = shown == "yes" || shown == "" && q.spec.Network == network.OneMode && q.spec.Aggregation == network.Congruence
	return err
}

// networkValues are the options of a network in the query, with those of the
// page where nothing is said.
func (r *request) networkValues() url.Values {
	values := url.Values{}
	for _, p := range network.Parameters() {
		if given := slices.DeleteFunc(slices.Clone(r.query[p.Name]), func(v string) bool { return v == "" }); len(given) > 0 || p.Name == "qualifier" && r.query.Has(p.Name) {
			values[p.Name] = r.query[p.Name]
		}
	}
	unset := map[string]string{"network": string(network.OneMode), "var1": "actor", "var2": "proposition", "qualifier": "stance"}
	if m := values.Get("network"); m == string(network.TwoMode) {
		unset["aggregation"] = string(network.Subtract)
	} else if m == "" || m == string(network.OneMode) {
		unset["aggregation"], unset["normalization"] = string(network.Congruence), string(network.Average)
	}
	for name, v := range unset {
		if !values.Has(name) {
			values.Set(name, v)
		}
	}
	return values
}
