package server

import "github.com/stancegraph/stancegraph/graph/questions"

// issueJSON is the JSON of an issue: what it means, and who stands where.
type issueJSON struct {
	ID           string           `json:"id"`
	Label        string           `json:"label"`
	Definition   string           `json:"definition"`
	Registered   bool             `json:"registered"`
	Propositions []propJSON       `json:"propositions"`
	Matrix       questions.Matrix `json:"matrix"`
}

type propJSON struct {
	ID         string   `json:"id"`
	Label      string   `json:"label"`
	Definition string   `json:"definition"`
	Registered bool     `json:"registered"`
	Issues     []string `json:"issues"`
	Statements int      `json:"statements"`
}

func issueAnswer(i catalogIssue, m questions.Matrix) issueJSON {
	a := issueJSON{ID: i.ID, Label: i.Label, Definition: i.Definition, Registered: i.Registered, Propositions: []propJSON{}, Matrix: m}
	for _, p := range i.Props {
		a.Propositions = append(a.Propositions, propJSONOf(p))
	}
	return a
}

func propJSONOf(p catalogProposition) propJSON {
	return propJSON{p.ID, p.Label, p.Definition, p.Registered, p.Issues, p.Statements}
}
