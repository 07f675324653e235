package server

import (
	"slices"

	"github.com/stancegraph/stancegraph/graph/network"
	"github.com/stancegraph/stancegraph/graph/questions"
)

// networkWays are the usual questions, which keep the filter and the nodes.
func (r *request) networkWays(q networkQuestion) []networkWay {
	f := questions.Filter{}
	if q.place.path != "" {
		f = q.filter
	}
	at := place{path: "/network"}.asked(r.query, "var1", "var2", "from", "until", "duplicates")
	one, two := string(network.OneMode), string(network.TwoMode)
	return []networkWay{
		{"Who stands with whom", at.at(f.Values()), q.spec.Network == network.OneMode && q.spec.Aggregation == network.Congruence},
		{"Who stands against whom", at.with("network", one).with("aggregation", string(network.Conflict)).at(f.Values()), q.spec.Network == network.OneMode && q.spec.Aggregation == network.Conflict},
		{"Both at once", at.with("network", one).with("aggregation", string(network.Subtract)).at(f.Values()), q.spec.Network == network.OneMode && q.spec.Aggregation == network.Subtract},
		{"Who takes a stand on what", at.with("network", two).at(f.Values()), q.spec.Network == network.TwoMode},
	}
}

// networkFields are the options that a reader changes; the others stay in the
// address. The way they stand together is chosen above the form.
func (r *request) networkFields(spec network.Spec, nodes []string) []field {
	q := r.networkValues()
	aggregations := []network.Aggregation{network.Congruence, network.Conflict, network.Subtract, network.Ignore}
	normalizations := []network.Normalization{network.No, network.Average, network.Jaccard, network.Cosine}
	if spec.Network == network.TwoMode {
		aggregations = []network.Aggregation{network.Subtract, network.Ignore}
		normalizations = []network.Normalization{network.No, network.Activity, network.Prominence}
	}
	list := []field{
		choices("var1", "Nodes", q, kept(q.Get("var1"), option{Value: "actor", Label: "actors"}, option{Value: "organization", Label: "whom they speak for"}, option{Value: "person", Label: "persons"}, option{Value: "outlet", Label: "outlets"})...),
		choices("var2", "By", q, kept(q.Get("var2"), option{Value: "proposition", Label: "propositions"}, option{Value: "issue", Label: "issues"})...),
		choices("aggregation", "Ties", q, named(aggregations)...),
		choices("normalization", "Divided by", q, named(normalizations)...),
		choices("duplicates", "Repetitions", q, named(network.DuplicateRules)...),
	}
	if spec.Network != network.TwoMode {
		list = append(list, choice("communities", "Communities", r.query, "of agreement", []string{"yes", "no"}))
	}
	list = append(list, field{Name: "min-tie", Label: "Weakest tie", Value: r.query.Get("min-tie"), Type: "text"})
	options := make([]option, len(nodes))
	for i, n := range nodes {
		options[i] = option{Value: n, Label: n}
	}
	return append(list, pick("ego", "Around", r.query, "everybody", kept(r.query.Get("ego"), options...)))
}

// kept are options with the chosen one among them, which an address may have
// named.
func kept(chosen string, all ...option) []option {
	if chosen == "" || slices.ContainsFunc(all, func(o option) bool { return o.Value == chosen }) {
		return all
	}
	return append(all, option{Value: chosen, Label: chosen})
}

var networkWords = map[string]string{
	"congruence": "agreement", "conflict": "disagreement", "subtract": "agreement less disagreement", "ignore": "statements, whatever the stance",
	"no": "nothing", "average": "mean activity of the two", "jaccard": "all that either said", "cosine": "lengths of the vectors",
	"activity": "statements of the row", "prominence": "statements of the column",
	"include": "all count", "document": "once a document", "week": "once a week", "month": "once a month", "year": "once a year",
	"acrossrange": "once", "week_fixed": "once a week (fixed)", "month_fixed": "once a month (fixed)",
}

func named[T ~string](terms []T) []option {
	list := make([]option, len(terms))
	for i, t := range terms {
		list[i] = option{Value: string(t), Label: networkWords[string(t)]}
	}
	return list
}
