package server

import "github.com/stancegraph/stancegraph/schema"

// codebookAnswer is the JSON of the codebook.
type codebookAnswer struct {
	Codebook string              `json:"codebook"`
	Title    string              `json:"title"`
	Version  string              `json:"version"`
	Issues   []codebookIssueJSON `json:"issues"`
	Actors   []codebookActorJSON `json:"actors"`
}

type codebookIssueJSON struct {
	ID           string             `json:"id"`
	Label        string             `json:"label"`
	Definition   string             `json:"definition"`
	Registered   bool               `json:"registered"`
	Statements   int                `json:"statements"`
	Propositions []codebookPropJSON `json:"propositions"`
}

type codebookPropJSON struct {
	propJSON
	Accusation bool      `json:"accusation"`
	Cues       []cueJSON `json:"cues"`
}

// cueJSON is wording that names a proposition.
type cueJSON struct {
	Any     []string `json:"any"`
	With    []string `json:"with"`
	Not     []string `json:"not"`
	Against bool     `json:"against"`
}

type codebookActorJSON struct {
	actorItem
	Aliases      []string          `json:"aliases"`
	Affiliations []affiliationJSON `json:"affiliations"`
}

// affiliationJSON is bound to days only where the codebook says so.
type affiliationJSON struct {
	Group string      `json:"group"`
	Role  string      `json:"role"`
	From  *schema.Day `json:"from"`
	Until *schema.Day `json:"until"`
}

func codebookAnswerOf(v codebookPage, version string) codebookAnswer {
	a := codebookAnswer{Title: v.Title, Version: version, Issues: []codebookIssueJSON{}, Actors: []codebookActorJSON{}}
	if !v.Begin {
		a.Codebook = v.Ref()
	}
	for _, i := range v.Issues {
		one := codebookIssueJSON{ID: i.ID, Label: i.Label, Definition: i.Definition, Registered: i.Registered, Statements: i.Statements(), Propositions: []codebookPropJSON{}}
		for _, p := range i.Props {
			one.Propositions = append(one.Propositions, codebookPropJSON{propJSONOf(p.catalogProposition), p.Accusation, cuesOf(p.Cues)})
		}
		a.Issues = append(a.Issues, one)
	}
	for _, k := range v.Kinds {
		for _, actor := range k.Actors {
			one := codebookActorJSON{actor.actorItem, append([]string{}, actor.Aliases...), []affiliationJSON{}}
			if known, ok := v.Actor(actor.ID); ok {
				one.Affiliations = affiliationsOf(known.Affiliations)
			}
			a.Actors = append(a.Actors, one)
		}
	}
	return a
}

func cuesOf(cues []schema.Cue) []cueJSON {
	list := []cueJSON{}
	for _, c := range cues {
		list = append(list, cueJSON{append([]string{}, c.Any...), append([]string{}, c.With...), append([]string{}, c.Not...), c.Against})
	}
	return list
}

func affiliationsOf(held []schema.Affiliation) []affiliationJSON {
	list := []affiliationJSON{}
	for _, a := range held {
		one := affiliationJSON{Group: a.Group, Role: a.Role}
		if a.From != schema.MinDay {
			one.From = &a.From
		}
		if a.Until != schema.MaxDay {
			one.Until = &a.Until
		}
		list = append(list, one)
	}
	return list
}
