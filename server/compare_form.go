package server

import (
	"cmp"
	"net/url"
	"slices"

	"github.com/stancegraph/stancegraph/graph/questions"
)

// compareFields choose what is compared and the two sides: dates as dates, and
// what there are few of from a list.
func (r *request) compareFields(query url.Values) []field {
	by := cmp.Or(query.Get("by"), string(questions.ByDate))
	kinds := []option{}
	for _, b := range questions.Comparisons {
		kinds = append(kinds, option{Value: string(b), Label: compareWords[b]})
	}
	what := choices("by", "Compare", url.Values{"by": {by}}, kinds...)
	list := []field{what}
	if by == string(questions.ByDate) {
		list = append(list, dateField("left", "From", query, ""), dateField("right", "To", query, ""))
	} else if known := r.comparable(questions.By(by)); known != nil {
		known = append([]option{{Label: "choose"}}, known...)
		list = append(list, choices("left", "This one", query, slices.Clone(known)...), choices("right", "And that", query, known...))
	} else {
		list = append(list, textField("left", "This one", query), textField("right", "And that", query))
	}
	if by != string(questions.ByActor) && by != string(questions.ByGroup) {
		list = append(list, rowsField(query))
	}
	return list
}
