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

// mostOptions is how many values a list of a form has at most; past it the
// value is typed.
const mostOptions = 300

// comparable are the values that may be compared; nil where there are too many
// for a list, or no list of them.
func (r *request) comparable(by questions.By) []option {
	var list []option
	switch by {
	case questions.ByGroup:
		for _, a := range r.snap.Codebook.Actors {
			if a.Kind.IsGroup() {
				list = append(list, option{Value: a.ID, Label: a.Label})
			}
		}
	case questions.ByActor:
		for _, id := range r.snap.Actors() {
			list = append(list, option{Value: id, Label: r.snap.Codebook.ActorLabel(id)})
		}
	case questions.ByOutlet:
		seen := map[string]bool{}
		for _, s := range r.snap.Sources {
			seen[s.Outlet] = true
		}
		for _, outlet := range keysOf(seen) {
			if outlet != "" {
				list = append(list, option{Value: outlet, Label: outlet})
			}
		}
	case questions.ByCoder:
		for _, coder := range r.snap.Coders() {
			list = append(list, option{Value: coder, Label: coder})
		}
	}
	if len(list) > mostOptions {
		return nil
	}
	return list
}
