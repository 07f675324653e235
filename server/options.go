package server

import "github.com/stancegraph/stancegraph/graph/questions"

func (r *request) actorOptions() []option {
	var list []option
	for _, id := range r.snap.Actors() {
		list = append(list, option{Value: id, Label: r.snap.Codebook.ActorLabel(id)})
	}
	return list
}

func (r *request) issueOptions() []option {
	var list []option
	for _, i := range r.snap.Codebook.Issues {
		list = append(list, option{Value: i.ID, Label: i.Label})
	}
	return list
}

func (r *request) propositionOptions() []option {
	var list []option
	for _, id := range r.snap.Propositions() {
		list = append(list, option{Value: id, Label: r.snap.Codebook.PropositionLabel(id)})
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
