package schema

import (
	"fmt"
	"slices"
	"strings"
)

// Change is one difference between two codebooks.
type Change struct {
	Kind   string `json:"kind"`   // issue, proposition or actor
	ID     string `json:"id"`     // as records name it
	Change string `json:"change"` // added, removed or changed
	Field  string `json:"field"`  // what changed, as the file names it; empty when all of it
	Before string `json:"before"` // in words; empty when it was not there
	After  string `json:"after"`
}

// Diff lists what a codebook has that another has not, by ID: issues, then
// propositions, then actors, in the order of the later one, removed ones last.
// Order in the file, comments and layout are no differences.
func Diff(before, after *Codebook) []Change {
	var list []Change
	for _, kind := range []struct {
		name   string
		things func(*Codebook) []thing
	}{{"issue", issueThings}, {"proposition", propositionThings}, {"actor", actorThings}} {
		list = append(list, diff(kind.name, kind.things(before), kind.things(after))...)
	}
	return list
}

// thing is an issue, a proposition or an actor as printed fields.
type thing struct {
	id     string
	fields []printed
}

type printed struct{ name, value string }

func diff(kind string, before, after []thing) []Change {
	at := func(list []thing, id string) int {
		return slices.IndexFunc(list, func(t thing) bool { return t.id == id })
	}
	var list []Change
	for _, t := range after {
		i := at(before, t.id)
		if i < 0 {
			list = append(list, Change{Kind: kind, ID: t.id, Change: "added", After: t.fields[0].value})
			continue
		}
		for j, f := range t.fields {
			if old := before[i].fields[j].value; old != f.value {
				list = append(list, Change{kind, t.id, "changed", f.name, old, f.value})
			}
		}
	}
	for _, t := range before {
		if at(after, t.id) < 0 {
			list = append(list, Change{Kind: kind, ID: t.id, Change: "removed", Before: t.fields[0].value})
		}
	}
	return list
}

func issueThings(cb *Codebook) (list []thing) {
	for _, i := range cb.Issues {
		list = append(list, thing{i.ID, []printed{{"label", i.Label}, {"short", i.Short}, {"definition", i.Definition}}})
	}
	return list
}

func propositionThings(cb *Codebook) (list []thing) {
	for _, i := range cb.Issues {
		for _, p := range i.Propositions {
			list = append(list, thing{p.ID, []printed{{"label", p.Label}, {"short", p.Short}, {"definition", p.Definition},
				{"issues", strings.Join(p.Issues, ", ")}, {"cues", printCues(p.Cues)}}})
		}
	}
	return list
}

func actorThings(cb *Codebook) (list []thing) {
	for _, a := range cb.Actors {
		list = append(list, thing{a.ID, []printed{{"label", a.Label}, {"type", string(a.Kind)},
			{"aliases", strings.Join(a.Aliases, ", ")}, {"affiliations", printAffiliations(a.Affiliations)}}})
	}
	return list
}

func printCues(cues []Cue) string {
	var list []string
	for _, c := range cues {
		s := strings.Join(c.Any, " | ")
		if len(c.With) > 0 {
			s += " with " + strings.Join(c.With, " | ")
		}
		if len(c.Not) > 0 {
			s += " not " + strings.Join(c.Not, " | ")
		}
		if c.Against {
			s += " (against)"
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

func printAffiliations(list []Affiliation) string {
	var parts []string
	for _, f := range list {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Group, f.Role, period(f))))
	}
	return strings.Join(parts, "; ")
}

func period(f Affiliation) string {
	if f.From == MinDay && f.Until == MaxDay {
		return ""
	}
	end := func(d, open Day) string {
		if d == open {
			return ""
		}
		return d.String()
	}
	return end(f.From, MinDay) + "/" + end(f.Until, MaxDay)
}
